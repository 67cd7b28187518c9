import { icon, type IconName } from '../../server/views/icons.ts';
import { el } from '../dom.ts';
import { chat } from '../../server/views/labels.ts';

export interface MenuHandlers {
  onMarkdown: () => void;
  onWord: () => void;
  onReferences: (form: 'ris' | 'csl') => void;
  /** Absent in a page of somebody else, whose page it would print. */
  onPrint: (() => void) | undefined;
  onNew: () => void;
  onErase: () => void;
}

/** What can be done with the conversation as a whole, as a row of buttons. */
export function toolbar(handlers: MenuHandlers): HTMLElement {
  return el('div', { class: 'toolbar', role: 'group', 'aria-label': chat.conversationMenu }, [
    el('button', { type: 'button', class: 'quiet' }, [icon('plus'), el('span', {}, chat.newConversation)], { click: handlers.onNew }),
    el('button', { type: 'button', class: 'quiet' }, [icon('erase'), el('span', {}, chat.erase)], { click: handlers.onErase }),
    disclosure({ content: [icon('download'), el('span', {}, chat.save)] }, (item) => filesItems(handlers, item)),
  ]);
}

/** The same behind one button, where there is no room for a row. */
export function compactMenu(handlers: MenuHandlers): HTMLElement {
  return disclosure({ content: [icon('more')], label: chat.conversationMenu }, (item) => [
    item('plus', chat.newConversation, handlers.onNew),
    item('erase', chat.erase, handlers.onErase),
    ...filesItems(handlers, item),
  ]);
}

type Item = (name: IconName, label: string, action: () => void) => HTMLElement;

function filesItems({ onWord, onMarkdown, onReferences, onPrint }: MenuHandlers, item: Item): HTMLElement[] {
  return [
    item('download', chat.downloadWord, onWord),
    item('download', chat.downloadMarkdown, onMarkdown),
    item('download', chat.downloadRis, () => onReferences('ris')),
    item('download', chat.downloadCsl, () => onReferences('csl')),
    ...(onPrint === undefined ? [] : [item('print', chat.print, onPrint)]),
    el('p', { class: 'menu-note' }, chat.keptInTab),
  ];
}

/** A disclosure rather than a menu, so that it needs no menu keys to be learnt. */
function disclosure({ content, label }: { content: Parameters<typeof el>[2]; label?: string }, items: (item: Item) => HTMLElement[]): HTMLElement {
  const panel = el('div', { class: 'menu-panel', hidden: true, id: 'conversation-menu' });
  const toggle = el(
    'button',
    { type: 'button', class: label === undefined ? 'quiet' : 'quiet icon-only', 'aria-label': label, 'aria-expanded': 'false', 'aria-controls': 'conversation-menu' },
    content,
    { click: () => setOpen(panel.hidden) },
  );
  const setOpen = (open: boolean): void => {
    panel.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
  };
  panel.append(
    ...items((name, text, action) =>
      el('button', { type: 'button', class: 'menu-item' }, [icon(name), text], {
        click: () => {
          setOpen(false);
          toggle.focus();
          action();
        },
      }),
    ),
  );
  const menu = el('div', { class: 'menu' }, [toggle, panel], {
    keydown: (event) => {
      if (event.key !== 'Escape' || panel.hidden) return;
      // Nor does it close the dialog that the menu is in.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      toggle.focus();
    },
    focusout: (event) => {
      if (!menu.contains(event.relatedTarget as Node | null) && event.relatedTarget !== null) setOpen(false);
    },
  });
  return menu;
}
