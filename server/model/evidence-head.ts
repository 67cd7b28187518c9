import { dot, unit } from './floats.ts';

/**
 * Whether a sentence answers a question, from the vectors that the encoder gave already: a small head over late interaction.
 * Where late interaction (Khattab & Zaharia 2020) adds up how well each token of the question is met, this learned which
 * tokens must be met and what it means when one is not ("hoe hoog" met by a sentence without an amount). It sees tokens
 * and sentences only, no topic and no document; learned on questions with their evidence, see `learned/CARD.md`.
 * `H` hidden units; matrices row by row.
 */
export interface EvidenceHead {
  /** `dimensions × H` each: of the question's token, of the sentence's token that meets it best, of their product. */
  question: Float32Array;
  sentence: Float32Array;
  product: Float32Array;
  /** `H` */
  bias: Float32Array;
  output: Float32Array;
  /** `dimensions`: how much a token counts beside its weight to the power `idfPower`. */
  importance: Float32Array;
  idfPower: number;
  /** Per similarity with the sentence and its neighbours, and with the sentence alone. */
  windowSlope: number;
  ownSlope: number;
  /** Per similarity of the token that is met worst. */
  worst: number;
  offset: number;
  /** The question as a whole against the sentence as a whole; `dimensions × H`, `H`, and the mean sentence. */
  meaning: { question: Float32Array; sentence: Float32Array; output: Float32Array; mean: Float32Array };
}

/** A question's tokens, ready to be compared with many sentences. */
export interface PreparedEvidence {
  /** Places among the question's tokens of those that count (the heaviest, in order). */
  tokens: readonly number[];
  /** Per token its share (together 1), its part of the hidden units, and what a sentence's token adds to them: `H × dimensions`. */
  shares: Float32Array;
  hidden: readonly Float32Array[];
  meets: readonly Float32Array[];
  meaning: Float32Array;
}

/** How a sentence meets the question, per token of it in the question's order. */
export interface MetTokens {
  /** Best similarity within the sentence and its neighbours, and within the sentence alone, −1…1. */
  window: ArrayLike<number>;
  own: ArrayLike<number>;
  /** Unit vector of the sentence's token that gave `own`; holds until the next is asked for. */
  vectorOf: (token: number) => Float32Array;
  /** Unit vector: mean of the sentence's tokens. */
  mean: Float32Array;
}

/** Longer questions are read by their heaviest tokens. */
const MOST_TOKENS = 24;
const PRODUCT_SCALE = 4;
const SUM_SCALE = 4;
const SMALLEST_WEIGHT = 1e-6;

/** @param vectors `tokens × dimensions`, unit rows, adapted; @param weights of the tokens, adding up to 1 */
export function prepareEvidence(head: EvidenceHead, vectors: Float32Array, weights: Float32Array): PreparedEvidence {
  const dimensions = head.importance.length;
  const heaviest = [...weights.keys()].sort((a, b) => weights[b]! - weights[a]!).slice(0, MOST_TOKENS);
  const tokens = heaviest.sort((a, b) => a - b);
  const rows = tokens.map((token) => vectors.subarray(token * dimensions, (token + 1) * dimensions));
  const total = tokens.reduce((sum, token) => sum + weights[token]!, 0) || 1;
  const logits = tokens.map((token, i) => head.idfPower * Math.log(weights[token]! / total + SMALLEST_WEIGHT) + dot(rows[i]!, head.importance));
  const whole = new Float32Array(dimensions);
  rows.forEach((row, i) => {
    for (let d = 0; d < dimensions; d += 1) whole[d]! += row[d]! * (weights[tokens[i]!]! / total);
  });
  for (let d = 0; d < dimensions; d += 1) whole[d]! -= head.meaning.mean[d]!;
  return {
    tokens,
    shares: softmax(logits),
    hidden: rows.map((row) => times(row, head.question).map((value, h) => value + head.bias[h]!)),
    meets: rows.map((row) => meeting(head, row)),
    meaning: times(whole, head.meaning.question).map(Math.tanh),
  };
}

/** Log-odds that a sentence answers, before calibration. */
export function evidenceScore(head: EvidenceHead, prepared: PreparedEvidence, met: MetTokens): number {
  const { output, windowSlope, ownSlope, worst, offset, meaning } = head;
  const size = output.length;
  let sum = 0;
  let lowest = 1;
  prepared.tokens.forEach((token, i) => {
    const vector = met.vectorOf(token);
    const hidden = prepared.hidden[i]!;
    const meets = prepared.meets[i]!;
    let value = windowSlope * (met.window[token]! - 0.5) + ownSlope * (met.own[token]! - 0.5);
    for (let h = 0; h < size; h += 1) value += Math.max(0, hidden[h]! + rowDot(meets, h, vector)) * output[h]!;
    sum += prepared.shares[i]! * value;
    lowest = Math.min(lowest, met.own[token]!);
  });
  const gist = times(met.mean, meaning.sentence).reduce((all, value, h) => all + Math.tanh(value) * prepared.meaning[h]! * meaning.output[h]!, 0);
  return SUM_SCALE * sum + worst * lowest + offset + gist;
}

/** The sentence's matrix and the product's, of one token of the question, as one matrix with a row per hidden unit. */
function meeting({ sentence, product, output }: EvidenceHead, row: Float32Array): Float32Array {
  const size = output.length;
  const matrix = new Float32Array(size * row.length);
  for (let d = 0; d < row.length; d += 1) {
    for (let h = 0; h < size; h += 1) matrix[h * row.length + d] = sentence[d * size + h]! + row[d]! * PRODUCT_SCALE * product[d * size + h]!;
  }
  return matrix;
}

/** Row `row` of a matrix times a vector; two sums at a time, which the processor does side by side. */
function rowDot(matrix: Float32Array, row: number, vector: Float32Array): number {
  const start = row * vector.length;
  let even = 0;
  let odd = 0;
  for (let d = 0; d + 1 < vector.length; d += 2) {
    even += matrix[start + d]! * vector[d]!;
    odd += matrix[start + d + 1]! * vector[d + 1]!;
  }
  if (vector.length % 2 === 1) odd += matrix[start + vector.length - 1]! * vector[vector.length - 1]!;
  return even + odd;
}

/** A row vector times a `dimensions × H` matrix. */
function times(vector: Float32Array, matrix: Float32Array): Float32Array {
  const size = matrix.length / vector.length;
  const out = new Float32Array(size);
  for (let d = 0; d < vector.length; d += 1) for (let h = 0; h < size; h += 1) out[h]! += vector[d]! * matrix[d * size + h]!;
  return out;
}

function softmax(logits: readonly number[]): Float32Array {
  const most = Math.max(...logits);
  const powers = Float32Array.from(logits, (logit) => Math.exp(logit - most));
  const total = powers.reduce((a, b) => a + b, 0) || 1;
  return powers.map((power) => power / total);
}

/** Mean of unit rows, of unit length: `rows × dimensions` as int8 with a scale each. */
export function meanOfTokens(vectors: Int8Array, scales: Float32Array, from: number, to: number, dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (let row = from; row < to; row += 1) for (let d = 0; d < dimensions; d += 1) sum[d]! += vectors[row * dimensions + d]! * scales[row]!;
  return unit(sum);
}
