import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadMissing } from '../../ingest/missing.ts';
import { loadQuestions } from '../../ingest/questions.ts';
import { loadStatements } from '../../ingest/statements/load-statements.ts';
import { sentencesBehind } from '../../server/answer/statement-book.ts';
import { formsOf, type Statement } from '../../server/corpus/statement.ts';
import { FORMS_HAND } from '../../server/search/forms-as-questions.ts';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { sentenceKey } from '../../server/search/sentence-key.ts';
import { isFresh } from '../load/hands.ts';
import { loadCases } from '../load/load-cases.ts';
import { touchesEvidence } from '../metrics/coverage.ts';

/** A question to learn from, with the sentences that answer it; none where the sources do not. */
export interface LearningQuestion {
  text: string;
  history: { role: 'user' | 'assistant'; content: string }[];
  hand: string;
  /** `corpus`: of `corpus/questions`; `unanswered`: of `unanswered.yaml`; `tune`: a case of the tune half. The frozen half takes no part. */
  half: 'corpus' | 'unanswered' | 'tune';
  sentences: string[];
  /** Patterns of what a right answer must say; none where they were not written down. */
  facts: string[];
  /** What it is answered with, where it can be answered so. */
  verdict?: 'ja' | 'nee' | 'hangt-af' | undefined;
  /** What it counts beside others: questions of fresh hands are what people ask. */
  weight: number;
}

const FRESH_WEIGHT = 3;
/** Hands of `corpus/questions` that saw the documents alone, and asked in the proportion in which people do. */
export const isFreshHand = (hand: string): boolean => hand.startsWith('fresh-');
const PRACTICE = { facts: [], weight: 0.5 };

const UNANSWERED = join(import.meta.dirname, 'unanswered.yaml');

export async function loadLearningQuestions(corpusDir: string, casesDir: string, documents: readonly CanonicalDocument[]): Promise<LearningQuestion[]> {
  const { questions } = await loadQuestions(corpusDir, documents);
  const unanswered = parse(await readFile(UNANSWERED, 'utf8')) as Record<string, string[]>;
  const { statements } = loadStatements(corpusDir, documents);
  const missing = await loadMissing(corpusDir, documents, statements);
  const cases = await loadCases(casesDir, new Map(documents.map(({ id, text }) => [id, text])));
  return [
    ...questions.map(({ text, hand, sentences, verdict }): LearningQuestion => ({ text, hand, sentences, verdict, history: [], half: sentences.length > 0 ? 'corpus' : 'unanswered', ...PRACTICE, ...(isFreshHand(hand) && { weight: FRESH_WEIGHT }) })),
    ...Object.entries(unanswered).flatMap(([hand, texts]) => texts.map((text): LearningQuestion => ({ text, hand, sentences: [], history: [], half: 'unanswered', ...PRACTICE }))),
    ...formQuestions(statements, documents),
    ...missing.flatMap(({ asks }) => asks.map((text): LearningQuestion => ({ text, hand: FORMS_HAND, sentences: [], history: [], half: 'unanswered', ...PRACTICE }))),
    ...cases
      .filter(({ split }) => split === 'tune')
      .map((one): LearningQuestion => ({ text: one.question, hand: one.file, history: one.history, half: 'tune', sentences: one.abstain ? [] : sentencesThatAnswer(one.evidence, documents), verdict: one.verdict, facts: one.keyFacts.filter(({ vital }) => vital).map(({ pattern }) => pattern), weight: isFresh(one) ? FRESH_WEIGHT : 1 })),
  ];
}

/** Who asks for a statement asks for the sentences that it rests on. */
function formQuestions(statements: readonly Statement[], documents: readonly CanonicalDocument[]): LearningQuestion[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return statements.flatMap((statement) => {
    const sentences = sentencesBehind(statement, byId);
    return formsOf(statement).map((text): LearningQuestion => ({ text, hand: FORMS_HAND, sentences, history: [], half: 'corpus', ...PRACTICE }));
  });
}

/** The sentences that answer a question, or hold half of what does. */
function sentencesThatAnswer(evidence: Parameters<typeof touchesEvidence>[1], documents: readonly CanonicalDocument[]): string[] {
  return documents.flatMap(({ id, sentences }) =>
    [...sentences.keys()].filter((i) => touchesEvidence({ documentId: id, start: sentences[i]!.start, end: sentences[i]!.end }, evidence)).map((i) => sentenceKey(id, i)),
  );
}
