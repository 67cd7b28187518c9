import { dot, unit } from './floats.ts';

/**
 * A measure in which questions with the same answer lie together: neighbourhood components analysis (Goldberger et al.,
 * NIPS 2004) on the encoder's vectors of questions.
 */
export interface QuestionMeasure {
  /** A question at cosine c has weight exp(sharpness · (c − 1)). */
  sharpness: number;
  /** Mean of the questions it was learned on, `dimensions`; taken off first, since all vectors of the model lie close together. */
  mean: Float32Array;
  /** `components × dimensions`, row by row: what turns a centred question into the numbers of the measure. */
  transform: Float32Array;
}

/** Numbers that a question has in the measure. */
export const componentsOf = ({ transform, mean }: QuestionMeasure): number => transform.length / mean.length;

/** @param vector unit vector of the question, `dimensions` @returns its place in the measure, `components`, of unit length */
export function placeInMeasure(vector: Float32Array, { mean, transform }: QuestionMeasure): Float32Array {
  const centred = unit(vector.map((value, i) => value - mean[i]!));
  return unit(Float32Array.from({ length: transform.length / mean.length }, (_, row) => dot(centred, transform.subarray(row * mean.length, (row + 1) * mean.length))));
}

/** exp(sharpness · (cosine − 1)): 1 for the same question, less the further away. */
export function kernelWeight(cosine: number, sharpness: number): number {
  return Math.exp(sharpness * (cosine - 1));
}
