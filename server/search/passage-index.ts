import type { CanonicalDocument, Passage } from '../corpus/document.ts';
import type { Manifest } from './index-manifest.ts';
import type { LexicalHit } from './lexical-index.ts';
import type { PassageTokens } from './passage-tokens.ts';
import type { QueryAnalyser, QueryTerm } from './query-analyser.ts';
import type { VectorHit } from './vector-index.ts';

/** Which passages take part; the store applies it before it ranks, so that nothing better that may not take part crowds out what may. */
export interface PassageFilter {
  /** YYYY-MM-DD: only documents that hold on that day. */
  day?: string | undefined;
  /** Only these documents, by id. */
  documents?: readonly string[] | undefined;
}

export interface StoredPassage {
  passage: Passage;
  document: CanonicalDocument;
}

/** One sentence of a document: its place among the document's sentences. */
export interface SentencePlace {
  documentId: string;
  sentence: number;
}

/**
 * What search asks of a store: one generation of passages with their words, vectors and tokens, read-only. Passages are
 * known by their ordinal, 0, 1, 2 …; what is published later is another object, so that a request that holds on to one
 * reads the same generation from start to end. Everything that may have to come from disk or network is asynchronous.
 * Adapters share one test suite (`testing/passage-index-suite.ts`).
 */
export interface PassageIndex {
  /** Name of the generation. */
  readonly version: string;
  readonly manifest: Manifest;
  /** Makes terms of a question as they were made of the passages. */
  readonly analyser: QueryAnalyser;
  /** BM25+ over words, the best `limit`, best first, ties by ordinal. */
  lexical(terms: readonly QueryTerm[], limit: number, filter?: PassageFilter): Promise<LexicalHit[]>;
  /** Nearest by mean vector, the best `limit`, best first, ties by ordinal. */
  dense(vector: Float32Array, limit: number, filter?: PassageFilter): Promise<VectorHit[]>;
  /**
   * What is made of the tokens of each passage, in the order asked for; nothing from a model without late interaction.
   * @param make gets the tokens; they are its own only until it returns (`copyTokens` for longer), since a question has megabytes of them
   */
  tokens<T>(ordinals: readonly number[], make: (tokens: PassageTokens) => T): Promise<T[]>;
  /** Weights of a question's tokens by rarity (idf over passages), adding up to 1. */
  tokenWeights(vocabularyIds: readonly number[]): Promise<Float32Array>;
  /** In the order asked for. */
  passages(ordinals: readonly number[]): Promise<StoredPassage[]>;
  /** Per sentence the ordinals of the passages that hold it, ascending; none for a sentence of no passage or of a passage that takes no part. */
  passagesWith(sentences: readonly SentencePlace[], filter?: PassageFilter): Promise<number[][]>;
  /** Releases what is open, once what is being read has been read. */
  close(): Promise<void>;
}
