import { describe, expect, it } from 'vitest';
import { adaptQuery, type QueryAdapter } from './query-adapter.ts';

const floats = (...values: number[]) => Float32Array.from(values);
/** Turns the first direction halfway to the second, and doubles the weight of tokens along the second. */
const adapter: QueryAdapter = { down: floats(1, 0), up: floats(0, 1), importance: floats(0, Math.log(2)) };

describe('adaptQuery', () => {
  it('adds the learned change to each token and keeps it a unit vector', () => {
    // (1, 0) + 1·(0, 1) = (1, 1), of length √2; (0, 1) has nothing along `down`.
    const { vectors } = adaptQuery(adapter, floats(1, 0, 0, 1), floats(0.5, 0.5));
    expect([...vectors]).toEqual([Math.SQRT1_2, Math.SQRT1_2, 0, 1].map((x) => expect.closeTo(x, 6) as number));
  });

  it('weighs tokens by importance; together they stay 1', () => {
    // ½·1 against ½·2
    const { weights } = adaptQuery(adapter, floats(1, 0, 0, 1), floats(0.5, 0.5));
    expect([...weights]).toEqual([expect.closeTo(1 / 3, 6), expect.closeTo(2 / 3, 6)]);
  });

  it('lets no token outweigh another more than twentyfold by importance', () => {
    const extreme = { ...adapter, importance: floats(100, 0) };
    const { weights } = adaptQuery(extreme, floats(1, 0, 0, 1), floats(0.5, 0.5));
    expect(weights[0]! / weights[1]!).toBeCloseTo(Math.exp(3), 3);
  });

  it('leaves the question as it is, and its own arrays untouched', () => {
    const [vectors, weights] = [floats(0.6, 0.8), floats(1)];
    const none = { ...adapter, up: floats(0, 0), importance: floats(0, 0) };
    expect([...adaptQuery(none, vectors, weights).vectors]).toEqual([expect.closeTo(0.6, 6), expect.closeTo(0.8, 6)]);
    adaptQuery(adapter, vectors, weights);
    expect([...vectors, ...weights]).toEqual([...floats(0.6, 0.8), 1]);
  });
});
