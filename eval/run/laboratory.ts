import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Embeddings } from '@langchain/core/embeddings';
import type { Config } from '../../server/config.ts';
import { OnnxEncoder } from '../../server/retrieval/encoder.ts';
import { readIndex, type SearchIndex } from '../../server/retrieval/index-reader.ts';
import { EncoderEmbeddings } from '../baselines/encoder-embeddings.ts';
import { RememberingEncoder } from '../baselines/remembering-encoder.ts';

/** The parts of the assistant, for building other systems from them. */
export interface Laboratory {
  index: SearchIndex;
  encoder: RememberingEncoder;
  embeddings: Embeddings;
  /** Indexes made for the evaluation are kept here between runs. */
  cacheDir: string;
  corpusDir: string;
  glossary: string;
}

/** @throws IndexUnusableError when the local index cannot be used */
export async function openLaboratory(config: Config, corpusDir: string, cacheDir: string): Promise<Laboratory> {
  const encoder = new RememberingEncoder(await OnnxEncoder.load(config.embeddingModelDir));
  const index = await readIndex(config.indexDir, encoder.modelSha256);
  const glossary = await readFile(join(corpusDir, 'glossary.yaml'), 'utf8');
  return { index, encoder, embeddings: new EncoderEmbeddings(encoder), cacheDir, corpusDir, glossary };
}
