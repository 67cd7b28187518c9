import type { Pace, Turn } from '../answer/step.ts';
import { ORDINARY_QUESTION } from '../answer/work.ts';
import { QueueFullError } from '../errors.ts';
import { FairLine, type InLine } from './fair-line.ts';
import type { Caller } from './services.ts';

export interface TurnsOptions {
  /** How much may wait for the model besides what runs, in ordinary questions; 0 = run at once or not at all. */
  depth: number;
  /** Pieces of work that may wait in all, those by words alone among them. */
  mostWaiting?: number;
  /** Called with the number of requests that wait for the model whenever it changes. */
  onWaiting?: (waiting: number) => void;
  /** Called with the units of each piece as it begins. */
  onWork?: (units: number) => void;
}

/** One request: who asks, and how long it is worth waiting. */
export interface TurnsRequest {
  caller?: Caller | undefined;
  /** The client has left. */
  gone?: AbortSignal | undefined;
  /** From then on it does without the model, and then without an answer. */
  modelBy?: AbortSignal | undefined;
  answerBy?: AbortSignal | undefined;
}

interface Waiting extends InLine {
  /** What the request asks of the model, in ordinary questions; 0 once it has begun. */
  load: number;
  start: () => void;
  refuse: () => void;
}

const NOBODY: Caller = { address: '', session: '' };
const MOST_WAITING = 256;
const TOO_BUSY = 'Er wachten al te veel vragen. Probeer het over enkele seconden opnieuw.';

/**
 * All computing for answers, one piece at a time: more at once would only make every request slower on the same cores. What
 * waits is bounded in work, not only in number, and callers take turns, so that no one's long questions hold up another's.
 */
export class Turns {
  readonly #depth: number;
  readonly #mostWaiting: number;
  readonly #onWaiting: (waiting: number) => void;
  readonly #onWork: (units: number) => void;
  readonly #line = new FairLine<Waiting>();
  #running = false;
  #requests = 0;

  constructor({ depth, mostWaiting = MOST_WAITING, onWaiting = () => undefined, onWork = () => undefined }: TurnsOptions) {
    this.#depth = depth;
    this.#mostWaiting = mostWaiting;
    this.#onWaiting = onWaiting;
    this.#onWork = onWork;
  }

  /**
   * Turns for one request. A piece with a `load` is refused with a QueueFullError when the model has no room for it or comes too
   * late (words alone should answer then), any piece when there is no room at all or no time left.
   */
  forRequest(request: TurnsRequest): Pace {
    this.#requests += 1;
    const number = this.#requests;
    return (work, turn) => this.#run(work, turn, number, request);
  }

  async #run<Result>(work: () => Result | Promise<Result>, turn: Turn, request: number, { caller = NOBODY, gone, modelBy, answerBy }: TurnsRequest): Promise<Result> {
    gone?.throwIfAborted();
    const late = [...(turn.load && modelBy ? [modelBy] : []), ...(answerBy ? [answerBy] : [])];
    if (late.some(({ aborted }) => aborted)) throw new QueueFullError(TOO_BUSY);
    const place = { caller, request, cost: turn.cost, early: turn.early ?? false };
    if (this.#running) await this.#wait({ ...place, load: (turn.load ?? 0) / ORDINARY_QUESTION }, gone, late);
    this.#running = true;
    this.#line.charge(place);
    try {
      // it may have left between being handed the turn and taking it
      gone?.throwIfAborted();
      this.#onWork(turn.cost);
      return await work();
    } finally {
      // Not at once: whoever was served may come back for its next piece, and the event loop gets its turn.
      setImmediate(() => this.#next());
    }
  }

  #wait(place: InLine & { load: number }, gone: AbortSignal | undefined, late: readonly AbortSignal[]): Promise<void> {
    this.#makeRoom(place);
    return new Promise((resolve, reject) => {
      const signals = [...(gone ? [gone] : []), ...late];
      const leave = (reason: Error) => {
        end();
        this.#line.remove(entry);
        this.#tell();
        reject(reason);
      };
      const abort = () => leave(gone?.aborted ? (gone.reason as Error) : new QueueFullError(TOO_BUSY));
      const end = () => signals.forEach((signal) => signal.removeEventListener('abort', abort));
      const entry: Waiting = {
        ...place,
        start: () => {
          end();
          resolve();
        },
        refuse: () => leave(new QueueFullError(TOO_BUSY)),
      };
      for (const signal of signals) signal.addEventListener('abort', abort, { once: true });
      this.#line.add(entry);
      this.#tell();
    });
  }

  /** Where there is no room, what waits of whoever has most in line makes way; nobody's but one's own for a newcomer with more. */
  #makeRoom(newcomer: InLine & { load: number }): void {
    const loads = ({ load }: { load: number }) => load;
    if (newcomer.load > 0) {
      const isFull = (): boolean => {
        const waiting = sum(this.#line.entries, loads);
        // and one for the question that runs: it is counted while it waits for its first piece, which is seldom
        return this.#depth === 0 || (waiting > 0 && waiting + newcomer.load > this.#depth + 1);
      };
      while (isFull()) this.#refuseOne(newcomer, loads);
    }
    while (this.#line.entries.length >= this.#mostWaiting) this.#refuseOne(newcomer, () => 1);
  }

  #refuseOne(newcomer: InLine & { load: number }, of: (entry: { load: number }) => number): void {
    const { address, session } = newcomer.caller;
    const waiting = this.#line.entries.filter((entry) => of(entry) > 0);
    const byAddress = heaviest(waiting, ({ caller }) => caller.address, of, newcomer);
    const others = byAddress ?? waiting.filter(({ caller }) => caller.address === address);
    const bySession = heaviest(others, ({ caller }) => caller.session, of, byAddress ? undefined : newcomer);
    const victim = (bySession ?? []).at(-1);
    if (!victim || (victim.caller.address === address && victim.caller.session === session)) throw new QueueFullError(TOO_BUSY);
    victim.refuse();
  }

  #tell(): void {
    this.#onWaiting(this.#line.entries.filter(({ load }) => load > 0).length);
  }

  /** Hands the turn on; `#running` stays true so that no newcomer slips in between. */
  #next(): void {
    const next = this.#line.next();
    if (!next) this.#running = false;
    next?.start();
    if (next) this.#tell();
  }
}

const sum = <T>(entries: readonly T[], of: (entry: T) => number): number => entries.reduce((all, entry) => all + of(entry), 0);

/** The entries of the name with the most in line, if that is more than the newcomer's own name would have. */
function heaviest(
  entries: readonly Waiting[],
  nameOf: (entry: InLine) => string,
  of: (entry: { load: number }) => number,
  newcomer?: InLine & { load: number },
): Waiting[] | undefined {
  const names = new Map<string, Waiting[]>();
  for (const entry of entries) names.set(nameOf(entry), [...(names.get(nameOf(entry)) ?? []), entry]);
  const most = [...names.values()].reduce<Waiting[]>((best, group) => (sum(group, of) > sum(best, of) ? group : best), []);
  const own = newcomer ? sum(names.get(nameOf(newcomer)) ?? [], of) + of(newcomer) : 0;
  return most.length > 0 && sum(most, of) > own ? most : undefined;
}
