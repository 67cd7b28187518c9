import { describe, expect, test } from 'vitest';
import { abstainCase, evaluationCase } from '../testing/fixtures.ts';
import { estimate, estimateDifference, valueOf } from './estimate.ts';
import { measure, meanOf } from './measure.ts';
import { MEASURES } from './measures.ts';
import { ABSTAINED_AT_FIVE, CONFIDENCE_AUC } from './measures/confidence.ts';
import { RIGHT } from './measures/right.ts';
import { scoreCase, type CaseResult } from './score-case.ts';

/** A result of which only the certainty, and whether it is right, matter. */
function result(id: string, confidence: number | undefined, { abstain = false, right = true } = {}): CaseResult {
  const one = (abstain ? abstainCase : evaluationCase)({ id });
  const scores = { ...scoreCase(one, { latencyMs: 1 }, undefined, new Map()), right };
  return { case: one, ask: { latencyMs: 1, ...(confidence !== undefined && { confidence }) }, scores };
}
const confident = (toAnswer: readonly number[], toAbstain: readonly number[]): CaseResult[] => [
  ...toAnswer.map((confidence, at) => result(`a-${at}`, confidence)),
  ...toAbstain.map((confidence, at) => result(`n-${at}`, confidence, { abstain: true })),
];

test('every measure has its own name, and a sentence that explains it', () => {
  expect(new Set(MEASURES.map(({ name }) => name)).size).toBe(MEASURES.length);
  for (const { explanation } of MEASURES) expect(explanation).toMatch(/^[A-Z].+\.$/);
});

describe('confidence', () => {
  test('AUC is the Mann–Whitney statistic', () => {
    // pairs: 3>1 3>2 2>1 2=2 → 3.5 of 4
    expect(estimate(CONFIDENCE_AUC, confident([3, 2], [1, 2])).value).toBe(0.875);
    expect(estimate(CONFIDENCE_AUC, confident([3, 2], [4, 5])).value).toBe(0);
    expect(estimate(CONFIDENCE_AUC, confident([1], [])).value).toBeNaN();
  });

  test('at five percent: twenty questions with an answer allow one to be refused', () => {
    const toAnswer = Array.from({ length: 20 }, (_, at) => at + 1);
    // Refusing up to 1 (one of twenty) refuses 0, 0.5 and, tied with it, 1; 1.5 lies below the second, 2.5 does not.
    expect(estimate(ABSTAINED_AT_FIVE, confident(toAnswer, [0, 0.5, 1, 1.5, 2.5])).value).toBe(0.8);
    // Of nineteen not one may go.
    expect(estimate(ABSTAINED_AT_FIVE, confident(toAnswer.slice(1), [0, 0.5, 1, 1.5, 2.5])).value).toBe(0.8);
    expect(estimate(ABSTAINED_AT_FIVE, confident(toAnswer.slice(1), [2, 3])).value).toBe(0);
  });

  test('what has no confidence is not counted', () => {
    expect(estimate(CONFIDENCE_AUC, [...confident([3], [1]), result('x', undefined)])).toMatchObject({ value: 1, n: 2 });
    expect(estimate(CONFIDENCE_AUC, [result('x', undefined)])).toMatchObject({ value: NaN, n: 0 });
  });
});

describe('intervals', () => {
  const some = Array.from({ length: 40 }, (_, at) => result(`a-${at}`, 1, { right: at % 2 === 0 }));

  test('a case that is asked five times is no five cases', () => {
    const once = estimate(RIGHT, some);
    const fiveTimes = estimate(RIGHT, Array.from({ length: 5 }, () => some).flat());
    expect(fiveTimes.value).toBe(0.5);
    expect(fiveTimes.n).toBe(200);
    // Taken for independent, the interval would be less than half as wide.
    expect(fiveTimes.high - fiveTimes.low).toBeGreaterThan(0.9 * (once.high - once.low));
  });

  test('a difference is taken on the same cases', () => {
    const better = some.map((one) => ({ ...one, scores: { ...one.scores, right: true } }));
    expect(estimateDifference(RIGHT, better, some)).toMatchObject({ value: 0.5, n: 40 });
    expect(estimateDifference(RIGHT, some, some)).toMatchObject({ value: 0, low: 0, high: 0 });
  });

  test('nothing that it is about: no figure', () => {
    const none = measure({ name: 'x', label: '', explanation: '', show: 'score', ...meanOf(() => undefined) });
    expect(estimate(none, some)).toMatchObject({ value: NaN, n: 0 });
    expect(valueOf(none, some[0]!)).toBeUndefined();
  });
});
