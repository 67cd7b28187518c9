import { setImmediate as nextTurn } from 'node:timers/promises';
import { ModelQueue } from './queue.ts';

/**
 * An answer with the model is made in dozens of short steps (reads of token vectors among them), one a turn of the event loop; one by words alone is computed at
 * once. Served as they come, a crowd of those would fill every turn, and who stands in line for the model would wait for
 * ever. So they get about as much time a turn as a step of the model takes (milliseconds).
 */
const SLICE_MS = 10;

/** Lets those who compute without the model do so one after another, and lets the event loop turn in between. */
export class WordsOnlyTurns {
  readonly #line = new ModelQueue({ depth: Infinity });
  #since = performance.now();

  /** @param begun an answer that is on its way goes before one that has not begun */
  run<Result>(work: () => Result | Promise<Result>, begun: boolean, signal?: AbortSignal): Promise<Result> {
    return this.#line.run(
      async () => {
        if (performance.now() - this.#since >= SLICE_MS) {
          await nextTurn();
          this.#since = performance.now();
        }
        return work();
      },
      signal,
      { first: begun },
    );
  }
}
