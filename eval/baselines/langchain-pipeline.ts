import { createHash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { Document } from 'langchain';
import type { DocumentRange } from '../metrics/coverage.ts';
import type { RetrievalSystem } from './retrieval-system.ts';

/** Values of LangChain's own RAG tutorial. */
export const TUTORIAL = { chunkSize: 1000, chunkOverlap: 200, topK: 4 };

interface SourceDocument {
  id: string;
  text: string;
}

export interface PipelineOptions {
  embeddings: EmbeddingsInterface;
  /** Identity of the model: part of the stored index's name. */
  modelSha256: string;
  /** The vector store is kept here between runs. */
  cacheDir: string;
}

/**
 * What LangChain.js's tutorial builds: split recursively, embed, put in a vector store, take the nearest. Splitter, store
 * and similarity search are the library's own; only the offsets of the chunks are looked up afterwards.
 */
export async function langchainPipeline(documents: readonly SourceDocument[], options: PipelineOptions): Promise<RetrievalSystem> {
  const { embeddings, modelSha256, cacheDir } = options;
  const key = createHash('sha256')
    .update(JSON.stringify([TUTORIAL, modelSha256, documents.map(({ id, text }) => [id, text])]))
    .digest('hex');
  const dir = join(cacheDir, `langchain-${key.slice(0, 16)}`);
  const store = await HNSWLib.load(dir, embeddings).catch(() => build(documents, embeddings, dir));
  return {
    id: 'langchain',
    label: 'LangChain-voorbeeld (losse stukken, vectoren)',
    role: 'baseline',
    async search(query, limit) {
      const found = await store.similaritySearch(query, limit);
      return found.map(({ metadata }) => metadata as DocumentRange);
    },
  };
}

/** Chunks with their place in the document. @throws Error when the splitter changed the text */
export async function splitAsTutorial({ id, text }: SourceDocument): Promise<Document<DocumentRange>[]> {
  const splitter = new RecursiveCharacterTextSplitter(TUTORIAL);
  let from = 0;
  return (await splitter.splitText(text)).map((chunk) => {
    const start = text.indexOf(chunk, from);
    if (start < 0) throw new Error(`A chunk of ${id} does not occur in its text`);
    from = start + 1;
    return new Document({ pageContent: chunk, metadata: { documentId: id, start, end: start + chunk.length } });
  });
}

async function build(documents: readonly SourceDocument[], embeddings: EmbeddingsInterface, dir: string): Promise<HNSWLib> {
  const chunks = (await Promise.all(documents.map(splitAsTutorial))).flat();
  const store = await HNSWLib.fromDocuments(chunks, embeddings);
  // Beside it first: a run that is broken off leaves no half store.
  const building = `${dir}.bouw-${process.pid}`;
  await mkdir(building, { recursive: true });
  await store.save(building);
  await rm(dir, { recursive: true, force: true });
  await rename(building, dir);
  return store;
}
