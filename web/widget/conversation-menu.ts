import { icon, type IconName } from '../../server/views/icons.ts';
import { el } from '../dom.ts';
import { chat } from '../../server/views/labels.ts';

export interface MenuHandlers {
  onMarkdown: () => void;
  onWord: () => void;
  /** Absent in a page of somebody else, whose page it would print. */
  onPrint: (() => void) | undefined;
  onNew: () => void;
  onErase: () => void;
}

/** What can be done with the conversation as a whole; a disclosure, so that it needs no menu keys to be learnt. */
export function conversationMenu(handlers: MenuHandlers): HTMLElement {
  const panel = el('div', { class: 'menu-panel', hidden: true, id: 'conversation-menu' });
  const toggle = el(
    'button',
    { type: 'button', class: 'quiet', 'aria-expanded': 'false', 'aria-controls': 'conversation-menu' },
    [icon('download'), el('span', {}, chat.save)],
    { click: () => setOpen(panel.hidden) },
  );
  const setOpen = (open: boolean): void => {
    panel.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
  };
  const item = (name: IconName, label: string, action: () => void): HTMLElement =>
    el('button', { type: 'button', class: 'menu-item' }, [icon(name), label], {
      click: () => {
        setOpen(false);
        toggle.focus();
        action();
      },
    });
  panel.append(
    el('p', { class: 'menu-note' }, chat.keptInTab),
    item('download', chat.downloadWord, handlers.onWord),
    item('download', chat.downloadMarkdown, handlers.onMarkdown),
    handlers.onPrint === undefined ? '' : item('print', chat.print, handlers.onPrint),
  );
  const menu = el('div', { class: 'menu' }, [toggle, panel], {
    keydown: (event) => {
      if (event.key !== 'Escape' || panel.hidden) return;
      event.stopPropagation();
      setOpen(false);
      toggle.focus();
    },
    focusout: (event) => {
      if (!menu.contains(event.relatedTarget as Node | null) && event.relatedTarget !== null) setOpen(false);
    },
  });
  return el('div', { class: 'toolbar', role: 'group', 'aria-label': chat.conversationMenu }, [
    el('button', { type: 'button', class: 'quiet' }, [icon('plus'), el('span', {}, chat.newConversation)], { click: handlers.onNew }),
    el('button', { type: 'button', class: 'quiet' }, [icon('erase'), el('span', {}, chat.erase)], { click: handlers.onErase }),
    menu,
  ]);
}
