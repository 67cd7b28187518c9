import type { Documents } from '../metrics/citations.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import { runCases, type RunOptions } from '../run/run-cases.ts';
import type { System } from '../system/system.ts';
import { compare, type RobustnessFigures } from './run-robustness.ts';

export interface DistractorFigures extends RobustnessFigures {
  /** Characters of old law added to the index. */
  charactersAdded: number;
  /** Citations of a superseded law as if it were in force: without a notice that it is not. */
  supersededCited: { id: string; documentId: string; quote: string }[];
  /** Citations of a superseded law that the answer says is superseded. */
  supersededNoted: number;
}

/** How a notice can say it. */
const SUPERSEDED_NOTICE = /vervallen|geldt niet meer|niet meer geld|gold|historisch|oude (?:wet|regel|tekst|versie)/i;

/**
 * Asks the cases again with old, near-topic laws in the index.
 * @param distractors ids of those laws, which are among the documents
 */
export async function runDistractors(
  crowded: System,
  originals: readonly CaseResult[],
  documents: Documents,
  distractors: ReadonlySet<string>,
  options: RunOptions,
): Promise<DistractorFigures> {
  const after = await runCases(crowded, originals.map((result) => result.case), documents, options);
  const cited = after.flatMap(({ case: { id }, ask }) =>
    (ask.answer?.citations ?? [])
      .filter(({ documentId }) => distractors.has(documentId))
      .map(({ documentId, quote }) => ({ id, documentId, quote, noted: ask.answer!.notices.some((notice) => SUPERSEDED_NOTICE.test(notice)) })),
  );
  return {
    ...compare({ id: 'distractors', label: 'Met oude wetten in de index' }, originals, after),
    charactersAdded: [...documents.values()].filter(({ id }) => distractors.has(id)).reduce((sum, { text }) => sum + text.length, 0),
    supersededCited: cited.filter(({ noted }) => !noted).map(({ id, documentId, quote }) => ({ id, documentId, quote })),
    supersededNoted: cited.filter(({ noted }) => noted).length,
  };
}
