import { dot } from './floats.ts';

/**
 * Brings a question's token vectors nearer to the way documents say things, and weighs its tokens: people ask in other
 * words than regulations use. A low-rank residual on the query side alone (as LoRA, Hu et al. 2021, arXiv 2106.09685, but
 * on the encoder's output), so that the index, the model and a document added later stay as they are.
 * Learned from practice questions; numbers only.
 */
export interface QueryAdapter {
  /** Both `rank × dimensions`, row by row: a vector x becomes x + Σ (x·down_r) up_r, divided by its length. */
  down: Float32Array;
  up: Float32Array;
  /** `dimensions`: a token's weight is multiplied by exp(x·importance). */
  importance: Float32Array;
}

/** exp(±3): no token's weight changes by more than a factor of twenty. */
export const LARGEST_IMPORTANCE = 3;

/**
 * @param vectors unit vectors of the question's tokens, `tokens × dimensions`
 * @param weights of the tokens, adding up to 1
 * @returns the same shapes: unit vectors, weights that add up to 1
 */
export function adaptQuery(
  { down, up, importance }: QueryAdapter,
  vectors: Float32Array,
  weights: Float32Array,
): { vectors: Float32Array; weights: Float32Array } {
  const dimensions = importance.length;
  const rank = down.length / dimensions;
  const adapted = new Float32Array(vectors.length);
  const weighed = new Float32Array(weights.length);
  let total = 0;
  for (let token = 0; token < weights.length; token += 1) {
    const x = vectors.subarray(token * dimensions, (token + 1) * dimensions);
    const y = adapted.subarray(token * dimensions, (token + 1) * dimensions);
    y.set(x);
    for (let r = 0; r < rank; r += 1) {
      let hidden = 0;
      for (let i = 0; i < dimensions; i += 1) hidden += x[i]! * down[r * dimensions + i]!;
      for (let i = 0; i < dimensions; i += 1) y[i]! += hidden * up[r * dimensions + i]!;
    }
    const length = Math.hypot(...y) || 1;
    for (let i = 0; i < dimensions; i += 1) y[i]! /= length;
    weighed[token] = weights[token]! * Math.exp(clamp(dot(x, importance)));
    total += weighed[token]!;
  }
  return { vectors: adapted, weights: weighed.map((weight) => weight / (total || 1)) };
}

function clamp(x: number): number {
  return Math.max(-LARGEST_IMPORTANCE, Math.min(LARGEST_IMPORTANCE, x));
}
