import fc from 'fast-check';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HnswIndex } from './hnsw-index.ts';
import { ExactIndex, type VectorIndex } from './vector-index.ts';

type Build = (vectors: Float32Array, dimensions: number) => Promise<VectorIndex>;
const implementations: [string, Build][] = [
  ['ExactIndex', async (vectors, dimensions) => new ExactIndex(vectors, dimensions)],
  ['HnswIndex', HnswIndex.build],
  [
    'HnswIndex from disk',
    async (vectors, dimensions) => {
      const file = join(await mkdtemp(join(tmpdir(), 'hnsw-')), 'graph');
      await (await HnswIndex.build(vectors, dimensions)).save(file);
      return HnswIndex.load(file, dimensions);
    },
  ],
];

// Unit vectors in the plane at 0°, 90°, 180° and 45°.
const half = Math.SQRT1_2;
const PLANE = Float32Array.from([1, 0, 0, 1, -1, 0, half, half]);

describe.each(implementations)('%s', (_name, build) => {
  it('ranks by cosine and says it', async () => {
    const hits = (await build(PLANE, 2)).search(Float32Array.from([1, 0]), 4);
    expect(hits.map(({ id }) => id)).toEqual([0, 3, 1, 2]);
    hits.forEach(({ similarity }, i) => expect(similarity).toBeCloseTo([1, half, 0, -1][i]!, 5));
  });

  it('gives no more than there are, and no more than asked', async () => {
    const index = await build(PLANE, 2);
    expect(index.size).toBe(4);
    expect(index.search(Float32Array.from([0, 1]), 10)).toHaveLength(4);
    expect(index.search(Float32Array.from([0, 1]), 1).map(({ id }) => id)).toEqual([1]);
  });

  it('gives the nearest of those that take part', async () => {
    const index = await build(PLANE, 2);
    expect(index.search(Float32Array.from([1, 0]), 2, (id) => id !== 0 && id !== 3).map(({ id }) => id)).toEqual([1, 2]);
    expect(index.search(Float32Array.from([1, 0]), 4, (id) => id === 2).map(({ id }) => id)).toEqual([2]);
    expect(index.search(Float32Array.from([1, 0]), 4, () => false)).toEqual([]);
  });

  it('is empty without vectors', async () => {
    expect((await build(new Float32Array(0), 2)).search(Float32Array.from([0, 1]), 3)).toEqual([]);
  });

  it('breaks ties by id', async () => {
    const hits = (await build(Float32Array.from([0, 1, 1, 0, 1, 0]), 2)).search(Float32Array.from([1, 0]), 3);
    expect(hits.map(({ id }) => id)).toEqual([1, 2, 0]);
  });
});

it('HNSW finds what the exact index finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 8, maxLength: 8 }), { minLength: 12, maxLength: 60 }), async (rows) => {
      const unit = rows.map((row) => {
        const length = Math.hypot(...row) || 1;
        return row.map((x) => x / length);
      });
      const vectors = Float32Array.from(unit.flat());
      const query = Float32Array.from(unit[0]!);
      const exact = new ExactIndex(vectors, 8).search(query, 10);
      const approximate = (await HnswIndex.build(vectors, 8)).search(query, 10);
      const worst = exact.at(-1)!.similarity - 1e-5;
      expect(approximate.filter(({ similarity }) => similarity >= worst).length).toBeGreaterThanOrEqual(9);
    }),
    { numRuns: 30 },
  );
});
