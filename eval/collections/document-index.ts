import { createHash } from 'node:crypto';
import { buildIndex } from '../../ingest/build-index.ts';
import { makePassages } from '../../ingest/passages.ts';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import type { Encoder } from '../../server/model/encoder.ts';
import { FORMAT_VERSION } from '../../server/search/index-manifest.ts';
import { readIndex, readManifest, type SearchIndex } from '../../server/search/index-reader.ts';
import { hashFiles } from '../../server/search/index-writer.ts';

export interface DocumentIndex {
  documents: readonly CanonicalDocument[];
  encoder: Encoder;
  /** Kept between runs; rebuilt when documents, passages or model change, embedding only what is new. */
  indexDir: string;
  glossary: string;
  rulesDir?: string;
  onProgress?: (done: number, total: number) => void;
}

/** An index of test documents, made as ingest makes the real one. */
export async function openIndex(build: DocumentIndex): Promise<SearchIndex> {
  await ensureIndex(build);
  return readIndex(build.indexDir, build.encoder.modelSha256);
}

/** Builds the index unless the one that is there was made from the same. */
export async function ensureIndex({ documents, encoder, indexDir, glossary, rulesDir, onProgress }: DocumentIndex): Promise<void> {
  const passages = documents.flatMap((document) => makePassages(document));
  const rules = rulesDir === undefined ? {} : await hashFiles(rulesDir);
  const corpusSha256 = createHash('sha256')
    .update(JSON.stringify([documents, passages, glossary, rules]))
    .digest('hex');
  const manifest = await readManifest(indexDir);
  if (manifest?.formatVersion === FORMAT_VERSION && manifest.corpusSha256 === corpusSha256 && manifest.model.sha256 === encoder.modelSha256) return;
  await buildIndex({
    documents,
    passages,
    encoder,
    indexDir,
    glossary,
    ...(rulesDir !== undefined && { rulesDir }),
    corpusSha256,
    settings: {},
    ...(onProgress && { onProgress }),
  });
}
