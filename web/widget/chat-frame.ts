import { icon } from '../../server/views/icons.ts';
import { chat, product } from '../../server/views/labels.ts';
import { el } from '../dom.ts';
import { BackCloses } from './back-closes.ts';
import { ChatView, type ChatEvent } from './chat-view.ts';
import { styleSheets } from './style-sheets.ts';
import { coversPage, isTouch } from './touch.ts';

export type WidgetMode = 'bubble' | 'inline' | 'page';

export interface FrameOptions {
  mode: WidgetMode;
  /** Address of the server without a slash at the end; empty for the page's own. */
  server: string;
  onEvent: (event: ChatEvent) => void;
  /** The bubble has opened or closed. */
  onToggle: (open: boolean) => void;
}

/** The layer of an open bubble in the browser's history. */
export const chatLayer = 'chat';

/** The chat with the frame that its mode needs: a dialog that opens and closes for the bubble, else a part of the page. */
export class ChatFrame {
  readonly element: HTMLElement;
  readonly styleSheets = styleSheets();
  readonly #dialog: HTMLDialogElement | undefined;
  readonly #chat: ChatView;
  readonly #onToggle: FrameOptions['onToggle'];
  readonly #back = new BackCloses(chatLayer, () => this.close());
  #disconnect: (() => void) | undefined;

  constructor({ mode, server, onEvent, onToggle }: FrameOptions) {
    this.#onToggle = onToggle;
    this.#chat = new ChatView({
      server,
      mode,
      scroller: () => (mode === 'page' ? (document.scrollingElement ?? document.documentElement) : this.element),
      topInset: () => (this.#dialog?.querySelector<HTMLElement>('.title-bar')?.offsetHeight ?? 0),
      onEvent,
    });
    if (mode === 'bubble') this.element = this.#dialog = this.#bubble();
    else this.element = el('div', { class: 'frame', part: 'panel' }, this.#chat.element);
  }

  /** Called when the element is in the page. */
  connect(): void {
    this.#disconnect = this.#chat.connect();
  }

  disconnect(): void {
    this.#disconnect?.();
    this.#back.closed();
  }

  open(): void {
    const dialog = this.#dialog;
    if (dialog === undefined || dialog.open) return;
    // On a phone the chat covers the page and must be modal; beside a page it must not lock it.
    if (coversPage()) {
      dialog.showModal();
      this.#back.opened();
    } else dialog.show();
    this.#onToggle(true);
    this.#chat.toLastTurn();
    if (!isTouch()) this.#chat.focusInput();
  }

  close(): void {
    const dialog = this.#dialog;
    if (dialog === undefined || !dialog.open) return;
    dialog.close();
    this.#back.closed();
    this.#chat.closeSource();
    this.#onToggle(false);
  }

  /** Takes over what was typed, and the focus, from a form that stood here until now. */
  takeOver({ text, hasFocus }: { text: string; hasFocus: boolean }): void {
    if (text !== '') this.#chat.setText(text);
    if (hasFocus) this.#chat.focusInput();
  }

  #bubble(): HTMLDialogElement {
    const close = (event: Event): void => {
      event.preventDefault();
      this.close();
    };
    return el(
      'dialog',
      { class: 'frame', part: 'panel', 'aria-label': chat.widgetLabel },
      [
        el('div', { class: 'title-bar', part: 'header' }, [
          el('strong', {}, product.name),
          this.#chat.menu,
          el('button', { type: 'button', class: 'quiet icon-only', 'aria-label': chat.close }, icon('close'), { click: close }),
        ]),
        this.#chat.element,
      ],
      {
        keydown: (event) => {
          if (event.key === 'Escape') close(event);
        },
        cancel: close,
      },
    );
  }
}
