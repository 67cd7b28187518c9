import { chat } from '../../server/views/labels.ts';
import { icon } from '../../server/views/icons.ts';
import { el, fillElement } from '../dom.ts';

/** How long something can be undone, in milliseconds. */
const keptMs = 10_000;

/** A short while in which the last action can be undone. It does not run out under a finger, pointer or focus. */
export class UndoBar {
  readonly element: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element = el('div', { class: 'undo', hidden: true }, [], {
      pointerenter: () => clearTimeout(this.#timer),
      pointerleave: () => this.#run(),
      focusin: () => clearTimeout(this.#timer),
      focusout: () => this.#run(),
    });
  }

  offer(message: string, undo: () => void): void {
    const button = el('button', { type: 'button', class: 'quiet' }, [icon('again'), chat.undo], {
      click: () => {
        this.dismiss();
        undo();
      },
    });
    fillElement(this.element, el('span', {}, message), button);
    this.element.hidden = false;
    this.#run();
  }

  /** What could be undone is gone for good. */
  dismiss(): void {
    clearTimeout(this.#timer);
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  #run(): void {
    clearTimeout(this.#timer);
    if (!this.element.hidden) this.#timer = setTimeout(() => this.dismiss(), keptMs);
  }
}
