/** Wrong passwords from one address, and from all together, before nobody there may try. */
const MOST = { perAddress: 5, all: 50 };
const WINDOW_MS = 15 * 60_000;
const ALL = '*';

/** Locks an address out after five wrong passwords in a quarter of an hour, and everybody after fifty: guessing from many addresses. */
export class LoginGuard {
  readonly #failures = new Map<string, number[]>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Seconds until this address may try again; 0 when it may. */
  waitSeconds(address: string): number {
    return Math.max(this.#wait(address, MOST.perAddress), this.#wait(ALL, MOST.all));
  }

  /** Counted before the password is looked at, so that tries at the same time count too. */
  tried(address: string): void {
    for (const key of [address, ALL]) this.#failures.set(key, [...this.#recent(key), this.#now()]);
    for (const [key] of this.#failures) if (this.#recent(key).length === 0) this.#failures.delete(key);
  }

  succeeded(address: string): void {
    this.#failures.set(ALL, this.#recent(ALL).slice(0, -this.#recent(address).length || undefined));
    this.#failures.delete(address);
  }

  #wait(key: string, most: number): number {
    const recent = this.#recent(key);
    const first = recent.at(-most);
    return first === undefined ? 0 : Math.ceil((first + WINDOW_MS - this.#now()) / 1000);
  }

  #recent(key: string): number[] {
    return (this.#failures.get(key) ?? []).filter((time) => this.#now() - time < WINDOW_MS);
  }
}
