import type { Evaluation } from '../run/evaluation.ts';
import { summarise, summariseBy, type Summary } from '../metrics/summary.ts';
import { failedParts } from '../metrics/failed-parts.ts';
import { readerRemarks } from '../metrics/reader-remarks.ts';
import { byDistance, byHand } from '../metrics/splits.ts';
import { fiveFigures } from '../verdict/five-figures.ts';
import { compactResults } from '../verdict/compact-results.ts';
import type { Comparison } from '../verdict/comparison.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** Everything that was measured, for programs. Figures that do not exist are null. */
export function evaluationJson(evaluation: Evaluation, verdict: Verdict, comparison?: Comparison): string {
  const { results, tutorialAnswers } = evaluation;
  const half = (split: string): Summary | undefined => {
    const some = results.filter((result) => result.case.split === split);
    return some.length > 0 ? summarise(some) : undefined;
  };
  return JSON.stringify(
    {
      verdict,
      five: fiveFigures(results, verdict).map(({ check: _, ...figure }) => figure),
      summary: { test: half('test'), tune: half('tune') },
      byHand: Object.fromEntries(byHand(results).map(({ label, results: some }) => [label, summarise(some)])),
      byDistance: Object.fromEntries(byDistance(results).map(({ label, results: some }) => [label, summarise(some)])),
      byType: Object.fromEntries(summariseBy(results, (result) => [result.case.type])),
      byDocument: Object.fromEntries(summariseBy(results, (result) => result.case.evidence.flatMap(({ anyOf }) => anyOf.map(({ documentId }) => documentId)))),
      comparison,
      compact: compactResults(evaluation),
      ...evaluation,
      // Texts of passages can be looked up by their offsets; with them the file would be ten times as large.
      results: results.map((result) => [result, result] as const).map(([{ search, routeTruth: _, ...rest }, result]) => ({
        ...rest,
        remarks: [...failedParts(result), ...readerRemarks(result)],
        ...(search && { search: { ...search, results: search.results.map(({ text: _, ...place }) => place) } }),
      })),
      ...(tutorialAnswers && { tutorialAnswers: tutorialAnswers.map(({ case: { id }, scores }) => ({ id, scores })) }),
    },
    (_, value: unknown) => (value instanceof Map ? (Object.fromEntries(value) as unknown) : value instanceof Set ? [...value] : typeof value === 'number' && !Number.isFinite(value) ? null : value),
    1,
  );
}
