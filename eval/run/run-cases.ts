import type { EvaluationCase } from '../load/evaluation-case.ts';
import type { Documents } from '../metrics/citations.ts';
import type { RouteTruth } from '../metrics/routes.ts';
import { scoreCase, type CaseResult } from '../metrics/score-case.ts';
import { askRequest, observeAsk, observeIdle, observeSearch, searchQuery } from '../system/observe.ts';
import { Stopwatch } from '../system/stopwatch.ts';
import type { System } from '../system/system.ts';

/** A request that does nothing takes milliseconds. */
const LONGEST_IDLE_MS = 2000;

export interface RunOptions {
  /** Per question. */
  timeoutMs: number;
  /** Passages asked of the search; 10 is the deepest measure. */
  depth: number;
  onProgress?: (done: number, total: number) => void;
}

/** What the rule check says when nothing is known, once for all cases; a rule check that fails is measured elsewhere. */
async function askRouteTruth({ rules }: System, timeoutMs: number): Promise<RouteTruth | undefined> {
  const watch = new Stopwatch(timeoutMs);
  const checked = await Promise.race([rules?.check({}), watch.late]).catch(() => undefined).finally(() => watch.stop());
  return checked && Object.fromEntries(checked.routes.map(({ id, status, missing }) => [id, { status, open: missing === undefined ? status === 'onbekend' : missing.length > 0 }]));
}

/** Asks and searches every case. @returns results in the order of the cases */
export async function runCases(
  system: System,
  cases: readonly EvaluationCase[],
  documents: Documents,
  { timeoutMs, depth, onProgress }: RunOptions,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  const routeTruth = await askRouteTruth(system, timeoutMs);
  let idles = true;
  for (const evaluationCase of cases) {
    // A server that does not answer this once is not asked again, or it would hold up every question.
    const idleMs: number | undefined = idles ? await observeIdle(system, Math.min(timeoutMs, LONGEST_IDLE_MS)) : undefined;
    idles = idleMs !== undefined;
    const ask = { ...(await observeAsk(system, askRequest(evaluationCase), timeoutMs)), ...(idleMs !== undefined && { idleMs }) };
    const search = evaluationCase.abstain ? undefined : await observeSearch(system, searchQuery(evaluationCase), depth, timeoutMs);
    results.push({ case: evaluationCase, ask, ...(search && { search }), scores: scoreCase(evaluationCase, ask, search, documents), ...(routeTruth && { routeTruth }) });
    onProgress?.(results.length, cases.length);
  }
  return results;
}
