import { el } from '../dom.ts';

/** Least time between two messages: faster ones make a screen reader stumble. */
const intervalMs = 250;

/** The one polite live region: short messages, the newest wins when several come at once. */
export class Announcer {
  readonly element = el('div', { role: 'status', class: 'visually-hidden' });
  #next: { message: string; lang: string | undefined } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param lang where it is not that of the page */
  say(message: string, lang?: string): void {
    this.#next = { message, lang };
    if (this.#timer !== undefined) return;
    this.#show();
    this.#timer = setTimeout(() => this.#rest(), intervalMs);
  }

  #rest(): void {
    this.#timer = undefined;
    if (this.#next !== undefined) this.say(this.#next.message, this.#next.lang);
  }

  #show(): void {
    // The same sentence twice must be a change in the tree to be read twice.
    this.element.replaceChildren(el('p', { lang: this.#next?.lang }, this.#next?.message ?? ''));
    this.#next = undefined;
  }
}
