import { z } from 'zod/v4';

/** Raise when a reader of yesterday could misread what a writer of today writes. */
export const FORMAT_VERSION = 4;

/** Files of one index version; `graph.hnsw` is left out where the addon cannot be built, `tokens.bin` for a model without token vectors. */
export const INDEX_FILES = {
  /** Which documents there are, in the order of their records. */
  contents: 'contents.json',
  /** Documents and passages, one JSON record after another; where each begins stands in `tables.bin`. */
  documents: 'documents.jsonl',
  passages: 'passages.jsonl',
  tables: 'tables.bin',
  terms: 'terms.json',
  postings: 'postings.bin',
  wordCounts: 'word-counts.json',
  glossary: 'glossary.yaml',
  vectors: 'vectors.f32',
  graph: 'graph.hnsw',
  tokens: 'tokens.bin',
  /** Questions that the sources answer; left out without the learned measure. */
  questions: 'questions.json',
  questionVectors: 'questions.bin',
  /** Statements and what the sources do not say, with their question forms; left out for a corpus without. */
  statements: 'statements.json',
  statementVectors: 'statements.bin',
  missing: 'missing.json',
  missingVectors: 'missing.bin',
  /** What can be put side by side; left out for a corpus without. */
  comparisons: 'comparisons.json',
} as const;

/** Name of the pointer file beside the versions: its one line names the version in use. */
export const CURRENT = 'CURRENT';
export const MANIFEST = 'manifest.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const Manifest = z.object({
  formatVersion: z.int(),
  createdAt: z.iso.datetime(),
  /** The embedding model the vectors come from; another model's questions would mean nothing here. */
  model: z.object({ sha256, dimensions: z.int().min(1), lateInteraction: z.boolean() }),
  /** Over sources.yaml, documents, glossary and rules. */
  corpusSha256: sha256,
  /** What the passages were made with. */
  settings: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  counts: z.object({ documents: z.int(), passages: z.int(), tokens: z.int(), questions: z.int() }),
  /** sha256 of each file of this version. */
  files: z.record(z.string(), sha256),
});
export type Manifest = z.infer<typeof Manifest>;
