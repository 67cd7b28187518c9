import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CanonicalDocument, Passage } from '../corpus/document.ts';
import { IndexUnusableError } from '../errors.ts';
import type { CompoundSplitter } from '../text/compounds.ts';
import { HnswIndex } from './hnsw-index.ts';
import { CURRENT, FORMAT_VERSION, INDEX_FILES, MANIFEST, Manifest } from './index-manifest.ts';
import { LexicalIndex } from './lexical-index.ts';
import { splitterFor } from './lexical-build.ts';
import { TokenIndex } from './token-index.ts';
import { ExactIndex, type VectorIndex } from './vector-index.ts';

const REBUILD = 'Bouw de index opnieuw met "npm run ingest".';

/** An index in memory, read-only. */
export interface SearchIndex {
  version: string;
  manifest: Manifest;
  documents: ReadonlyMap<string, CanonicalDocument>;
  passages: readonly Passage[];
  lexical: LexicalIndex;
  /** Splits compounds by the words of the documents. */
  splitter: CompoundSplitter;
  vectors: VectorIndex;
  /** `hnsw` or `exact` (where the addon is missing). */
  vectorKind: 'hnsw' | 'exact';
  /** Mean vectors as written; lets a new build keep what did not change. */
  meanVectors: Float32Array;
  tokens: TokenIndex | undefined;
  /** The vocabulary as JSON, checked when the index was built. */
  glossary: string;
  /** Folder with this version's rule files. */
  rulesDir: string;
}

/** Name of the version in use, or undefined when nothing was built yet. */
export async function currentVersion(indexDir: string): Promise<string | undefined> {
  const line = await readFile(join(indexDir, CURRENT), 'utf8').catch(() => '');
  return /^v[\w-]+$/.test(line.trim()) ? line.trim() : undefined;
}

/** The manifest alone: cheap enough to look whether a build is needed. */
export async function readManifest(indexDir: string): Promise<Manifest | undefined> {
  const version = await currentVersion(indexDir);
  if (!version) return undefined;
  const json = await readFile(join(indexDir, version, MANIFEST), 'utf8').catch(() => 'null');
  return Manifest.safeParse(parseJson(json)).data;
}

/**
 * Loads the version in use and checks format, model and every file's sha256.
 * @param modelSha256 the model that will encode questions; another one is refused
 * @throws IndexUnusableError with a sentence that says what to do
 */
export async function readIndex(indexDir: string, modelSha256?: string): Promise<SearchIndex> {
  const version = await currentVersion(indexDir);
  if (!version) throw new IndexUnusableError(`Er is nog geen index. ${REBUILD}`);
  const dir = join(indexDir, version);
  const manifest = Manifest.safeParse(parseJson(await readFile(join(dir, MANIFEST), 'utf8').catch(() => 'null')));
  if (!manifest.success) throw new IndexUnusableError(`De index heeft geen leesbaar manifest. ${REBUILD}`);
  const { formatVersion, model, files } = manifest.data;
  if (formatVersion !== FORMAT_VERSION) {
    throw new IndexUnusableError(
      `De index heeft indeling ${formatVersion}, dit programma leest indeling ${FORMAT_VERSION}. ${REBUILD}`,
    );
  }
  if (modelSha256 !== undefined && model.sha256 !== modelSha256) {
    throw new IndexUnusableError(`De index is gemaakt met een ander taalmodel dan het ingestelde. ${REBUILD}`);
  }
  const content = new Map<string, Buffer>();
  await Promise.all(
    Object.entries(files).map(async ([name, sha256]) => {
      const data = await readFile(join(dir, ...name.split('/'))).catch(() => undefined);
      if (!data || createHash('sha256').update(data).digest('hex') !== sha256) {
        throw new IndexUnusableError(`Het indexbestand "${name}" ontbreekt of is beschadigd. ${REBUILD}`);
      }
      content.set(name, data);
    }),
  );
  const file = (name: string): Buffer => {
    const data = content.get(name);
    if (!data) throw new IndexUnusableError(`Het indexbestand "${name}" ontbreekt. ${REBUILD}`);
    return data;
  };
  const documents = JSON.parse(file(INDEX_FILES.documents).toString()) as CanonicalDocument[];
  const { passages, passageStarts, sentenceRanges } = JSON.parse(file(INDEX_FILES.passages).toString()) as {
    passages: Passage[];
    passageStarts: number[];
    sentenceRanges: [number, number][][];
  };
  const splitter = splitterFor(documents);
  const meanVectors = floats(file(INDEX_FILES.vectors));
  const graph = content.has(INDEX_FILES.graph)
    ? await HnswIndex.load(join(dir, INDEX_FILES.graph), model.dimensions).catch(() => undefined)
    : undefined;
  return {
    version,
    manifest: manifest.data,
    documents: new Map(documents.map((document) => [document.id, document])),
    passages,
    lexical: LexicalIndex.load(file(INDEX_FILES.lexical).toString(), splitter),
    splitter,
    vectors: graph ?? new ExactIndex(meanVectors, model.dimensions),
    vectorKind: graph ? 'hnsw' : 'exact',
    meanVectors,
    tokens: model.lateInteraction
      ? new TokenIndex({
          dimensions: model.dimensions,
          vectors: bytes(file(INDEX_FILES.tokens)),
          scales: floats(file(INDEX_FILES.tokenScales)),
          ids: new Int32Array(aligned(file(INDEX_FILES.tokenIds))),
          passageStarts,
          sentenceRanges,
        })
      : undefined,
    glossary: file(INDEX_FILES.glossary).toString(),
    rulesDir: join(dir, 'rules'),
  };
}

/** A view on what was read, without copying megabytes. */
function bytes(data: Buffer): Int8Array {
  return new Int8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** A buffer of its own: a pooled one may start at any byte, these arrays want multiples of four. */
function aligned(data: Buffer): ArrayBuffer {
  return data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer;
}

function floats(data: Buffer): Float32Array {
  return new Float32Array(aligned(data));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
