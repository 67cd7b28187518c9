import type { Documents } from '../metrics/citations.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import { compare, type RobustnessFigures } from '../robustness/run-robustness.ts';
import { runCases, type RunOptions } from '../run/run-cases.ts';
import type { Subject } from '../subject/subject.ts';
import { DISTRACTOR } from './load-distractors.ts';

export interface DistractorFigures extends RobustnessFigures {
  /** Characters of old law added to the index. */
  charactersAdded: number;
  /** Answers that cite a superseded law: that must never happen as if it were in force. */
  supersededCited: { id: string; documentId: string; quote: string }[];
}

/** Asks the cases again with old, near-topic laws in the index. */
export async function runDistractors(
  crowded: Subject,
  originals: readonly CaseResult[],
  documents: Documents,
  options: RunOptions,
): Promise<DistractorFigures> {
  const after = await runCases(crowded, originals.map((result) => result.case), documents, options);
  return {
    ...compare({ id: 'distractors', label: 'Met oude wetten in de index' }, originals, after),
    charactersAdded: [...documents.values()].filter(({ id }) => id.startsWith(DISTRACTOR)).reduce((sum, { text }) => sum + text.length, 0),
    supersededCited: after.flatMap(({ case: { id }, ask }) =>
      (ask.answer?.citations ?? [])
        .filter(({ documentId }) => documentId.startsWith(DISTRACTOR))
        .map(({ documentId, quote }) => ({ id, documentId, quote })),
    ),
  };
}
