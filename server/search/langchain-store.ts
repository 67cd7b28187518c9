import type { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { sectionAt } from '../corpus/citation.ts';
import { pageAt } from '../corpus/document.ts';
import { forceOf } from '../corpus/validity.ts';
import { UnavailableError } from '../errors.ts';
import type { SearchIndex } from './index-reader.ts';
import type { PassageMetadata } from './passage-retriever.ts';

/** As `PassageRetriever` gives it, with what a reference to the source needs. */
export interface StoredMetadata extends Omit<PassageMetadata, 'score'> {
  title: string;
  publisher: string;
  published: string;
  status: string;
  documentSha256: string;
}

/** What `HNSWLib.save` writes. */
export const STORE_FILES = ['hnswlib.index', 'docstore.json', 'args.json'];

/**
 * Who opens the store searches with hnswlib's ten candidates, unless told otherwise. Up to `mostLinks` passages every one is
 * linked to every other, so that nothing is missed.
 */
const GRAPH = { mostLinks: 200, efConstruction: 400, seed: 20240501 };

/** The store takes its vectors as they are: questions are encoded by whoever opens it. */
const noEmbeddings: EmbeddingsInterface = {
  embedQuery: () => Promise.reject(new Error('The store is written, not searched')),
  embedDocuments: () => Promise.reject(new Error('The store is written, not searched')),
};

/**
 * Writes passages and their vectors as a store that `HNSWLib.load` of @langchain/community opens. Nothing is encoded anew.
 * That package is being sunset by its makers (langchain-ai/langchainjs-community#61): it is loaded only here, and no answer needs it.
 * @returns number of passages
 * @throws UnavailableError where the optional packages are not installed
 */
export async function writeLangchainStore(index: SearchIndex, dir: string): Promise<number> {
  const { HNSWLib, HierarchicalNSW } = await loadPackages();
  const { dimensions } = index.manifest.model;
  const { passages: count } = index.manifest.counts;
  const rows = await index.meanVectors();
  const graph = new HierarchicalNSW('cosine', dimensions);
  graph.initIndex(count, Math.min(count, GRAPH.mostLinks), GRAPH.efConstruction, GRAPH.seed);
  for (let at = 0; at < count; at += 1) graph.addPoint(Array.from(rows.subarray(at * dimensions, (at + 1) * dimensions)), at);
  const store = new HNSWLib(noEmbeddings, { space: 'cosine', numDimensions: dimensions, index: graph });
  store.docstore.add(Object.fromEntries((await documentsOf(index, count)).map((document, at) => [at, document])));
  await store.save(dir);
  return count;
}

async function documentsOf(index: SearchIndex, count: number): Promise<Document<StoredMetadata>[]> {
  const { Document: LangChainDocument } = await import('@langchain/core/documents');
  const stored = await index.passages(Array.from({ length: count }, (_, ordinal) => ordinal));
  return stored.map(({ passage: { id, start, end }, document }) => {
    const { title, publisher, published, status, text, pageStarts, sha256 } = document;
    const place = { documentId: document.id, page: pageAt(pageStarts, start), section: sectionAt(document, start), start, end };
    const metadata = { ...place, title, publisher, published, status, documentSha256: sha256, ...forceOf(document) };
    return new LangChainDocument({ id, pageContent: text.slice(start, end), metadata });
  });
}

async function loadPackages() {
  try {
    const addon = await import('hnswlib-node');
    const { HNSWLib } = await import('@langchain/community/vectorstores/hnswlib');
    const { HierarchicalNSW } = (addon as unknown as { default?: typeof addon }).default ?? addon;
    return { HNSWLib, HierarchicalNSW };
  } catch {
    throw new UnavailableError('Deze export heeft @langchain/community en hnswlib-node nodig. Installeer ze met "npm install --include=optional" en probeer het opnieuw.');
  }
}
