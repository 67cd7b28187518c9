import type { LinearModel } from '../../server/answer/linear-model.ts';
import { dot } from '../../server/model/floats.ts';

/** One question: what could answer it, and how well each does. */
export interface RankedList {
  /** Absent features count as the mean. */
  features: readonly Readonly<Record<string, number | undefined>>[];
  /** Gain of each, ≥ 0. */
  gains: readonly number[];
  /** What the question counts beside the others. */
  weight: number;
}

/**
 * A linear ranking by the softmax over each list (ListNet, Cao et al., ICML 2007) with an L2 penalty on standardised features,
 * by gradient descent with momentum (Adam, Kingma & Ba, ICLR 2015).
 * @param penalty λ ≥ 0 on the standardised weights
 */
export function fitListwise(lists: readonly RankedList[], names: readonly string[], penalty: number, steps = 400): LinearModel {
  const all = lists.flatMap(({ features }) => features);
  const mean = names.map((name) => average(all.flatMap((each) => each[name] ?? [])));
  const scale = names.map((name, j) => Math.sqrt(average(all.map((each) => ((each[name] ?? mean[j]!) - mean[j]!) ** 2))) || 1);
  const useful = lists.filter(({ gains }) => gains.some((gain) => gain > 0));
  const prepared = useful.map(({ features, gains, weight }) => {
    const total = gains.reduce((a, b) => a + b, 0);
    return { rows: features.map((each) => Float64Array.from(names, (name, j) => ((each[name] ?? mean[j]!) - mean[j]!) / scale[j]!)), shares: gains.map((gain) => gain / total), weight };
  });
  const totalWeight = prepared.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(names.length);
  const first = new Float64Array(names.length);
  const second = new Float64Array(names.length);
  for (let step = 1; step <= steps; step += 1) {
    const gradient = weights.map((w) => 2 * penalty * w);
    for (const { rows, shares, weight } of prepared) {
      const probabilities = softmax(rows.map((row) => dot(row, weights)));
      rows.forEach((row, i) => {
        const error = ((probabilities[i]! - shares[i]!) * weight) / totalWeight;
        for (let j = 0; j < row.length; j += 1) gradient[j]! += error * row[j]!;
      });
    }
    gradient.forEach((g, j) => {
      first[j] = 0.9 * first[j]! + 0.1 * g;
      second[j] = 0.999 * second[j]! + 0.001 * g * g;
      weights[j]! -= (0.02 * (first[j] / (1 - 0.9 ** step))) / (Math.sqrt(second[j] / (1 - 0.999 ** step)) + 1e-8);
    });
  }
  return { bias: 0, terms: Object.fromEntries(names.map((name, j) => [name, { weight: weights[j]! / scale[j]!, mean: mean[j]! }])) };
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

const average = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length);
