import type { EvaluationCase } from '../case/evaluation-case.ts';
import type { Documents } from '../metrics/citations.ts';
import { scoreCase, type CaseResult } from '../metrics/score-case.ts';
import { askRequest, observeAsk, observeSearch, searchQuery } from '../subject/observe.ts';
import type { Subject } from '../subject/subject.ts';

export interface RunOptions {
  /** Per question. */
  timeoutMs: number;
  /** Passages asked of the search; 10 is the deepest measure. */
  depth: number;
  /** Leave out the answers: for work on retrieval alone. */
  searchOnly?: boolean;
  onProgress?: (done: number, total: number) => void;
}

/** Asks and searches every case, one after the other so that times are those of a single user. */
export async function runCases(
  subject: Subject,
  cases: readonly EvaluationCase[],
  documents: Documents,
  options: RunOptions,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const evaluationCase of cases) {
    const ask = await observeAsk(subject, askRequest(evaluationCase), options.timeoutMs);
    const search = evaluationCase.abstain
      ? undefined
      : await observeSearch(subject, searchQuery(evaluationCase), options.depth, options.timeoutMs);
    results.push({ case: evaluationCase, ask, ...(search && { search }), scores: scoreCase(evaluationCase, ask, search, documents) });
    options.onProgress?.(results.length, cases.length);
  }
  return results;
}
