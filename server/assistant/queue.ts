import { QueueFullError } from '../errors.ts';

export interface QueueOptions {
  /** How many tasks may wait besides the one that runs; 0 = run at once or not at all. */
  depth: number;
  /** Called with the number of waiting tasks whenever it changes. */
  onDepth?: (waiting: number) => void;
}

interface Waiting {
  start: () => void;
}

/**
 * Admission to a model: one task at a time, in the order of arrival. More than one at a time would only make every
 * request slower on the same cores; a line without an end would make all of them fail under load.
 */
export class ModelQueue {
  readonly #depth: number;
  readonly #onDepth: (waiting: number) => void;
  #waiting: Waiting[] = [];
  #running = false;

  constructor({ depth, onDepth = () => undefined }: QueueOptions) {
    this.#depth = depth;
    this.#onDepth = onDepth;
  }

  /** Tasks that wait, without the one that runs. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Runs `task` when its turn comes and resolves or rejects as it does. A task that still waits when `signal` aborts
   * leaves the line; a running task gets the signal and keeps its place until it has settled. With `first` it waits at the
   * head of the line: it goes on with what began earlier.
   * @throws QueueFullError at once when `depth` tasks wait already; the signal's reason when it is aborted before the start.
   */
  async run<T>(task: (signal?: AbortSignal) => Promise<T> | T, signal?: AbortSignal, { first = false } = {}): Promise<T> {
    signal?.throwIfAborted();
    if (this.#running) await this.#turn(signal, first);
    this.#running = true;
    try {
      // it may have been aborted between being handed the turn and taking it
      signal?.throwIfAborted();
      return await task(signal);
    } finally {
      this.#next();
    }
  }

  #turn(signal: AbortSignal | undefined, first: boolean): Promise<void> {
    if (this.#waiting.length >= this.#depth) {
      throw new QueueFullError('Er wachten al te veel vragen op het model. Probeer het over enkele seconden opnieuw.');
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting = this.#waiting.filter((other) => other !== entry);
        this.#onDepth(this.#waiting.length);
        reject(signal?.reason as Error);
      };
      const entry: Waiting = {
        start: () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      if (first) this.#waiting.unshift(entry);
      else this.#waiting.push(entry);
      this.#onDepth(this.#waiting.length);
    });
  }

  /** Hands the turn to the longest waiting task; `#running` stays true so that no newcomer slips in between. */
  #next(): void {
    const next = this.#waiting.shift();
    if (next === undefined) {
      this.#running = false;
      return;
    }
    next.start();
    this.#onDepth(this.#waiting.length);
  }
}
