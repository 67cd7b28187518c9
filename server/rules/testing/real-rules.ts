import { readFileSync } from 'node:fs';
import { loadCorpus } from '../../../ingest/load-corpus.ts';
import type { CanonicalDocument } from '../../corpus/document.ts';
import { readVocabulary, type Vocabulary } from '../../corpus/vocabulary.ts';
import { loadRules } from '../load-rules.ts';
import type { RuleSet } from '../rule-set.ts';

export const CORPUS_DIR = 'corpus';
export const RULES_DIR = 'corpus/routes';

export interface RealRules {
  documents: ReadonlyMap<string, CanonicalDocument>;
  rules: RuleSet;
}

let loaded: Promise<RealRules> | undefined;

/** The project's own rules over its own documents, loaded once for each test file. */
export function realRules(): Promise<RealRules> {
  loaded ??= loadCorpus(CORPUS_DIR).then((corpus) => {
    const documents = new Map(corpus.documents.map((document) => [document.id, document]));
    return { documents, rules: loadRules(RULES_DIR, documents) };
  });
  return loaded;
}

/** The project's own vocabulary. */
export function realVocabulary(): Vocabulary {
  return readVocabulary(readFileSync(`${CORPUS_DIR}/vocabulary.yaml`, 'utf8'));
}
