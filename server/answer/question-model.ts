import { bytesFrom, floatsFrom, toBase64 } from '../retrieval/floats.ts';
import { quantise } from '../retrieval/token-index.ts';

/**
 * What a question's own vector says about whether the sources answer it: kernel ridge classification with a Gaussian
 * kernel (Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 12.3.7 and 14.5.4). Questions near ones
 * that were answered score high, near ones that were not score low; far from all of them the score is the bias.
 */
export interface QuestionModel {
  /** Embedding model whose vectors it was learned on; with another model it says nothing. */
  modelSha256: string;
  /** Width of the kernel: exp(−γ‖a − b‖²) between unit vectors. */
  gamma: number;
  bias: number;
  /** Mean of the learned questions' vectors; taken off first, since all vectors of the model lie close together. */
  mean: Float32Array;
  /** Centred unit vectors, `questions × dimensions` as int8, with a scale and a coefficient each. */
  vectors: Int8Array;
  scales: Float32Array;
  coefficients: Float32Array;
}

/** A question is not refused on its looks alone: below this, how unlike answered ones it is says nothing more. */
export const LOWEST_SCORE = -0.2;

/** From −0.2 for questions like unanswered ones to about 1 for questions like answered ones. @param vector mean vector of the question */
export function scoreQuestion(vector: Float32Array, { gamma, bias, mean, vectors, scales, coefficients }: QuestionModel): number {
  const x = centred(vector, mean);
  let score = bias;
  for (let i = 0; i < coefficients.length; i += 1) {
    let cosine = 0;
    for (let j = 0; j < x.length; j += 1) cosine += x[j]! * vectors[i * x.length + j]!;
    score += coefficients[i]! * gaussianKernel(cosine * scales[i]!, gamma);
  }
  return Math.max(LOWEST_SCORE, score);
}

/** exp(−γ‖a − b‖²) of two unit vectors by their cosine. */
export function gaussianKernel(cosine: number, gamma: number): number {
  return Math.exp(-2 * gamma * (1 - cosine));
}

/** The vector minus the mean, divided by its length. */
export function centred(vector: Float32Array, mean: Float32Array): Float32Array {
  const difference = vector.map((value, i) => value - mean[i]!);
  const length = Math.hypot(...difference) || 1;
  return difference.map((value) => value / length);
}

/** @param points centred unit vectors */
export function questionModel(modelSha256: string, gamma: number, bias: number, mean: Float32Array, points: readonly Float32Array[], coefficients: Float32Array): QuestionModel {
  const { vectors, scales } = quantise(Float32Array.from(points.flatMap((point) => [...point])), mean.length);
  return { modelSha256, gamma, bias, mean, vectors, scales, coefficients };
}

/** As JSON; numbers little-endian in base64. */
export function encodeQuestionModel({ mean, vectors, scales, coefficients, ...rest }: QuestionModel): string {
  return `${JSON.stringify({ ...rest, mean: toBase64(mean), scales: toBase64(scales), coefficients: toBase64(coefficients), vectors: toBase64(vectors) })}\n`;
}

export function decodeQuestionModel(json: string): QuestionModel {
  const { mean, vectors, scales, coefficients, ...rest } = JSON.parse(json) as Record<'mean' | 'vectors' | 'scales' | 'coefficients', string> &
    Pick<QuestionModel, 'modelSha256' | 'gamma' | 'bias'>;
  return { ...rest, mean: floatsFrom(mean), scales: floatsFrom(scales), coefficients: floatsFrom(coefficients), vectors: new Int8Array(bytesFrom(vectors)) };
}
