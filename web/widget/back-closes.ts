import { layersIn, withLayers } from './layers.ts';

/** Depth to which the history is going back; what closes together with what is under it needs no step of its own. */
let goingTo: number | undefined;

/**
 * Lets "back" close what covers the page, as a phone's user expects, instead of leaving the page. While it is open the
 * history has one entry more, with the same address and the host's own state in it: for a host's router the way back leads
 * to where it is already.
 */
export class BackCloses {
  readonly #layer: string;
  readonly #close: () => void;
  /** Address of the entry while it is open. */
  #address: string | undefined;
  /** The entry is being taken away; the browser does that a moment later. */
  #leaving = false;

  constructor(layer: string, close: () => void) {
    this.#layer = layer;
    this.#close = close;
  }

  opened(): void {
    if (this.#address !== undefined) return;
    this.#address = location.href;
    addEventListener('popstate', this.#popped);
    if (!this.#leaving) this.#push();
  }

  closed(): void {
    if (this.#address === undefined) return;
    const layers = layersIn(history.state);
    const at = layers.indexOf(this.#layer);
    // Where the host has gone elsewhere in the meantime there is nothing of ours to take away.
    this.#leaving = at >= 0 && location.href === this.#address && (goingTo === undefined || at < goingTo);
    this.#address = undefined;
    if (this.#leaving) {
      goingTo = at;
      history.go(at - layers.length);
    } else removeEventListener('popstate', this.#popped);
  }

  #push(): void {
    const layers = layersIn(history.state);
    // After a reload the entry is still there.
    if (layers.includes(this.#layer)) return;
    try {
      history.pushState(withLayers(history.state, [...layers, this.#layer]), '');
    } catch {
      // A sandboxed frame, or too many entries: without it "back" does what it always does.
    }
  }

  readonly #popped = (): void => {
    if (this.#leaving) {
      this.#leaving = false;
      goingTo = undefined;
      // Opened again before the entry was gone.
      if (this.#address === undefined) removeEventListener('popstate', this.#popped);
      else this.#push();
    } else if (!layersIn(history.state).includes(this.#layer)) this.#close();
  };
}
