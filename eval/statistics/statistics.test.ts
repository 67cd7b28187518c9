import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrapMean, pairedBootstrap } from './bootstrap.ts';
import { quantile } from './quantile.ts';
import { createRandom, sample, seedOf } from './random.ts';
import { wilson } from './wilson.ts';

describe('wilson', () => {
  /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (score without continuity correction). */
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (hits, n, low, high) => {
    const interval = wilson(hits, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(interval.value).toBe(hits / n);
  });

  test('nothing observed: nothing known', () => {
    expect(wilson(0, 0)).toEqual({ value: NaN, low: 0, high: 1, n: 0 });
  });

  test('holds the rate, stays in 0…1 and mirrors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, some) => {
        const hits = Math.min(some, n);
        const { low, high, value } = wilson(hits, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(wilson(n - hits, n).low).toBeCloseTo(1 - high, 10);
      }),
    );
  });
});

describe('quantile', () => {
  /** R 4: quantile(c(1, 2, 3, 4, 10), c(.25, .5, .9, .95)) and quantile(c(15, 20, 35, 40, 50), .4). */
  test('as R type 7', () => {
    expect([0.25, 0.5, 0.9, 0.95].map((p) => quantile([10, 2, 3, 1, 4], p))).toEqual([2, 3, expect.closeTo(7.6, 10), expect.closeTo(8.8, 10)]);
    expect(quantile([15, 20, 35, 40, 50], 0.4)).toBeCloseTo(29, 10);
  });

  test('of nothing is not a number', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('bootstrap', () => {
  /** For a mean the percentile interval comes near mean ± 1.96 s/√n: here 0.5 ± 0.0566 (300 values 0.5 ± 0.5). */
  test('agrees with the normal interval where that holds', () => {
    const { value, low, high, n } = bootstrapMean(Array.from({ length: 300 }, (_, at) => at % 2));
    expect({ value, n }).toEqual({ value: 0.5, n: 300 });
    expect(low).toBeCloseTo(0.5 - 0.0566, 2);
    expect(high).toBeCloseTo(0.5 + 0.0566, 2);
  });

  test('the same seed gives the same interval', () => {
    const values = [0, 1, 1, 0.5, 0.25, 1];
    expect(bootstrapMean(values)).toEqual(bootstrapMean(values));
    expect(bootstrapMean(values, { samples: 500, seed: 1 })).not.toEqual(bootstrapMean(values, { samples: 500, seed: 2 }));
  });

  test('pairs: a constant advantage is certain, noise around zero is not', () => {
    const theirs = Array.from({ length: 50 }, (_, at) => (at % 5) / 5);
    const ahead = pairedBootstrap(theirs.map((value) => value + 0.1), theirs);
    expect(ahead.low).toBeCloseTo(0.1, 10);
    expect(ahead.p).toBe(0);
    const noise = pairedBootstrap(theirs.map((value, at) => value + (at % 2 === 0 ? 0.1 : -0.1)), theirs);
    expect(noise.low).toBeLessThan(0);
    expect(noise.high).toBeGreaterThan(0);
    expect(noise.p).toBeGreaterThan(0.5);
  });

  test('turning the pair round turns the sign', () => {
    const a = [1, 0, 1, 1, 0, 0.5];
    const b = [0, 0, 1, 0.5, 0, 1];
    const forward = pairedBootstrap(a, b);
    const back = pairedBootstrap(b, a);
    expect(back.value).toBeCloseTo(-forward.value, 12);
    expect(back.low).toBeCloseTo(-forward.high, 12);
  });

  test('no cases and unlike lengths', () => {
    expect(bootstrapMean([])).toEqual({ value: NaN, low: NaN, high: NaN, n: 0 });
    expect(() => pairedBootstrap([1], [])).toThrow(RangeError);
  });
});

describe('random', () => {
  /** Reference values of Mulberry32 with seed 1, first three of 2^32. */
  test('is the published generator', () => {
    const random = createRandom(1);
    expect([random(), random(), random()].map((value) => Math.round(value * 2 ** 32))).toEqual([2693262067, 11749833, 2265367787]);
  });

  test('a sample keeps the order and holds nothing twice', () => {
    const items = Array.from({ length: 100 }, (_, at) => at);
    const drawn = sample(items, 10, createRandom(seedOf('a', 1)));
    expect(drawn).toHaveLength(10);
    expect([...drawn].sort((a, b) => a - b)).toEqual(drawn);
    expect(new Set(drawn).size).toBe(10);
    expect(sample(items, 200, createRandom(1))).toEqual(items);
  });
});
