import type { EvaluationCase } from '../load/evaluation-case.ts';
import type { Documents } from '../metrics/citations.ts';
import { scoreCase, type CaseResult } from '../metrics/score-case.ts';
import { askRequest, observeAsk, observeSearch, searchQuery } from '../system/observe.ts';
import type { System } from '../system/system.ts';

export interface RunOptions {
  /** Per question. */
  timeoutMs: number;
  /** Passages asked of the search; 10 is the deepest measure. */
  depth: number;
  onProgress?: (done: number, total: number) => void;
}

/** Asks and searches every case. @returns results in the order of the cases */
export async function runCases(
  system: System,
  cases: readonly EvaluationCase[],
  documents: Documents,
  { timeoutMs, depth, onProgress }: RunOptions,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const evaluationCase of cases) {
    const ask = await observeAsk(system, askRequest(evaluationCase), timeoutMs);
    const search = evaluationCase.abstain ? undefined : await observeSearch(system, searchQuery(evaluationCase), depth, timeoutMs);
    results.push({ case: evaluationCase, ask, ...(search && { search }), scores: scoreCase(evaluationCase, ask, search, documents) });
    onProgress?.(results.length, cases.length);
  }
  return results;
}
