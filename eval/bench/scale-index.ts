import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCorpus } from '../../ingest/load-corpus.ts';
import type { CanonicalDocument, Passage } from '../../server/corpus/document.ts';
import { unit } from '../../server/model/floats.ts';
import type { Encoder } from '../../server/model/encoder.ts';
import { readManifest, type SearchIndex } from '../../server/search/index-reader.ts';
import { writeIndex } from '../../server/search/index-writer.ts';
import { copyTokens, type PassageTokens } from '../../server/search/passage-tokens.ts';
import { openIndex } from '../collections/document-index.ts';
import { readDistractors } from '../collections/read-distractors.ts';
import { createRandom } from '../statistics/random.ts';
import { repeatCollection } from './repeat-collection.ts';

/** How far a repeat's mean vector is moved, as a share of its length: repeats are near each other, not the same. */
const NOISE = 0.05;
/** Raise when repeats are made in another way. */
const RECIPE = 1;

export interface ScaleRequest {
  /** The real index: its documents come first, so that rules and questions fit. */
  index: SearchIndex;
  encoder: Encoder;
  /** More documents: corpus folders (with `documents/`), or folders of texts. */
  folders: readonly string[];
  passages: number;
  /** Everything is kept below it between runs. */
  dir: string;
}

/**
 * An index of many passages, built once. Each passage is encoded once; its repeats have its token vectors, and its mean vector
 * with a little noise: encoding them all would take hours and measure nothing else.
 * @returns its folder
 */
export async function scaleIndex({ index, encoder, folders, passages: count, dir }: ScaleRequest): Promise<string> {
  const more = (await Promise.all(folders.map(documentsOf))).flat();
  const base =
    more.length === 0
      ? index
      : await openIndex({ documents: [...index.documents.values(), ...more], encoder, indexDir: join(dir, 'base'), glossary: index.glossary, rulesDir: index.rulesDir });
  const large = join(dir, 'large');
  const settings = { from: base.manifest.corpusSha256, passages: count, recipe: RECIPE };
  const made = await readManifest(large);
  if (made?.formatVersion === base.manifest.formatVersion && Object.entries(settings).every(([name, value]) => made.settings[name] === value)) return large;

  // Two of this size are no use on a disk.
  await rm(large, { recursive: true, force: true });
  const ordinals = Array.from({ length: base.manifest.counts.passages }, (_, ordinal) => ordinal);
  const [stored, tokens, means] = [await base.passages(ordinals), await base.tokens(ordinals, copyTokens), await base.meanVectors()];
  const { documents, passages } = repeatCollection([...base.documents.values()], stored.map(({ passage }) => passage), count);
  await writeIndex(large, {
    documents,
    passages: passages.map(({ passage }) => passage),
    vectors: noisyVectors(passages, means, encoder.dimensions),
    tokens: tokensOf(passages, tokens),
    glossary: base.glossary,
    rulesDir: base.rulesDir,
    model: base.manifest.model,
    corpusSha256: base.manifest.corpusSha256,
    settings,
  });
  return large;
}

async function documentsOf(folder: string): Promise<CanonicalDocument[]> {
  return existsSync(join(folder, 'documents')) ? (await loadCorpus(folder)).documents : readDistractors(folder);
}

type Repeated = readonly { passage: Passage; original: number }[];

function noisyVectors(passages: Repeated, means: Float32Array, dimensions: number): Float32Array {
  const vectors = new Float32Array(passages.length * dimensions);
  const random = createRandom(1);
  // A vector of uniform numbers in ±1 has a length of about √(dimensions / 3).
  const scale = NOISE / Math.sqrt(dimensions / 3);
  passages.forEach(({ original }, ordinal) => {
    const mean = means.subarray(original * dimensions, (original + 1) * dimensions);
    vectors.set(ordinal < means.length / dimensions ? mean : unit(mean.map((x) => x + scale * (2 * random() - 1))), ordinal * dimensions);
  });
  return vectors;
}

function* tokensOf(passages: Repeated, tokens: readonly PassageTokens[]): Generator<PassageTokens> {
  for (const { original } of passages) yield tokens[original]!;
}
