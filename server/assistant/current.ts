/**
 * What is in use now, and what was before for as long as someone still works with it. A request works with one from start
 * to end; one that was replaced is closed when the last request lets go of it.
 */
export class Current<T extends { close(): Promise<void> }> {
  #held: Held<T>;

  constructor(first: T) {
    this.#held = new Held(first);
  }

  get value(): T {
    return this.#held.value;
  }

  async use<R>(work: (value: T) => Promise<R>): Promise<R> {
    const held = this.#held;
    held.users += 1;
    try {
      return await work(held.value);
    } finally {
      await held.letGo();
    }
  }

  /** Later requests get `next`. */
  async replace(next: T): Promise<void> {
    const before = this.#held;
    this.#held = new Held(next);
    await before.letGo();
  }

  /** Closes what is in use, once the last request has let go of it. */
  close(): Promise<void> {
    return this.#held.letGo();
  }
}

class Held<T extends { close(): Promise<void> }> {
  readonly value: T;
  /** Requests that work with it, and one more while it is the current one. */
  users = 1;

  constructor(value: T) {
    this.value = value;
  }

  async letGo(): Promise<void> {
    this.users -= 1;
    if (this.users === 0) await this.value.close();
  }
}
