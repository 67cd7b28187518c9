import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { IndexUnusableError } from '../errors.ts';
import { PROJECT_DIR } from '../project-dir.ts';
import type { EvidenceHead } from './evidence-head.ts';
import type { QueryAdapter } from './query-adapter.ts';
import type { QuestionMeasure } from './question-measure.ts';

/**
 * What was learned on the vectors of one embedding model, and means nothing on those of another: how a question's tokens are
 * brought nearer to the documents' words, which questions ask for the same, and whether a sentence answers a question.
 * `CARD.md` beside the weights says from what, with which figures and how to make them anew.
 */
export interface LearnedMaps {
  adapter: QueryAdapter;
  measure: QuestionMeasure;
  evidence: EvidenceHead;
}

/** Maps, or why there are none (Dutch, for the log and `/readyz`). */
export type LearnedMapsResult = { maps: LearnedMaps; problem?: undefined } | { maps?: undefined; problem: string };

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `maps.json`: which numbers stand where in `weights.f32` (little-endian 32-bit floats, one array after the other). */
const Manifest = z.object({
  /** Of the embedding model's weights. */
  modelSha256: sha256,
  /** Of `weights.f32`. */
  sha256,
  arrays: z.array(z.object({ name: z.string(), shape: z.array(z.int().min(1)) })),
});

/** Folder of the project's own maps, beside the embedding model that they fit. */
export const LEARNED_MAPS_DIR = join(PROJECT_DIR, 'server', 'model', 'learned');

/**
 * Reads the maps for an embedding model.
 * @param modelSha256 of the model that is in use; maps of another model are a problem, not an error: search goes on without
 * @throws IndexUnusableError when the files are missing or damaged
 */
export async function readLearnedMaps(modelSha256: string, dir: string = LEARNED_MAPS_DIR): Promise<LearnedMapsResult> {
  const [json, weights] = await Promise.all([readFile(join(dir, 'maps.json'), 'utf8'), readFile(join(dir, 'weights.f32'))]).catch(() => {
    throw new IndexUnusableError('De geleerde gewichten zijn niet compleet. Zet maps.json en weights.f32 terug in de map server/model/learned.');
  });
  const manifest = Manifest.safeParse(parseJson(json)).data;
  if (!manifest || createHash('sha256').update(weights).digest('hex') !== manifest.sha256) {
    throw new IndexUnusableError('De geleerde gewichten zijn beschadigd: de controlesom klopt niet. Zet maps.json en weights.f32 terug in de map server/model/learned.');
  }
  if (manifest.modelSha256 !== modelSha256) {
    return {
      problem:
        'De geleerde gewichten (server/model/learned) horen bij een ander taalmodel dan het ingestelde en doen niet mee: er wordt minder goed gevonden en vaker geweigerd. ' +
        'Maak ze opnieuw voor dit model; server/model/learned/CARD.md zegt hoe.',
    };
  }
  return { maps: unpack(manifest.arrays, weights) };
}

function unpack(arrays: z.infer<typeof Manifest>['arrays'], weights: Buffer): LearnedMaps {
  const all = new Float32Array(weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength));
  const byName = new Map<string, Float32Array>();
  let at = 0;
  for (const { name, shape } of arrays) {
    const size = shape.reduce((a, b) => a * b, 1);
    byName.set(name, all.subarray(at, at + size));
    at += size;
  }
  const get = (name: string): Float32Array => {
    const array = byName.get(name);
    if (!array || array.length === 0) throw new IndexUnusableError(`De geleerde gewichten noemen "${name}" niet. Zet maps.json en weights.f32 terug in de map server/model/learned.`);
    return array;
  };
  const number = (name: string): number => get(name)[0]!;
  return {
    adapter: { down: get('adapter.down'), up: get('adapter.up'), importance: get('adapter.importance') },
    measure: { mean: get('measure.mean'), transform: get('measure.transform'), sharpness: number('measure.sharpness') },
    evidence: {
      question: get('evidence.question'),
      sentence: get('evidence.sentence'),
      product: get('evidence.product'),
      bias: get('evidence.bias'),
      output: get('evidence.output'),
      importance: get('evidence.importance'),
      idfPower: number('evidence.idfPower'),
      windowSlope: number('evidence.windowSlope'),
      ownSlope: number('evidence.ownSlope'),
      worst: number('evidence.worst'),
      offset: number('evidence.offset'),
      meaning: { question: get('evidence.meaning.question'), sentence: get('evidence.meaning.sentence'), output: get('evidence.meaning.output'), mean: get('evidence.meaning.mean') },
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
