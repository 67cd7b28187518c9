import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestWindow, maxSim, quantise, TokenSimilarities, type Similarities } from './token-index.ts';
import { TokenCounts, TokenRarity } from './token-rarity.ts';

/** Two question tokens against four tokens of a passage that starts at token 10. */
const sims: Similarities = { first: 10, count: 4, values: Float32Array.from([0.1, 0.9, 0.2, 0.3, 0.8, -0.5, 0.4, 0.6]) };
const weights = Float32Array.from([0.25, 0.75]);

describe('maxSim', () => {
  it.each<[string, [number?, number?], number]>([
    // ¼ × 0.9 + ¾ × 0.8
    ['the whole passage', [], 0.825],
    // ¼ × 0.9 + ¾ × 0.4
    ['two tokens inside', [11, 13], 0.525],
    // ¼ × 0.3 + ¾ × 0.6
    ['the last token', [13, 14], 0.525],
    ['beyond the passage, as far as it goes', [13, 99], 0.525],
    ['an empty range', [12, 12], -1],
    ['a range before the passage', [0, 10], -1],
  ])('of %s', (_, range, expected) => expect(maxSim(sims, weights, ...range)).toBeCloseTo(expected, 6));

  it('never falls below −1, however unlike', () => {
    expect(maxSim({ first: 0, count: 1, values: Float32Array.from([-1, -1]) }, weights)).toBeCloseTo(-1, 6);
  });
});

describe('bestWindow', () => {
  it('takes the best two neighbouring sentences', () => {
    // [10,12): ¼·0.9+¾·0.8 = 0.825; [11,13): 0.525; [12,14): ¼·0.3+¾·0.6 = 0.525; the last alone 0.525
    expect(bestWindow(sims, weights, [[10, 11], [11, 12], [12, 13], [13, 14]])).toBeCloseTo(0.825, 6); // prettier-ignore
    expect(bestWindow(sims, weights, [[11, 12], [12, 13]])).toBeCloseTo(0.525, 6); // prettier-ignore
  });

  it('looks at a single sentence too, and finds nothing in none', () => {
    expect(bestWindow(sims, weights, [[12, 13]])).toBeCloseTo(0.25 * 0.2 + 0.75 * 0.4, 6);
    expect(bestWindow(sims, weights, [])).toBe(-1);
  });

  it('is never above the whole passage', () => {
    const values = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(values, (list) => {
        const six: Similarities = { first: 0, count: 6, values: Float32Array.from(list) };
        expect(bestWindow(six, weights, [[0, 2], [2, 3], [3, 6]])).toBeLessThanOrEqual(maxSim(six, weights) + 1e-6); // prettier-ignore
      }),
    );
  });
});

const unitRow = (length: number) =>
  fc
    .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: length, maxLength: length })
    .filter((row) => Math.hypot(...row) > 1e-3)
    .map((row) => row.map((x) => x / Math.hypot(...row)));

describe('quantise', () => {
  it('keeps every component to half a step', () => {
    fc.assert(
      fc.property(fc.array(unitRow(6), { minLength: 1, maxLength: 5 }), (rows) => {
        const vectors = Float32Array.from(rows.flat());
        const { vectors: small, scales } = quantise(vectors, 6);
        vectors.forEach((x, i) => {
          const step = scales[Math.floor(i / 6)]!;
          expect(Math.abs(small[i]! * step - x)).toBeLessThanOrEqual(step / 2 + 1e-6);
        });
        scales.forEach((_, row) => expect(Math.max(...small.subarray(row * 6, row * 6 + 6).map(Math.abs))).toBe(127));
      }),
    );
  });

  it('leaves a row of zeros at zero', () => {
    expect(quantise(new Float32Array(4), 2)).toEqual({ vectors: new Int8Array(4), scales: new Float32Array(2) });
  });
});

describe('TokenSimilarities', () => {
  it('gives the cosine to within what int8 can hold', () => {
    // Also where the length is no multiple of four.
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 13 }).chain((d) => fc.tuple(fc.array(unitRow(d), { minLength: 1, maxLength: 4 }), fc.array(unitRow(d), { minLength: 1, maxLength: 4 }))), ([rows, questions]) => {
        const dimensions = rows[0]!.length;
        const stored = quantise(Float32Array.from(rows.flat()), dimensions);
        const query = quantise(Float32Array.from(questions.flat()), dimensions);
        const { values, count } = new TokenSimilarities(dimensions).of(query, { ...stored, ids: new Int32Array(rows.length), sentences: [] });
        questions.forEach((question, q) =>
          rows.forEach((row, t) => {
            const exact = question.reduce((sum, x, i) => sum + x * row[i]!, 0);
            const [a, b] = [query.scales[q]! / 2, stored.scales[t]! / 2];
            const sum = (list: number[]) => list.reduce((total, x) => total + Math.abs(x), 0);
            const bound = a * sum(row) + b * sum(question) + a * b * dimensions;
            expect(Math.abs(values[q * count + t]! - exact)).toBeLessThanOrEqual(bound + 1e-5);
          }),
        );
      }),
    );
  });
});

describe('TokenRarity', () => {
  it('weighs tokens by idf over passages, adding up to 1', () => {
    // Token 7 in both passages (twice in the first), 8 in one, 9 in none.
    const counts = new TokenCounts();
    counts.add([7, 7, 8]);
    counts.add([7]);
    const rarity = new TokenRarity(counts.idf(), 2);
    // ln(1 + (2 − df + ½) / (df + ½)) for df = 2, 1, 0
    const idf = [Math.log(1.2), Math.log(2), Math.log(6)];
    const total = idf[0]! + idf[1]! + idf[2]!;
    expect([...rarity.weights([7, 8, 9])]).toEqual(idf.map((x) => expect.closeTo(x / total, 6) as number));
    expect([...rarity.weights([])]).toEqual([]);
  });
});
