import { SystemError } from './failure.ts';

/** Time that one question takes, and the end of patience. Waiting for a server that asks for patience does not count. */
export class Stopwatch {
  /** Aborted when the time is over. */
  readonly signal: AbortSignal;
  /** Rejects when the time is over: a system that ignores the signal must not hold up the run. */
  readonly late: Promise<never>;
  readonly #limitMs: number;
  readonly #controller = new AbortController();
  #giveUp!: (error: SystemError) => void;
  #timer: NodeJS.Timeout | undefined;
  #startedAt = 0;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
    this.signal = this.#controller.signal;
    this.late = new Promise<never>((_, reject) => (this.#giveUp = reject));
    // Where nobody waits for it, a rejection must not end the process.
    this.late.catch(() => undefined);
    this.#start();
  }

  /** Milliseconds since the start, or since the last pause ended. */
  get elapsedMs(): number {
    return performance.now() - this.#startedAt;
  }

  /** Waits without the clock, then starts it anew. */
  async pause(wait: () => Promise<unknown>): Promise<void> {
    this.stop();
    await wait();
    this.#start();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #start(): void {
    this.#startedAt = performance.now();
    this.#timer = setTimeout(() => {
      const error = new SystemError('timeout', `Geen antwoord binnen ${this.#limitMs / 1000} seconden.`);
      this.#controller.abort(error);
      this.#giveUp(error);
    }, this.#limitMs);
  }
}
