import { describe, expect, it } from 'vitest';
import type { Pace } from '../answer/step.ts';
import { ORDINARY_QUESTION } from '../answer/work.ts';
import { QueueFullError } from '../errors.ts';
import type { Caller } from './services.ts';
import { Turns, type TurnsOptions, type TurnsRequest } from './turns.ts';

const at = (address: string, session = ''): Caller => ({ address, session });

/** Turns whose order is written down; the first piece runs until it is let go. */
function busyTurns(options: Partial<TurnsOptions> = {}) {
  const turns = new Turns({ depth: 100, ...options });
  const order: string[] = [];
  let letGo = (): void => undefined;
  const held = turns.forRequest({})(() => new Promise<void>((done) => (letGo = done)), { cost: 1 });
  const piece = (pace: Pace, name: string, cost = 10, load?: number) => pace(() => void order.push(name), { cost, ...(load !== undefined && { load }) });
  const request = (request: TurnsRequest | Caller) => turns.forRequest('address' in request ? { caller: request } : request);
  const finish = async (...pieces: Promise<unknown>[]) => {
    letGo();
    await Promise.allSettled([held, ...pieces]);
    return order;
  };
  return { request, piece, finish, order };
}

describe('Turns', () => {
  it('lets addresses share alike, whatever each asks for', async () => {
    const { request, piece, finish } = busyTurns();
    const greedy = [1, 2, 3, 4].map((n) => piece(request(at('a')), `a${n}`, 100));
    const other = request(at('b'));
    const modest = [1, 2, 3, 4].map((n) => piece(other, `b${n}`, 10));
    expect(await finish(...greedy, ...modest)).toEqual(['a1', 'b1', 'b2', 'b3', 'b4', 'a2', 'a3', 'a4']);
  });

  it('lets the sessions of an address share what it has', async () => {
    const { request, piece, finish } = busyTurns();
    const greedy = [1, 2, 3].map((n) => piece(request(at('a', 'x')), `x${n}`, 100));
    const modest = [1, 2].map((n) => piece(request(at('a', 'y')), `y${n}`, 50));
    expect(await finish(...greedy, ...modest)).toEqual(['x1', 'y1', 'y2', 'x2', 'x3']);
  });

  it('gives a newcomer no more than its share for the time that it was away', async () => {
    const turns = new Turns({ depth: 100 });
    const order: string[] = [];
    const busy = turns.forRequest({ caller: at('a') });
    for (let n = 0; n < 10; n += 1) await busy(() => undefined, { cost: 100 });
    await new Promise((settled) => setImmediate(settled));
    let letGo = (): void => undefined;
    const held = busy(() => new Promise<void>((done) => (letGo = done)), { cost: 10 });
    const other = turns.forRequest({ caller: at('b') });
    const pieces = [1, 2, 3].flatMap((n) => [busy(() => void order.push(`a${n}`), { cost: 10 }), other(() => void order.push(`b${n}`), { cost: 10 })]);
    letGo();
    await Promise.all([held, ...pieces]);
    expect(order).toEqual(['b1', 'a1', 'b2', 'a2', 'b3', 'a3']);
  });

  it('lets a caller come back for its next piece before another begins, and finishes what began first', async () => {
    const { request, piece, finish } = busyTurns();
    const [first, second] = [request(at('a')), request(at('a'))];
    const answer = async () => {
      await piece(first, 'first 1');
      await piece(first, 'first 2');
    };
    const late = piece(second, 'second');
    expect(await finish(answer(), late)).toEqual(['first 1', 'first 2', 'second']);
  });

  it('lets a request tell what it costs before another of its caller goes on', async () => {
    const { request, piece, finish, order } = busyTurns();
    const first = piece(request(at('a')), 'first');
    const early = request(at('a'))(() => void order.push('early'), { cost: 1, early: true });
    await finish(first, early);
    expect(order).toEqual(['early', 'first']);
  });

  it('bounds what waits for the model in work: long questions fill it sooner', async () => {
    const { request, piece, finish } = busyTurns({ depth: 3 });
    const long = piece(request(at('a')), 'long', 10, 3 * ORDINARY_QUESTION);
    const short = piece(request(at('a')), 'short', 10, ORDINARY_QUESTION);
    const refused = piece(request(at('a')), 'refused', 10, ORDINARY_QUESTION);
    const words = piece(request(at('a')), 'words');
    await expect(refused).rejects.toBeInstanceOf(QueueFullError);
    expect(await finish(long, short, words)).toEqual(['long', 'short', 'words']);
  });

  it('takes a question longer than all that may wait when nothing else waits', async () => {
    const { request, piece, finish } = busyTurns({ depth: 1 });
    expect(await finish(piece(request(at('a')), 'long', 10, 5 * ORDINARY_QUESTION))).toEqual(['long']);
  });

  it.each([
    ['address', at('b')],
    ['session', at('a', 'other')],
  ])('makes room for a newcomer of another %s: what came last of whoever has most in line makes way', async (_what, newcomer) => {
    const { request, piece, finish } = busyTurns({ depth: 2 });
    const [one, two, three] = [1, 2, 3].map((n) => piece(request(at('a')), `a${n}`, 10, ORDINARY_QUESTION));
    const other = piece(request(newcomer), 'other', 10, ORDINARY_QUESTION);
    await expect(three).rejects.toBeInstanceOf(QueueFullError);
    expect((await finish(one!, two!, other)).toSorted()).toEqual(['a1', 'a2', 'other']);
  });

  it('bounds all that waits', async () => {
    const { request, piece, finish } = busyTurns({ mostWaiting: 2 });
    const kept = [piece(request(at('a')), 'a1'), piece(request(at('a')), 'a2')];
    await expect(piece(request(at('a')), 'a3')).rejects.toBeInstanceOf(QueueFullError);
    const other = piece(request(at('b')), 'b1');
    await expect(kept[1]).rejects.toBeInstanceOf(QueueFullError);
    expect((await finish(kept[0]!, other)).toSorted()).toEqual(['a1', 'b1']);
  });

  it('with depth 0 runs at once or not at all with the model', async () => {
    const { request, piece, finish } = busyTurns({ depth: 0 });
    await expect(piece(request(at('b')), 'b', 10, 1)).rejects.toBeInstanceOf(QueueFullError);
    expect(await finish()).toEqual([]);
    expect(await new Turns({ depth: 0 }).forRequest({})(() => 'at once', { cost: 1, load: 1 })).toBe('at once');
  });

  it('gives up the model, and later the answer, when there is no time left', async () => {
    const [model, answer] = [new AbortController(), new AbortController()];
    const { request, piece, finish } = busyTurns();
    const pace = request({ caller: at('a'), modelBy: model.signal, answerBy: answer.signal });
    const withModel = piece(pace, 'model', 10, 1);
    model.abort();
    await expect(withModel).rejects.toBeInstanceOf(QueueFullError);
    const words = piece(pace, 'words');
    answer.abort();
    await expect(words).rejects.toBeInstanceOf(QueueFullError);
    await expect(piece(pace, 'more')).rejects.toBeInstanceOf(QueueFullError);
    expect(await finish()).toEqual([]);
  });

  it('gives the place of a client that has left to the next, and goes on after a piece that fails', async () => {
    const client = new AbortController();
    const { request, piece, finish } = busyTurns();
    const left = piece(request({ caller: at('a'), gone: client.signal }), 'left');
    const failing = request(at('a'))(() => Promise.reject(new Error('stuk')), { cost: 1 });
    const next = piece(request(at('a')), 'next');
    client.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    expect(await finish(failing, next)).toEqual(['next']);
    await expect(failing).rejects.toThrow('stuk');
  });

  it('tells how much waits for the model, and what work is done', async () => {
    const [waiting, work]: [number[], number[]] = [[], []];
    const { request, piece, finish } = busyTurns({ onWaiting: (n) => waiting.push(n), onWork: (units) => work.push(units) });
    await finish(piece(request(at('a')), 'a', 10, 1), piece(request(at('a')), 'b', 20));
    expect(Math.max(...waiting)).toBe(1);
    expect(waiting.at(-1)).toBe(0);
    expect(work).toEqual([1, 10, 20]);
  });
});
