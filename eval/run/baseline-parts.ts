import type { Embeddings } from '@langchain/core/embeddings';
import type { Config } from '../../server/runtime/config.ts';
import { createEncoder } from '../../server/model/create-encoder.ts';
import { LocalEmbeddings } from '../../server/model/embeddings.ts';
import { readIndex, type SearchIndex } from '../../server/search/index-reader.ts';
import { CachedEncoder } from '../baselines/cached-encoder.ts';
import type { InProcess } from '../system/in-process.ts';

/** The parts of the assistant, for building other systems from them. */
export interface BaselineParts {
  index: SearchIndex;
  encoder: CachedEncoder;
  embeddings: Embeddings;
  /** Indexes made for the evaluation are kept here between runs. */
  cacheDir: string;
}

/**
 * Takes the parts of the assistant in this process, or loads them beside a server.
 * @throws IndexUnusableError when the local index cannot be used
 */
export async function openParts(config: Config, cacheDir: string, inProcess?: InProcess): Promise<BaselineParts> {
  const encoder = inProcess?.encoder ?? new CachedEncoder(await createEncoder(config));
  const index = inProcess?.engine.index ?? (await readIndex(config.indexDir, encoder.modelSha256));
  return { index, encoder, embeddings: new LocalEmbeddings(encoder), cacheDir };
}
