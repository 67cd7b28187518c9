import { icon } from '../../server/views/icons.ts';
import { el } from '../dom.ts';
import { chat, product } from '../../server/views/labels.ts';
import { ChatView } from './chat-view.ts';
import { styleSheets } from './style-sheets.ts';
import { isTouch } from './touch.ts';

export type WidgetMode = 'bubble' | 'inline' | 'page';

/** Where this script came from is where the server is, unless the `server` attribute says otherwise. */
const ownServer = new URL(/* @vite-ignore */ './', import.meta.url).href;

/**
 * `<bekostigings-wijzer>`: ask how coordination between carers is paid for.
 *
 * Attributes: `server` (address of the server; default: where the script came from), `mode` (`bubble`, `inline` or
 * `page`; default `inline`), `theme` (`auto`, `light`, `dark`, `contrast`), `lang` (only `nl`).
 * Methods: `open()` and `close()` (bubble). Events: `bw-open`, `bw-close`, `bw-question`, `bw-answer`, `bw-error`; they
 * bubble, cross the shadow boundary and carry no text of the user.
 */
export class BekostigingsWijzer extends HTMLElement {
  static readonly observedAttributes = ['server', 'mode'];

  readonly #root: ShadowRoot;
  #chat: ChatView | undefined;
  #frame: HTMLElement | undefined;
  #launcher: HTMLButtonElement | undefined;
  #disconnect: (() => void) | undefined;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
    this.#root.adoptedStyleSheets = styleSheets();
  }

  get mode(): WidgetMode {
    const mode = this.getAttribute('mode');
    return mode === 'bubble' || mode === 'page' ? mode : 'inline';
  }

  connectedCallback(): void {
    this.#build();
    this.#takeOverPlainForm();
  }

  disconnectedCallback(): void {
    this.#disconnect?.();
    this.#disconnect = undefined;
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before !== after && this.#chat !== undefined && this.isConnected) this.#build();
  }

  /** Opens the bubble; in other modes there is nothing to open. */
  open(): void {
    const dialog = this.#frame;
    if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
    // On a phone the chat covers the page and must be modal; beside a page it must not lock it.
    if (matchMedia('(max-width: 40em), (max-height: 30em)').matches) dialog.showModal();
    else dialog.show();
    if (this.#launcher) this.#launcher.hidden = true;
    if (!isTouch()) this.#chat?.focusInput();
    this.#emit('bw-open');
  }

  close(): void {
    const dialog = this.#frame;
    if (!(dialog instanceof HTMLDialogElement) || !dialog.open) return;
    dialog.close();
    if (this.#launcher) {
      this.#launcher.hidden = false;
      this.#launcher.focus();
    }
    this.#emit('bw-close');
  }

  /** A form in the element works until this script runs; what was typed there, and the focus, move along. */
  #takeOverPlainForm(): void {
    const typed = this.querySelector('textarea');
    const hadFocus = typed !== null && typed === document.activeElement;
    this.replaceChildren();
    if (typed !== null && typed.value !== '') this.#chat?.setText(typed.value);
    if (hadFocus) this.#chat?.focusInput();
  }

  #build(): void {
    this.#disconnect?.();
    const server = (this.getAttribute('server') ?? ownServer).replace(/\/$/, '');
    const { mode } = this;
    this.#chat = new ChatView({
      server: server === location.origin ? '' : server,
      page: mode === 'page',
      scroller: () => (mode === 'page' ? (document.scrollingElement ?? document.documentElement) : (this.#frame ?? this)),
      onEvent: ({ type, detail }) => this.#emit(`bw-${type}`, detail),
    });
    this.#frame = mode === 'bubble' ? this.#bubble(this.#chat) : el('div', { class: 'frame', part: 'panel' }, this.#chat.element);
    this.#launcher =
      mode === 'bubble'
        ? el('button', { type: 'button', class: 'launcher', part: 'launcher', 'aria-haspopup': 'dialog' }, [icon('ask'), el('span', {}, chat.open)], { click: () => this.open() })
        : undefined;
    this.#root.replaceChildren(
      el('div', { class: `root mode-${mode}`, lang: 'nl', dir: 'ltr' }, [this.#launcher, this.#frame].filter((part) => part !== undefined)),
    );
    this.#disconnect = this.#chat.connect();
  }

  #bubble(view: ChatView): HTMLDialogElement {
    const dialog = el(
      'dialog',
      { class: 'frame', part: 'panel', 'aria-label': chat.widgetLabel },
      [
        el('div', { class: 'title-bar', part: 'header' }, [
          el('strong', {}, product.name),
          el('button', { type: 'button', class: 'quiet icon-only', 'aria-label': chat.close }, icon('close'), { click: () => this.close() }),
        ]),
        view.element,
      ],
      {
        keydown: (event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          this.close();
        },
        cancel: (event) => {
          event.preventDefault();
          this.close();
        },
      },
    );
    return dialog;
  }

  #emit(name: string, detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}
