import { icon } from '../../server/views/icons.ts';
import { el } from '../dom.ts';
import { chat } from '../../server/views/labels.ts';

/** Within this many pixels of the end a reader counts as being at the bottom. */
const nearBottomPx = 96;

/**
 * Keeps a reader who is at the bottom at the bottom while text arrives, but never scrolls the question of the running
 * answer out of sight; a reader who is elsewhere is left alone and gets a button.
 */
export class FollowScroll {
  readonly button: HTMLButtonElement;
  readonly #scroller: () => Element;
  /** Space that a bar at the top covers, in pixels. */
  readonly #topInset: () => number;

  constructor(scroller: () => Element, topInset: () => number) {
    this.#scroller = scroller;
    this.#topInset = topInset;
    this.button = el('button', { type: 'button', class: 'new-text', hidden: true }, [icon('down'), chat.newText], {
      click: () => this.toBottom(),
    });
  }

  get atBottom(): boolean {
    const scroller = this.#scroller();
    return scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop < nearBottomPx;
  }

  toBottom(): void {
    const scroller = this.#scroller();
    scroller.scrollTop = scroller.scrollHeight;
    this.button.hidden = true;
  }

  /** Scrolls so that an element stands at the top. */
  toTop(element: Element): void {
    this.#scroller().scrollTop = this.#offsetOf(element) - this.#topInset();
  }

  /** Runs a change that adds text below and follows it when the reader was following. */
  follow(current: Element | undefined, change: () => void): void {
    const following = this.atBottom;
    change();
    const scroller = this.#scroller();
    if (following) {
      const questionTop = current === undefined ? Infinity : this.#offsetOf(current) - this.#topInset() - 16;
      scroller.scrollTop = Math.max(scroller.scrollTop, Math.min(scroller.scrollHeight, questionTop));
    }
    this.button.hidden = following || this.atBottom;
  }

  /** Runs a change of width so that one element stays where the reader sees it. */
  keepInPlace(element: Element, change: () => void): void {
    const before = element.getBoundingClientRect().top;
    change();
    this.#scroller().scrollTop += element.getBoundingClientRect().top - before;
  }

  /** Scrolls so far that an element of the conversation is not behind the bar at the bottom. */
  uncover(element: Element, foot: Element): void {
    if (foot.contains(element) || getComputedStyle(foot).position !== 'sticky' || element.closest('dialog') !== foot.closest('dialog')) return;
    const hidden = element.getBoundingClientRect().bottom - foot.getBoundingClientRect().top;
    // Never so far that what is long begins above the window.
    const room = element.getBoundingClientRect().top - this.#topInset();
    if (hidden > 0) this.#scroller().scrollTop += Math.min(hidden + 12, Math.max(0, room));
  }

  scrolled(): void {
    if (this.atBottom) this.button.hidden = true;
  }

  #offsetOf(element: Element): number {
    const scroller = this.#scroller();
    const top = scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
    return element.getBoundingClientRect().top - top + scroller.scrollTop;
  }
}
