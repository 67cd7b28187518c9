import type { LinearModel } from '../../server/answer/linear-model.ts';
import { dot } from '../../server/model/floats.ts';

/** A learned yes-or-no model over named features. */
export interface Example {
  /** Absent features count as the mean. */
  features: Readonly<Record<string, number | undefined>>;
  label: boolean;
}

/**
 * Logistic regression with an L2 penalty on standardised features (Hastie, Tibshirani & Friedman,
 * The Elements of Statistical Learning, 4.4), by accelerated gradient descent (Nesterov 1983).
 * @param penalty λ ≥ 0 on the standardised weights, divided by the number of examples
 */
export function fitLogistic(examples: readonly Example[], names: readonly string[], penalty: number, steps = 600): LinearModel {
  const n = examples.length;
  const mean = names.map((name) => average(examples.flatMap(({ features }) => features[name] ?? [])));
  const filled = examples.map(({ features }) => names.map((name, j) => (features[name] ?? mean[j]!) - mean[j]!));
  const scale = names.map((_, j) => Math.sqrt(average(filled.map((row) => row[j]! ** 2))) || 1);
  const rows = filled.map((row) => Float64Array.from(row, (x, j) => x / scale[j]!));
  const labels = examples.map(({ label }) => Number(label));
  let weights = new Float64Array(names.length);
  let bias = 0;
  let lookWeights = weights.slice();
  let lookBias = 0;
  // The logistic loss has curvature at most 1/4 of the largest eigenvalue of XᵀX/n, which the trace bounds.
  const rate = 1 / (0.25 * largestEigenvalue(rows, names.length) + 0.25 + penalty / n);
  for (let step = 0; step < steps; step += 1) {
    const gradient = new Float64Array(names.length);
    let gradientBias = 0;
    rows.forEach((row, i) => {
      const error = sigmoid(dot(row, lookWeights) + lookBias) - labels[i]!;
      for (let j = 0; j < row.length; j += 1) gradient[j]! += (error * row[j]!) / n;
      gradientBias += error / n;
    });
    const next = lookWeights.map((w, j) => w - rate * (gradient[j]! + (penalty / n) * w));
    const nextBias = lookBias - rate * gradientBias;
    const momentum = step / (step + 3);
    lookWeights = next.map((w, j) => w + momentum * (w - weights[j]!));
    lookBias = nextBias + momentum * (nextBias - bias);
    weights = next;
    bias = nextBias;
  }
  return {
    bias,
    terms: Object.fromEntries(names.map((name, j) => [name, { weight: weights[j]! / scale[j]!, mean: mean[j]! }])),
  };
}

/** By power iteration on XᵀX/n. */
function largestEigenvalue(rows: readonly Float64Array[], size: number): number {
  let vector = new Float64Array(size).fill(1 / Math.sqrt(size || 1));
  let value = 1;
  for (let round = 0; round < 20; round += 1) {
    const next = new Float64Array(size);
    for (const row of rows) {
      const projection = dot(row, vector) / rows.length;
      for (let j = 0; j < size; j += 1) next[j]! += projection * row[j]!;
    }
    value = Math.sqrt(dot(next, next));
    if (value === 0) return 1;
    vector = next.map((x) => x / value);
  }
  return value * 1.1;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}
