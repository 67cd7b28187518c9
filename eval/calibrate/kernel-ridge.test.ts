import { describe, expect, it } from 'vitest';
import { decodeQuestionModel, encodeQuestionModel, LOWEST_SCORE, scoreQuestion } from '../../server/answer/question-model.ts';
import { conjugateGradients, fitKernelRidge } from './kernel-ridge.ts';

const point = (...values: number[]) => Float32Array.from(values);

describe('conjugateGradients', () => {
  it('solves a system worked out by hand', () => {
    // 4x + y = 1, x + 3y = 2: x = 1/11, y = 7/11 (Shewchuk 1994 uses the same kind).
    const solution = conjugateGradients(([x, y]) => [4 * x! + y!, x! + 3 * y!], [1, 2]);
    expect(solution).toEqual([expect.closeTo(1 / 11, 6), expect.closeTo(7 / 11, 6)]);
  });

  it('leaves zero where there is nothing to solve', () => {
    expect(conjugateGradients((x) => [...x], [0, 0])).toEqual([0, 0]);
  });
});

describe('fitKernelRidge', () => {
  // Two opposite vectors around a mean of zero: K = [[1, k], [k, 1]] with k = exp(−4γ), y = (1, −1), so α = ±1 / (1 + λ − k).
  const two = [
    { vector: point(1, 0), label: true },
    { vector: point(-1, 0), label: false },
  ];

  it('gives the solution of two points', () => {
    const [gamma, penalty] = [0.5, 0.25];
    const k = Math.exp(-4 * gamma);
    const { bias, coefficients } = fitKernelRidge(two, 'm', { gamma, penalty });
    expect(bias).toBe(0);
    expect([...coefficients]).toEqual([expect.closeTo(1 / (1 + penalty - k), 5), expect.closeTo(-1 / (1 + penalty - k), 5)]);
  });

  it('scores near the answered one high, near the other as low as it goes, in between neither', () => {
    const model = fitKernelRidge(two, 'm', { gamma: 1, penalty: 0.1 });
    expect(scoreQuestion(point(0.9, 0.1), model)).toBeGreaterThan(0.5);
    expect(scoreQuestion(point(-0.9, 0.1), model)).toBe(LOWEST_SCORE);
    expect(scoreQuestion(point(0, 1), model)).toBeCloseTo(0, 5);
  });

  it('goes back to the share of answered ones under a heavy penalty', () => {
    const three = [...two, { vector: point(0, 1), label: true }];
    expect(scoreQuestion(point(1, 0), fitKernelRidge(three, 'm', { gamma: 1, penalty: 1e6 }))).toBeCloseTo(1 / 3, 3);
  });

  it('comes back from its file as it went in', () => {
    const model = fitKernelRidge(two, 'm');
    expect(decodeQuestionModel(encodeQuestionModel(model))).toEqual(model);
  });
});
