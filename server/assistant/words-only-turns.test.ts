import { describe, expect, it, vi } from 'vitest';
import { WordsOnlyTurns } from './words-only-turns.ts';

describe('WordsOnlyTurns', () => {
  it('lets one compute at a time, and what is on its way before what has not begun', async () => {
    const turns = new WordsOnlyTurns();
    const order: string[] = [];
    const work = (name: string) => () => void order.push(name);
    const first = turns.run(async () => {
      await Promise.resolve();
      order.push('a1');
    }, false);
    const others = [turns.run(work('b1'), false), turns.run(work('c1'), false), turns.run(work('a2'), true)];
    await Promise.all([first, ...others]);
    expect(order).toEqual(['a1', 'a2', 'b1', 'c1']);
  });

  it('lets the event loop turn when a crowd has computed for long', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    try {
      const turns = new WordsOnlyTurns();
      let turned = 0;
      const count = () => setImmediate(() => { turned += 1; count(); }).unref(); // prettier-ignore
      count();
      // Each takes thirty milliseconds: some four of them fit in a turn.
      await Promise.all(Array.from({ length: 20 }, () => turns.run(() => void (now += 30), false)));
      expect(turned).toBeGreaterThanOrEqual(4);
    } finally {
      vi.restoreAllMocks();
    }
  });

  it('goes on after one that fails or leaves', async () => {
    const turns = new WordsOnlyTurns();
    const client = new AbortController();
    const failing = turns.run(() => Promise.reject(new Error('stuk')), false);
    const leaving = turns.run(() => 'b', false, client.signal);
    const next = turns.run(() => 'c', false);
    client.abort();
    await expect(failing).rejects.toThrow('stuk');
    await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });
    await expect(next).resolves.toBe('c');
  });
});
