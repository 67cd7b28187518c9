import type { HierarchicalNSW } from 'hnswlib-node';
import { byRank, type VectorHit, type VectorIndex } from './vector-index.ts';

/**
 * HNSW settings (Malkov & Yashunin 2018, arXiv 1603.09320).
 * `m`: links per node, 5–48; `efConstruction`: candidates while building; `efSearch`: candidates
 * while searching, at least `k`. Higher finds more and costs time. `seed` makes builds repeatable.
 */
const SETTINGS = { m: 24, efConstruction: 200, efSearch: 128, seed: 20240501 };

/** Loaded on use: the addon may not be built on this machine, then the exact index serves. */
async function loadAddon(): Promise<typeof import('hnswlib-node')> {
  const module = await import('hnswlib-node');
  return (module as unknown as { default?: typeof module }).default ?? module;
}

export class HnswIndex implements VectorIndex {
  readonly #graph: HierarchicalNSW;

  private constructor(graph: HierarchicalNSW) {
    this.#graph = graph;
    graph.setEf(SETTINGS.efSearch);
  }

  /** @param vectors `count × dimensions`, rows of unit length */
  static async build(vectors: Float32Array, dimensions: number): Promise<HnswIndex> {
    const addon = await loadAddon();
    const count = vectors.length / dimensions;
    const graph = new addon.HierarchicalNSW('ip', dimensions);
    graph.initIndex(Math.max(1, count), SETTINGS.m, SETTINGS.efConstruction, SETTINGS.seed);
    for (let id = 0; id < count; id += 1) {
      graph.addPoint(Array.from(vectors.subarray(id * dimensions, (id + 1) * dimensions)), id);
    }
    return new HnswIndex(graph);
  }

  static async load(file: string, dimensions: number): Promise<HnswIndex> {
    const addon = await loadAddon();
    const graph = new addon.HierarchicalNSW('ip', dimensions);
    await graph.readIndex(file);
    return new HnswIndex(graph);
  }

  async save(file: string): Promise<void> {
    await this.#graph.writeIndex(file);
  }

  get size(): number {
    return this.#graph.getCurrentCount();
  }

  search(vector: Float32Array, k: number, takesPart?: (id: number) => boolean): VectorHit[] {
    const count = Math.min(k, this.size);
    if (count === 0) return [];
    const { neighbors, distances } = this.#graph.searchKnn(Array.from(vector), count, takesPart);
    // Inner-product distance is 1 − similarity for unit vectors.
    return byRank(neighbors.map((id, i) => ({ id, similarity: 1 - distances[i]! })));
  }
}
