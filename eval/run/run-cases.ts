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
  /** Cases under way at once; more than one only with a system of several processes. */
  concurrency?: number;
  onProgress?: (done: number, total: number) => void;
}

/** Asks and searches every case. @returns results in the order of the cases */
export async function runCases(
  system: System,
  cases: readonly EvaluationCase[],
  documents: Documents,
  { timeoutMs, depth, concurrency = 1, onProgress }: RunOptions,
): Promise<CaseResult[]> {
  const results = new Array<CaseResult>(cases.length);
  let next = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (next < cases.length) {
      const at = next;
      next += 1;
      const evaluationCase = cases[at]!;
      const ask = await observeAsk(system, askRequest(evaluationCase), timeoutMs);
      const search = evaluationCase.abstain ? undefined : await observeSearch(system, searchQuery(evaluationCase), depth, timeoutMs);
      results[at] = { case: evaluationCase, ask, ...(search && { search }), scores: scoreCase(evaluationCase, ask, search, documents) };
      done += 1;
      onProgress?.(done, cases.length);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return results;
}
