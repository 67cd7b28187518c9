import { passingProducts, type PassingProducts } from './dot-products.ts';
import type { PassageTokens } from './passage-tokens.ts';

/** Similarities of one question with one passage: `queryTokens × tokens`, row by row. */
export interface Similarities {
  /** Number of the passage's first token, where ranges count tokens over more than this passage. */
  first: number;
  count: number;
  values: Float32Array;
}

/**
 * Late interaction (ColBERT's MaxSim, Khattab & Zaharia 2020, arXiv 2004.12832) with the token vectors of the candidates alone.
 * A token's vector carries the context of its whole passage, so a sentence can be judged by its own tokens without losing what
 * stands around it.
 */
export class TokenSimilarities {
  readonly #products: PassingProducts;

  constructor(dimensions: number) {
    this.#products = passingProducts(dimensions);
  }

  of(query: QuantisedTokens, { vectors, scales }: PassageTokens): Similarities {
    const count = scales.length;
    const products = this.#products(query.vectors, vectors);
    const values = new Float32Array(products.length);
    query.scales.forEach((scale, q) => {
      for (let t = 0; t < count; t += 1) values[q * count + t] = products[q * count + t]! * scale * scales[t]!;
    });
    return { first: 0, count, values };
  }
}

/**
 * Weighted MaxSim: for each question token the best similarity among the tokens `[from, to)`,
 * averaged by weight. Range −1…1; −1 for an empty range.
 */
export function maxSim(sims: Similarities, weights: Float32Array, from = sims.first, to = sims.first + sims.count): number {
  const a = Math.max(0, from - sims.first);
  const b = Math.min(sims.count, to - sims.first);
  if (a >= b) return -1;
  let total = 0;
  for (let q = 0; q < weights.length; q += 1) {
    let best = -1;
    const row = q * sims.count;
    for (let t = a; t < b; t += 1) if (sims.values[row + t]! > best) best = sims.values[row + t]!;
    total += best * weights[q]!;
  }
  return total;
}

/**
 * Best weighted MaxSim over any two neighbouring sentences: an answer stands in one place, while a
 * whole passage can meet a question's words here and there. Range −1…1.
 * @param ranges token ranges of the passage's sentences
 */
export function bestWindow(sims: Similarities, weights: Float32Array, ranges: readonly (readonly [number, number])[]): number {
  let best = -1;
  for (let i = 0; i < ranges.length; i += 1) {
    const to = ranges[Math.min(i + 1, ranges.length - 1)]![1];
    best = Math.max(best, maxSim(sims, weights, ranges[i]![0], to));
  }
  return best;
}

export interface QuantisedTokens {
  vectors: Int8Array;
  scales: Float32Array;
}

/** Unit rows as int8 with one scale a row: the largest component becomes ±127. */
export function quantise(vectors: Float32Array, dimensions: number): QuantisedTokens {
  const rows = vectors.length / dimensions;
  const out = new Int8Array(vectors.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let peak = 0;
    for (let i = row * dimensions; i < (row + 1) * dimensions; i += 1) peak = Math.max(peak, Math.abs(vectors[i]!));
    if (peak === 0) continue;
    scales[row] = peak / 127;
    for (let i = row * dimensions; i < (row + 1) * dimensions; i += 1) out[i] = Math.round((vectors[i]! / peak) * 127);
  }
  return { vectors: out, scales };
}
