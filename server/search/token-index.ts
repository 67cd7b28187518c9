import { dotProducts, type DotProducts } from './dot-products.ts';

/**
 * Token vectors of all passages as int8 for late interaction (ColBERT's MaxSim,
 * Khattab & Zaharia 2020, arXiv 2004.12832). A token's vector carries the context of its whole
 * passage, so a sentence can be judged by its own tokens without losing what stands around it.
 */
export interface TokenIndexData {
  dimensions: number;
  /** `tokens × dimensions`; a row times its scale is the unit vector. */
  vectors: Int8Array;
  scales: Float32Array;
  /** Vocabulary id of each token. */
  ids: Int32Array;
  /** Per passage the first token; one more entry at the end. */
  passageStarts: number[];
  /** Per passage and sentence `[first, last)` into all tokens. */
  sentenceRanges: [first: number, last: number][][];
}

/** Similarities of one question with one passage: `queryTokens × tokens`, row by row. */
export interface Similarities {
  first: number;
  count: number;
  values: Float32Array;
}

export class TokenIndex {
  readonly #data: Readonly<TokenIndexData>;
  readonly #products: DotProducts;
  /** Inverse document frequency of each vocabulary id over passages (BM25's form). */
  readonly #idf = new Map<number, number>();
  readonly #unseenIdf: number;

  constructor(data: TokenIndexData) {
    this.#products = dotProducts(data.vectors, data.dimensions);
    // One copy of ten megabytes is enough: the vectors as the products keep them.
    this.#data = { ...data, vectors: new Int8Array(0) };
    const passages = data.passageStarts.length - 1;
    const frequency = new Map<number, number>();
    for (let p = 0; p < passages; p += 1) {
      const seen = new Set(data.ids.subarray(data.passageStarts[p], data.passageStarts[p + 1]));
      for (const id of seen) frequency.set(id, (frequency.get(id) ?? 0) + 1);
    }
    const idf = (df: number) => Math.log(1 + (passages - df + 0.5) / (df + 0.5));
    for (const [id, df] of frequency) this.#idf.set(id, idf(df));
    this.#unseenIdf = idf(0);
  }

  /** The vectors are a view that the next similarities may move: ask again, don't keep it. */
  get data(): Readonly<TokenIndexData> {
    return { ...this.#data, vectors: this.#products.vectors };
  }

  /** Weights of a question's tokens: idf, scaled to add up to 1. */
  weights(ids: readonly number[]): Float32Array {
    const raw = Float32Array.from(ids, (id) => this.#idf.get(id) ?? this.#unseenIdf);
    const sum = raw.reduce((a, b) => a + b, 0) || 1;
    return raw.map((x) => x / sum);
  }

  similarities(query: QuantisedTokens, passage: number): Similarities {
    const { scales, passageStarts } = this.#data;
    const first = passageStarts[passage]!;
    const count = passageStarts[passage + 1]! - first;
    const products = this.#products.of(query.vectors, first, count);
    const values = new Float32Array(products.length);
    query.scales.forEach((scale, q) => {
      for (let t = 0; t < count; t += 1) values[q * count + t] = products[q * count + t]! * scale * scales[first + t]!;
    });
    return { first, count, values };
  }

  /** Token ranges of a passage's sentences. */
  sentenceRanges(passage: number): readonly [number, number][] {
    return this.#data.sentenceRanges[passage] ?? [];
  }
}

/**
 * Weighted MaxSim: for each question token the best similarity among the tokens `[from, to)`
 * (counted over the whole index), averaged by weight. Range −1…1; −1 for an empty range.
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
