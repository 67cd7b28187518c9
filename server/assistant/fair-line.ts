import type { Caller } from './services.ts';

export interface InLine {
  caller: Caller;
  /** Number of its request: what began earlier goes on first. */
  request: number;
  /** Before its caller's other pieces, whatever its request. */
  early: boolean;
  /** Units of work. */
  cost: number;
}

/** Names kept of callers that have nothing in line; past it those without a debt are forgotten. */
const MOST_NAMES = 1000;

/**
 * A line in which callers share alike, whatever each of them asks for: start-time fair queueing (Goyal, Vin and Cheng 1996)
 * between addresses, and again between the sessions of an address. Who had the least work done goes first; who comes new
 * starts level with whoever is being served, so nobody saves up turns.
 */
export class FairLine<Entry extends InLine> {
  #entries: Entry[] = [];
  readonly #addresses = new Shares();
  readonly #sessions = new Map<string, Shares>();

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
  }

  remove(entry: Entry): void {
    this.#entries = this.#entries.filter((other) => other !== entry);
  }

  /** Takes out whose turn it is. */
  next(): Entry | undefined {
    if (this.#entries.length === 0) return undefined;
    const address = this.#addresses.least(this.#entries.map(({ caller }) => caller.address));
    const here = this.#entries.filter(({ caller }) => caller.address === address);
    const session = this.#sharesAt(address).least(here.map(({ caller }) => caller.session));
    const mine = here.filter(({ caller }) => caller.session === session);
    const early = mine.filter((entry) => entry.early);
    const first = (early.length > 0 ? early : mine).reduce((best, entry) => (entry.request < best.request ? entry : best));
    this.remove(first);
    return first;
  }

  /** The work is done now: it counts for its caller. */
  charge({ caller, cost }: InLine): void {
    this.#addresses.charge(caller.address, cost);
    this.#sharesAt(caller.address).charge(caller.session, cost);
    for (const address of this.#sessions.keys()) if (!this.#addresses.knows(address)) this.#sessions.delete(address);
  }

  #sharesAt(address: string): Shares {
    let shares = this.#sessions.get(address);
    if (!shares) this.#sessions.set(address, (shares = new Shares()));
    return shares;
  }
}

/** How much work each name has had, on a clock that stands at the start of the work that is being done. */
class Shares {
  #clock = 0;
  readonly #had = new Map<string, number>();

  /** The name that had least; of equals the first. @param names at least one */
  least(names: readonly string[]): string {
    return names.reduce((best, name) => (this.#of(name) < this.#of(best) ? name : best));
  }

  charge(name: string, cost: number): void {
    this.#clock = this.#of(name);
    this.#had.set(name, this.#clock + cost);
    if (this.#had.size <= MOST_NAMES) return;
    for (const [other, had] of this.#had) if (had <= this.#clock) this.#had.delete(other);
  }

  knows(name: string): boolean {
    return this.#had.has(name);
  }

  #of(name: string): number {
    return Math.max(this.#had.get(name) ?? 0, this.#clock);
  }
}
