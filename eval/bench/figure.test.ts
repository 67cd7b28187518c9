import { describe, expect, it } from 'vitest';
import { atLeast, atMost, compared, figureTable } from './figure.ts';

describe('figures', () => {
  it('meet their targets at the limit, and not past it', () => {
    expect(atMost('a', 60, 60, 'ms', '1').met).toBe(true);
    expect(atMost('a', 60.01, 60, 'ms', '1').met).toBe(false);
    expect(atLeast('a', 0.99, 0.99, '1').met).toBe(true);
    expect(atLeast('a', 0.98999, 0.99, '1')).toMatchObject({ met: false, measured: '0.9899' });
    expect(atMost('a', NaN, 60, 'ms', '0').met).toBe(false);
  });

  it('stand in a Markdown table, with what missed its target marked', () => {
    const figures = [atMost('`search` | p95', 12.34, 60, 'ms', '200 questions'), atMost('start', 4, 3, 's', '3'), compared('baseline', 9, 'ms', '200')];
    expect(figureTable(figures)).toBe(
      [
        '| figure | target | measured | of | |',
        '| --- | --- | --- | --- | --- |',
        '| `search` \\| p95 | ≤ 60 ms | 12.3 ms | 200 questions | ✔ |',
        '| start | ≤ 3 s | 4 s | 3 | ✘ |',
        '| baseline |  | 9 ms | 200 |  |',
      ].join('\n'),
    );
  });
});
