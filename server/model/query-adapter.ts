import { readFileSync } from 'node:fs';
import { dot, floatsFrom, toBase64 } from './floats.ts';

/**
 * Brings a question's token vectors nearer to the way documents say things, and weighs its tokens: people ask in other
 * words than regulations use. A low-rank residual on the query side alone (as LoRA, Hu et al. 2021, arXiv 2106.09685, but
 * on the encoder's output), so that the index, the model and a document added later stay as they are.
 * Learned from practice questions; numbers only.
 */
export interface QueryAdapter {
  /** Embedding model whose vectors it was learned on; with another model it is left out. */
  modelSha256: string;
  rank: number;
  /** Both `rank × dimensions`: a vector x becomes x + Σ (x·down_r) up_r, divided by its length. */
  down: Float32Array;
  up: Float32Array;
  /** `dimensions`: a token's weight is multiplied by exp(x·importance). */
  importance: Float32Array;
}

/** exp(±3): no token's weight changes by more than a factor of twenty. */
export const LARGEST_IMPORTANCE = 3;

const FILE = new URL('./query-adapter.json', import.meta.url);

interface StoredAdapter {
  modelSha256: string;
  rank: number;
  down: string;
  up: string;
  importance: string;
}

let own: QueryAdapter | undefined;

/** The project's own, when it was learned on this model. */
export function ownQueryAdapter(modelSha256: string): QueryAdapter | undefined {
  own ??= decodeAdapter(readFileSync(FILE, 'utf8'));
  return own.modelSha256 === modelSha256 ? own : undefined;
}

/** What `encodeAdapter` wrote. */
export function decodeAdapter(json: string): QueryAdapter {
  const { modelSha256, rank, down, up, importance } = JSON.parse(json) as StoredAdapter;
  return { modelSha256, rank, down: floatsFrom(down), up: floatsFrom(up), importance: floatsFrom(importance) };
}

/** As JSON with little-endian 32-bit floats in base64. */
export function encodeAdapter({ modelSha256, rank, down, up, importance }: QueryAdapter): string {
  const stored: StoredAdapter = { modelSha256, rank, down: toBase64(down), up: toBase64(up), importance: toBase64(importance) };
  return `${JSON.stringify(stored)}\n`;
}

/**
 * @param vectors unit vectors of the question's tokens, `tokens × dimensions`
 * @param weights of the tokens, adding up to 1
 * @returns the same shapes: unit vectors, weights that add up to 1
 */
export function adaptQuery(
  { rank, down, up, importance }: QueryAdapter,
  vectors: Float32Array,
  weights: Float32Array,
): { vectors: Float32Array; weights: Float32Array } {
  const dimensions = importance.length;
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
