/** Nearest passages by mean vector. Two implementations, one shared test suite: HNSW (fast on large corpora) and exact. */
export interface VectorHit {
  /** Ordinal of the passage. */
  id: number;
  /** Cosine similarity, −1…1 (vectors have unit length). */
  similarity: number;
}

export interface VectorIndex {
  readonly size: number;
  /** The `k` nearest (of those that `takesPart` lets in), best first, ties by id; fewer when the index holds fewer. */
  search(vector: Float32Array, k: number, takesPart?: (id: number) => boolean): VectorHit[];
}

/** Compares with every vector: no error, cost grows with the corpus. */
export class ExactIndex implements VectorIndex {
  readonly #vectors: Float32Array;
  readonly #dimensions: number;

  /** @param vectors `count × dimensions`, rows of unit length */
  constructor(vectors: Float32Array, dimensions: number) {
    this.#vectors = vectors;
    this.#dimensions = dimensions;
  }

  get size(): number {
    return this.#vectors.length / this.#dimensions;
  }

  search(vector: Float32Array, k: number, takesPart: (id: number) => boolean = () => true): VectorHit[] {
    const hits: VectorHit[] = [];
    for (let id = 0; id < this.size; id += 1) if (takesPart(id)) hits.push({ id, similarity: this.#dot(vector, id) });
    return byRank(hits).slice(0, k);
  }

  #dot(vector: Float32Array, id: number): number {
    let sum = 0;
    const offset = id * this.#dimensions;
    for (let i = 0; i < this.#dimensions; i += 1) sum += vector[i]! * this.#vectors[offset + i]!;
    return sum;
  }
}

export function byRank(hits: VectorHit[]): VectorHit[] {
  return hits.sort((a, b) => b.similarity - a.similarity || a.id - b.id);
}
