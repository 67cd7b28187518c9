import type { ChatFrame, FrameOptions, WidgetMode } from './chat-frame.ts';
import { failedNote, Launcher } from './launcher.ts';
import { layersIn } from './layers.ts';
import { loadPart } from './load-part.ts';
import { loaderSheets } from './loader-sheets.ts';

/** Where this script came from is where the server is, unless the `server` attribute says otherwise. */
const ownServer = new URL(/* @vite-ignore */ './', import.meta.url).href;

/** The build puts in its name and hash. */
const chatPart = { file: '__LAZY_FILE_widget-chat__', integrity: '__LAZY_INTEGRITY_widget-chat__' };
type ChatPart = typeof import('../lazy/chat.ts');

/**
 * `<bekostigings-wijzer>`: ask how coordination between carers is paid for.
 *
 * Attributes: `server` (address of the server; default: where the script came from), `mode` (`bubble`, `inline` or
 * `page`; default `inline`), `theme` (`auto`, `light`, `dark`, `contrast`), `lang` (only `nl`).
 * Methods: `open()` and `close()` (bubble). Events: `bw-open`, `bw-close`, `bw-question`, `bw-answer`, `bw-error`; they
 * bubble, cross the shadow boundary and carry no text of the user.
 *
 * This file is small: the chat itself is loaded when the bubble opens, or when it comes into view elsewhere.
 */
export class BekostigingsWijzer extends HTMLElement {
  static readonly observedAttributes = ['server', 'mode'];

  readonly #root: ShadowRoot;
  /** What this drawing of the element consists of; another attribute makes another. */
  #place: HTMLElement | undefined;
  #launcher: Launcher | undefined;
  #frame: Promise<ChatFrame | undefined> | undefined;
  #inView: IntersectionObserver | undefined;
  #wantsOpen = false;
  #failures = 0;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
  }

  get mode(): WidgetMode {
    const mode = this.getAttribute('mode');
    return mode === 'bubble' || mode === 'page' ? mode : 'inline';
  }

  connectedCallback(): void {
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#leave();
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before === after || this.#place === undefined) return;
    this.#leave();
    this.#draw();
  }

  /** Opens the bubble, and resolves when it is open or could not be loaded; in other modes there is nothing to open. */
  async open(): Promise<void> {
    if (this.mode !== 'bubble' || this.#place === undefined) return;
    this.#wantsOpen = true;
    const frame = await this.#load();
    if (this.#wantsOpen) frame?.open();
  }

  close(): void {
    this.#wantsOpen = false;
    void this.#frame?.then((frame) => frame?.close());
  }

  #draw(): void {
    const { mode } = this;
    this.#root.adoptedStyleSheets = [...loaderSheets()];
    const place = document.createElement('div');
    Object.assign(place, { className: `root mode-${mode}`, lang: 'nl', dir: 'ltr' });
    this.#place = place;
    if (mode === 'bubble') {
      this.#launcher = new Launcher(() => void this.open());
      place.append(this.#launcher.element);
      this.#root.replaceChildren(place);
      // After a reload, or on the way back to the page, the chat is as open as it was.
      if (layersIn(history.state).length > 0) void this.open();
      return;
    }
    this.#wait();
    if (mode === 'page') void this.#load();
    else {
      const seen = (entries: IntersectionObserverEntry[]): void => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#load();
      };
      // A screen ahead, so that it is there when it comes into view.
      this.#inView = new IntersectionObserver(seen, { rootMargin: '100% 0px' });
      this.#inView.observe(this);
    }
  }

  /** Until the chat is there, what stands in the element is shown: on our own page a form that works. */
  #wait(note?: HTMLElement): void {
    if (this.childElementCount > 0) return this.#root.replaceChildren(document.createElement('slot'));
    const waiting = document.createElement('div');
    waiting.className = 'frame waiting';
    if (note) waiting.append(note);
    this.#place?.replaceChildren(waiting);
    if (this.#place) this.#root.replaceChildren(this.#place);
  }

  #leave(): void {
    this.#inView?.disconnect();
    void this.#frame?.then((frame) => frame?.disconnect());
    this.#place = this.#launcher = this.#frame = undefined;
  }

  #load(): Promise<ChatFrame | undefined> {
    this.#inView?.disconnect();
    return (this.#frame ??= this.#mount());
  }

  async #mount(): Promise<ChatFrame | undefined> {
    const place = this.#place;
    const launcher = this.#launcher;
    this.#root.querySelector('.load-failed')?.remove();
    if (launcher) launcher.busy = true;
    const part = await loadPart<ChatPart>(chatPart, this.#failures).catch(() => undefined);
    if (launcher) launcher.busy = false;
    // Taken out of the page, or drawn anew, in the meantime.
    if (place === undefined || place !== this.#place) return undefined;
    if (part === undefined) {
      this.#failures += 1;
      this.#frame = undefined;
      if (launcher) place.prepend(failedNote());
      else this.#wait(failedNote(() => void this.#load()));
      return undefined;
    }
    const frame = new part.ChatFrame(this.#frameOptions());
    const form = this.#plainForm();
    this.#root.adoptedStyleSheets = [...loaderSheets(), ...frame.styleSheets];
    if (!launcher) place.replaceChildren();
    place.append(frame.element);
    this.#root.replaceChildren(place);
    this.replaceChildren();
    frame.connect();
    frame.takeOver(form);
    return frame;
  }

  /** A form in the element works until the chat is there; what was typed in it, and the focus, move along. */
  #plainForm(): { text: string; hasFocus: boolean } {
    const typed = this.querySelector('textarea');
    return { text: typed?.value ?? '', hasFocus: typed !== null && typed === document.activeElement };
  }

  #frameOptions(): FrameOptions {
    const server = (this.getAttribute('server') ?? ownServer).replace(/\/$/, '');
    return {
      mode: this.mode,
      server: server === location.origin ? '' : server,
      onEvent: ({ type, detail }) => this.#emit(type, detail),
      onToggle: (open) => {
        const launcher = this.#launcher?.element;
        if (launcher) launcher.hidden = open;
        if (!open) launcher?.focus();
        this.#emit(open ? 'open' : 'close');
      },
    };
  }

  #emit(name: string, detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(`bw-${name}`, { bubbles: true, composed: true, detail }));
  }
}
