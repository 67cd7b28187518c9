import type { Arrays } from './array-file.ts';

/** What is known of documents and passages without reading them; arrays of one number a document or a passage unless said otherwise. */
export interface IndexTables extends Arrays {
  /** Byte at which each document's and passage's record begins, and the end of the last. */
  documentStarts: Float64Array;
  passageStarts: Float64Array;
  /** Byte at which each passage's tokens begin, and the end of the last; empty without token vectors. */
  tokenStarts: Float64Array;
  /** By vocabulary id. */
  tokenIdf: Float32Array;
  /** Place of each passage's document. */
  documents: Uint32Array;
  /** Sentences of the document that each passage holds, `[first, last)`. */
  firstSentences: Uint32Array;
  lastSentences: Uint32Array;
}
