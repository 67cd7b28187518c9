import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kappa, kappaEstimate, NOMINAL, QUADRATIC, type Disagreement } from './kappa.ts';
import { spearman, spearmanEstimate } from './spearman.ts';

type Pairs = [number, number][];
/** Pairs of a table of counts: row is the first reader's grade, column the second's. */
const pairsOf = (table: readonly number[][]): Pairs =>
  table.flatMap((row, a) => row.flatMap((count, b) => Array.from({ length: count }, (): [number, number] => [a, b])));
const side = (...counts: number[]): number[] => counts.flatMap((count, grade) => Array.from({ length: count }, () => grade));
const sideBySide = (a: readonly number[], b: readonly number[]): Pairs => a.map((grade, at) => [grade, b[at]!]);

describe('kappa', () => {
  /** Cohen, Psychological Bulletin 70 (1968), table 1, 200 patients: .492 unweighted, .348 with these weights. */
  const COHEN = pairsOf([[88, 14, 18], [10, 40, 10], [2, 6, 12]]); // prettier-ignore
  const COHEN_WEIGHTS: Disagreement = (a, b) => [[0, 1, 3], [1, 0, 6], [3, 6, 0]][a]![b]!; // prettier-ignore

  test('as Cohen published it', () => {
    expect(kappa(COHEN, NOMINAL)).toBeCloseTo(0.492, 3);
    expect(kappa(COHEN, COHEN_WEIGHTS)).toBeCloseTo(0.348, 3);
  });

  /** Artstein & Poesio, Computational Linguistics 34 (2008), tables 1 and 4; quadratic: scikit-learn's own example. */
  test.each([
    ['two kinds of dialogue act', pairsOf([[20, 20], [10, 50]]), NOMINAL, 0.348, 3],
    ['three kinds', sideBySide(side(46, 44, 10), side(52, 32, 16)), NOMINAL, 0.8013, 4],
    ['three grades, nominal', sideBySide(side(46, 44, 10), side(50, 40, 10)), NOMINAL, 0.9315, 4],
    ['three grades, linear', sideBySide(side(46, 44, 10), side(50, 40, 10)), (a: number, b: number) => Math.abs(a - b), 0.9412, 4],
    ['three grades, quadratic', sideBySide(side(46, 44, 10), side(50, 40, 10)), QUADRATIC, 0.9541, 4],
  ] as const)('%s', (_, pairs, disagreement, expected, digits) => {
    expect(kappa(pairs, disagreement)).toBeCloseTo(expected, digits);
  });

  test('agreement is 1, opposite grades −1, one grade for all says nothing', () => {
    expect(kappa([[0, 0], [3, 3], [2, 2]], QUADRATIC)).toBe(1); // prettier-ignore
    expect(kappa([[0, 3], [3, 0]], QUADRATIC)).toBe(-1); // prettier-ignore
    expect(kappa([[3, 3], [3, 3]], QUADRATIC)).toBeNaN(); // prettier-ignore
    expect(kappa([], NOMINAL)).toBeNaN();
  });

  test('counting a pair twice is the same as having it twice', () => {
    const pairs: Pairs = [[0, 1], [1, 1], [2, 3], [3, 3]]; // prettier-ignore
    expect(kappa(pairs, QUADRATIC, [2, 1, 0, 3])).toBeCloseTo(kappa([pairs[0]!, pairs[0]!, pairs[1]!, pairs[3]!, pairs[3]!, pairs[3]!], QUADRATIC), 12);
  });

  /** Cohen's table: the large-sample standard error of Fleiss, Cohen & Everitt (Psychological Bulletin 72, 1969) is .0510. */
  test('the interval is that of large samples where that holds', () => {
    const { value, low, high, n } = kappaEstimate(COHEN, NOMINAL);
    expect({ value, n }).toEqual({ value: expect.closeTo(0.4915, 4), n: 200 });
    expect(Math.abs(low - (0.4915 - 1.96 * 0.051))).toBeLessThan(0.01);
    expect(Math.abs(high - (0.4915 + 1.96 * 0.051))).toBeLessThan(0.01);
    expect(kappaEstimate([], NOMINAL)).toEqual({ value: NaN, low: NaN, high: NaN, n: 0 });
  });
});

describe('spearman', () => {
  /** IQ and hours of television of ten people, the textbook example: ρ = −29/165. */
  const TELEVISION: Pairs = [[106, 7], [100, 27], [86, 2], [101, 50], [99, 28], [103, 29], [97, 20], [113, 12], [112, 6], [110, 17]]; // prettier-ignore

  test('of different values', () => {
    expect(spearman(TELEVISION)).toBeCloseTo(-29 / 165, 12);
  });

  /** scipy.stats.spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]), from its documentation. */
  test('of values that occur twice', () => {
    expect(spearman([[1, 5], [2, 6], [3, 7], [4, 8], [5, 7]])).toBeCloseTo(0.8207826816681233, 12); // prettier-ignore
  });

  test('knows only order, and its sign turns with it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9 })), { minLength: 2, maxLength: 30 }), (pairs) => {
        const rho = spearman(pairs);
        if (Number.isNaN(rho)) return;
        expect(Math.abs(rho)).toBeLessThanOrEqual(1 + 1e-12);
        expect(spearman(pairs.map(([x, y]) => [x ** 3, y]))).toBeCloseTo(rho, 10);
        expect(spearman(pairs.map(([x, y]) => [x, -y]))).toBeCloseTo(-rho, 10);
      }),
    );
  });

  test('nothing to order: nothing known', () => {
    expect(spearman([[1, 1], [1, 2]])).toBeNaN(); // prettier-ignore
    expect(spearman([])).toBeNaN();
  });

  test('counting a pair twice is the same as having it twice', () => {
    expect(spearman(TELEVISION, [2, 1, 0, 1, 1, 3, 1, 1, 1, 1])).toBeCloseTo(
      spearman([TELEVISION[0]!, ...TELEVISION.filter((_, at) => at !== 2), TELEVISION[5]!, TELEVISION[5]!]),
      12,
    );
  });

  test('the interval holds the value and narrows with more pairs', () => {
    const few = spearmanEstimate(TELEVISION);
    const many = spearmanEstimate(Array.from({ length: 20 }, () => TELEVISION).flat());
    expect(few.low).toBeLessThan(few.value);
    expect(few.high).toBeGreaterThan(few.value);
    expect(many.high - many.low).toBeLessThan((few.high - few.low) / 3);
  });
});
