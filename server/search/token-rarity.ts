/** Inverse document frequencies of vocabulary ids over passages (BM25's form), counted when the index is written. */
export class TokenRarity {
  /** By vocabulary id; 0 for what no passage holds. */
  readonly #idf: Float32Array;
  readonly #unseen: number;

  constructor(idf: Float32Array, passages: number) {
    this.#idf = idf;
    this.#unseen = idfOf(0, passages);
  }

  /** Weights of a question's tokens: idf, scaled to add up to 1. */
  weights(ids: readonly number[]): Float32Array {
    const raw = Float32Array.from(ids, (id) => this.#idf[id] || this.#unseen);
    const sum = raw.reduce((a, b) => a + b, 0) || 1;
    return raw.map((x) => x / sum);
  }
}

/** Counts in how many passages each vocabulary id stands. */
export class TokenCounts {
  readonly #frequencies = new Map<number, number>();
  #passages = 0;

  add(ids: Iterable<number>): void {
    this.#passages += 1;
    for (const id of new Set(ids)) this.#frequencies.set(id, (this.#frequencies.get(id) ?? 0) + 1);
  }

  /** @returns by vocabulary id, up to the highest that was seen */
  idf(): Float32Array {
    let highest = -1;
    for (const id of this.#frequencies.keys()) highest = Math.max(highest, id);
    const idf = new Float32Array(highest + 1);
    for (const [id, frequency] of this.#frequencies) idf[id] = idfOf(frequency, this.#passages);
    return idf;
  }
}

const idfOf = (frequency: number, passages: number): number => Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
