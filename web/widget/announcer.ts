import { el } from '../dom.ts';

/** Least time between two messages: faster ones make a screen reader stumble. */
const intervalMs = 250;

/** The one polite live region: short messages, the newest wins when several come at once. */
export class Announcer {
  readonly element = el('div', { role: 'status', class: 'visually-hidden' });
  #next: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(message: string): void {
    this.#next = message;
    if (this.#timer !== undefined) return;
    this.#show();
    this.#timer = setTimeout(() => this.#rest(), intervalMs);
  }

  #rest(): void {
    this.#timer = undefined;
    if (this.#next !== undefined) this.say(this.#next);
  }

  #show(): void {
    // The same sentence twice must be a change in the tree to be read twice.
    this.element.replaceChildren(el('p', {}, this.#next ?? ''));
    this.#next = undefined;
  }
}
