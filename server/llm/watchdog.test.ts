import { describe, expect, it } from 'vitest';
import { watched } from './watchdog.ts';

const never = new Promise<never>(() => undefined);
const LIMITS = { firstTokenMs: 60_000, nextTokenMs: 60_000, totalMs: 60_000 };

async function* says(...pieces: (string | Promise<never>)[]): AsyncGenerator<string> {
  for (const piece of pieces) yield await piece;
}
const opened = (pieces: AsyncIterable<string>) => () => Promise.resolve(pieces);
async function all(stream: AsyncIterable<string>): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of stream) pieces.push(piece);
  return pieces;
}

describe('watched', () => {
  it('gives what comes, but for empty pieces', async () => expect(await all(watched(opened(says('a', '', 'b')), LIMITS))).toEqual(['a', 'b']));

  it.each([
    ['first-token', () => never, { ...LIMITS, firstTokenMs: 1 }],
    ['first-token', opened(says(never)), { ...LIMITS, firstTokenMs: 1 }],
    ['next-token', opened(says('a', never)), { ...LIMITS, nextTokenMs: 1 }],
    ['total', opened(says('a', never)), { ...LIMITS, totalMs: 1 }],
  ] as const)('ends what does not go on: %s', async (reason, open, limits) => {
    await expect(all(watched(open, limits))).rejects.toMatchObject({ name: 'ModelFailure', reason });
  });

  it('aborts the source when a limit has passed, when the reader leaves, and when nobody waits any more', async () => {
    const signals: AbortSignal[] = [];
    const open = (signal: AbortSignal): Promise<AsyncIterable<string>> => {
      signals.push(signal);
      return Promise.resolve(says('a', never));
    };
    await expect(all(watched(open, { ...LIMITS, nextTokenMs: 1 }))).rejects.toThrow();
    for await (const _ of watched(open, LIMITS)) break;
    const client = new AbortController();
    const reading = all(watched(open, LIMITS, client.signal));
    client.abort(new Error('left'));
    await expect(reading).rejects.toThrow('left');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
  });

  it('does not begin for nobody', async () => {
    await expect(all(watched(() => { throw new Error('begun'); }, LIMITS, AbortSignal.abort(new Error('left'))))).rejects.toThrow('left'); // prettier-ignore
  });
});
