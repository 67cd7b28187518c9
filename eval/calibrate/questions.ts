import { fileURLToPath } from 'node:url';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import type { EvaluationCase } from '../case/evaluation-case.ts';
import { loadCases } from '../case/load-cases.ts';
import { touchesEvidence } from '../metrics/coverage.ts';

const CASES = fileURLToPath(new URL('../cases', import.meta.url));
const PRACTICE = fileURLToPath(new URL('../practice', import.meta.url));

/** What may be learned from: the tune half and the practice questions. The frozen half takes no part. */
export async function loadQuestions(documents: ReadonlyMap<string, CanonicalDocument>): Promise<EvaluationCase[]> {
  const texts = new Map([...documents].map(([id, { text }]) => [id, text]));
  const cases = await loadCases(CASES, texts);
  return [...cases.filter(({ split }) => split === 'tune'), ...(await loadCases(PRACTICE, texts))];
}

/** A sentence as `document/index`. */
export const sentenceKey = (documentId: string, sentence: number): string => `${documentId}/${sentence}`;

/** The sentences that answer a question, or hold half of what does. */
export function answersOf({ evidence }: EvaluationCase, documents: ReadonlyMap<string, CanonicalDocument>): ReadonlySet<string> {
  const named = new Set(evidence.flatMap(({ anyOf }) => anyOf.map(({ documentId }) => documentId)));
  const keys = new Set<string>();
  for (const id of named) {
    documents.get(id)!.sentences.forEach(({ start, end }, i) => {
      if (touchesEvidence({ documentId: id, start, end }, evidence)) keys.add(sentenceKey(id, i));
    });
  }
  return keys;
}
