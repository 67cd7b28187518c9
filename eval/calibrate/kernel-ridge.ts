import { centred, gaussianKernel, questionModel, type QuestionModel } from '../../server/answer/question-model.ts';
import { dot } from '../../server/retrieval/floats.ts';

/** A question's mean vector and whether the sources answer it. */
export interface LabelledVector {
  vector: Float32Array;
  label: boolean;
}

export interface KernelSettings {
  gamma: number;
  /** Ridge penalty λ. */
  penalty: number;
}

/** By cross-validation over tune half and practice questions, and from the practice questions to the tune half; flat. */
const KERNEL: KernelSettings = { gamma: 1, penalty: 0.5 };
const MOST_STEPS = 400;
const EXACT = 1e-5;

/** Kernel ridge regression of ±1: solves (K + λI) α = y − ȳ by conjugate gradients (Hestenes & Stiefel 1952). */
export function fitKernelRidge(examples: readonly LabelledVector[], modelSha256: string, { gamma, penalty }: KernelSettings = KERNEL): QuestionModel {
  const n = examples.length;
  const mean = new Float32Array(examples[0]!.vector.length);
  for (const { vector } of examples) vector.forEach((value, i) => (mean[i]! += value / n));
  const points = examples.map(({ vector }) => centred(vector, mean));
  const kernel = points.map((a) => Float32Array.from(points, (b) => gaussianKernel(dot(a, b), gamma)));
  const labels = examples.map(({ label }) => (label ? 1 : -1));
  const bias = labels.reduce((a, b) => a + b, 0) / n;
  const solution = conjugateGradients((x) => kernel.map((row, i) => dot(row, x) + penalty * x[i]!), labels.map((y) => y - bias));
  return questionModel(modelSha256, gamma, bias, mean, points, Float32Array.from(solution));
}

/** x with A x = b, for a symmetric positive definite A given by what it does. */
export function conjugateGradients(times: (x: readonly number[]) => number[], b: readonly number[]): number[] {
  const x = b.map(() => 0);
  const residual = [...b];
  let direction = [...b];
  let square = dot(residual, residual);
  const enough = square * EXACT ** 2;
  for (let step = 0; step < MOST_STEPS && square > enough; step += 1) {
    const image = times(direction);
    const length = square / dot(direction, image);
    for (let i = 0; i < x.length; i += 1) {
      x[i]! += length * direction[i]!;
      residual[i]! -= length * image[i]!;
    }
    const next = dot(residual, residual);
    direction = direction.map((value, i) => residual[i]! + (next / square) * value);
    square = next;
  }
  return x;
}
