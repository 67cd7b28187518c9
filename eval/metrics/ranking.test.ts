import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ndcgAt, recallAt, reciprocalRankAt, trecOrder, type RankedItem } from './ranking.ts';

/** Expected values from trec_eval 9.0.8 itself, through pytrec_eval-terrier 0.5. */
const FROM_TREC_EVAL: Record<
  string,
  { qrels: Record<string, number>; run: Record<string, number>; ndcg5: number; ndcg10: number; rr: number; recall: [r1: number, r5: number, r10: number] }
> = {
  'one relevant, second place': {
    qrels: { d1: 1 },
    run: { d3: 0.9, d1: 0.8, d2: 0.7 },
    ndcg5: 0.6309297535714575, ndcg10: 0.6309297535714575, rr: 0.5, recall: [0, 1, 1],
  },
  'two relevant, first and third': {
    qrels: { d1: 1, d2: 1 },
    run: { d2: 0.9, d9: 0.8, d1: 0.7 },
    ndcg5: 0.9197207891481876, ndcg10: 0.9197207891481876, rr: 1, recall: [0.5, 1, 1],
  },
  'graded, some never retrieved': {
    qrels: { a: 3, b: 2, c: 3, d: 0, e: 1, f: 2, x: 3, y: 2 },
    run: { a: 6, b: 5, c: 4, d: 3, e: 2, f: 1 },
    ndcg5: 0.76592286264237, ndcg10: 0.7561640298168337, rr: 1, recall: [0.14285714285714285, 0.5714285714285714, 0.7142857142857143],
  },
  'nothing relevant': {
    qrels: { d1: 0 },
    run: { d1: 1, d2: 0.5 },
    ndcg5: 0, ndcg10: 0, rr: 0, recall: [0, 0, 0],
  },
  'ties: the id that sorts last comes first': {
    qrels: { b: 1 },
    run: { a: 0.5, b: 0.5, c: 0.5 },
    ndcg5: 0.6309297535714575, ndcg10: 0.6309297535714575, rr: 0.5, recall: [0, 1, 1],
  },
  'fewer than k results': {
    qrels: { d1: 1, d2: 1, d3: 1 },
    run: { d2: 1 },
    ndcg5: 0.46927872602275644, ndcg10: 0.46927872602275644, rr: 1, recall: [1 / 3, 1 / 3, 1 / 3],
  },
  'relevant below the cut': {
    qrels: { p11: 1, p3: 1 },
    run: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`p${at + 1}`, 20 - at])),
    ndcg5: 0.3065735963827292, ndcg10: 0.3065735963827292, rr: 1 / 3, recall: [0, 0.5, 0.5],
  },
}; // prettier-ignore

describe.each(Object.entries(FROM_TREC_EVAL))('as trec_eval: %s', (_, { qrels, run, ndcg5, ndcg10, rr, recall }) => {
  const judgements = new Map(Object.entries(qrels));
  const ranking = trecOrder(Object.entries(run).map(([id, score]) => ({ id, score })));

  test('nDCG', () => {
    expect(ndcgAt(ranking, judgements, 5)).toBeCloseTo(ndcg5, 12);
    expect(ndcgAt(ranking, judgements, 10)).toBeCloseTo(ndcg10, 12);
  });

  test('reciprocal rank', () => {
    expect(reciprocalRankAt(ranking, judgements, Infinity)).toBeCloseTo(rr, 12);
  });

  test('recall', () => {
    expect([1, 5, 10].map((k) => recallAt(ranking, judgements, k))).toEqual(recall.map((value) => expect.closeTo(value, 12)));
  });
});

test('by hand: relevant at rank 3 of two relevant items', () => {
  const judgements = new Map([['a', 1], ['b', 1]]); // prettier-ignore
  // DCG = 1/log2(4) = 0.5; ideal = 1 + 1/log2(3) = 1.63093
  expect(ndcgAt(['x', 'y', 'a'], judgements, 10)).toBeCloseTo(0.5 / 1.6309297535714573, 12);
});

test('the reciprocal rank is cut at k', () => {
  expect(reciprocalRankAt(['x', 'y', 'a'], new Map([['a', 1]]), 2)).toBe(0);
});

test('an empty ranking finds nothing', () => {
  const judgements = new Map([['a', 1]]);
  expect([ndcgAt([], judgements, 10), reciprocalRankAt([], judgements, 10), recallAt([], judgements, 10)]).toEqual([0, 0, 0]);
});

describe('properties', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });
  const judged = ids.chain((all) =>
    fc.record({ all: fc.constant(all), grades: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: all.length, maxLength: all.length }) }),
  );
  const measures = [ndcgAt, reciprocalRankAt, recallAt];

  test('lie between 0 and 1', () => {
    fc.assert(
      fc.property(judged, fc.integer({ min: 1, max: 15 }), ({ all, grades }, k) => {
        const judgements = new Map(all.map((id, at) => [id, grades[at]!]));
        for (const measure of measures) {
          expect(measure(all, judgements, k)).toBeGreaterThanOrEqual(0);
          expect(measure(all, judgements, k)).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  test('the ideal order scores nDCG 1', () => {
    fc.assert(
      fc.property(judged, ({ all, grades }) => {
        const judgements = new Map(all.map((id, at) => [id, grades[at]!]));
        const ideal = [...all].sort((a, b) => judgements.get(b)! - judgements.get(a)!);
        expect(ndcgAt(ideal, judgements, 10)).toBeCloseTo(grades.some((grade) => grade > 0) ? 1 : 0, 12);
      }),
    );
  });

  test('recall and reciprocal rank never fall as k grows', () => {
    fc.assert(
      fc.property(judged, fc.integer({ min: 1, max: 12 }), ({ all, grades }, k) => {
        const judgements = new Map(all.map((id, at) => [id, grades[at]!]));
        expect(recallAt(all, judgements, k + 1)).toBeGreaterThanOrEqual(recallAt(all, judgements, k));
        expect(reciprocalRankAt(all, judgements, k + 1)).toBeGreaterThanOrEqual(reciprocalRankAt(all, judgements, k));
      }),
    );
  });

  test('swapping a relevant item up never lowers a score', () => {
    fc.assert(
      fc.property(judged, fc.nat(), ({ all, grades }, seed) => {
        fc.pre(all.length > 1);
        const judgements = new Map(all.map((id, at) => [id, grades[at]!]));
        const at = 1 + (seed % (all.length - 1));
        fc.pre(judgements.get(all[at]!)! > judgements.get(all[at - 1]!)!);
        const better = all.with(at - 1, all[at]!).with(at, all[at - 1]!);
        for (const measure of measures) expect(measure(better, judgements, 10)).toBeGreaterThanOrEqual(measure(all, judgements, 10));
      }),
    );
  });

  test("trec_eval's order does not depend on the order given", () => {
    const run = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), score: fc.integer({ min: 0, max: 3 }) }), { selector: ({ id }) => id });
    fc.assert(
      fc.property(run, fc.infiniteStream(fc.nat()), (items: RankedItem[], random) => {
        const shuffled = items.map((item) => ({ item, key: random.next().value as number })).sort((a, b) => a.key - b.key).map(({ item }) => item);
        expect(trecOrder(shuffled)).toEqual(trecOrder(items));
      }),
    );
  });
});
