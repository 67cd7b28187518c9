import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { loadCorpus, type Corpus } from '../load-corpus.ts';

export const CORPUS_DIR = resolve(import.meta.dirname, '..', '..', 'corpus');
export const TESTDATA_DIR = resolve(import.meta.dirname, '..', 'testdata');

let corpus: Promise<Corpus> | undefined;

/** The real corpus, read once for a test file. */
export const realCorpus = (): Promise<Corpus> => (corpus ??= loadCorpus(CORPUS_DIR));

export async function realDocument(id: string): Promise<CanonicalDocument> {
  const document = (await realCorpus()).documents.find((one) => one.id === id);
  if (!document) throw new Error(`no document ${id}`);
  return document;
}

export const sourceOf = (file: string): string => readFileSync(resolve(CORPUS_DIR, 'documents', file), 'utf8');
