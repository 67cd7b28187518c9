import { isFresh } from '../load/hands.ts';
import type { CaseResult } from '../metrics/score-case.ts';

/** The frozen half where it was measured: the verdict, and whatever it is compared with, is about that. */
export function casesForVerdict(results: readonly CaseResult[]): { testedOn: 'test' | 'tune'; results: readonly CaseResult[] } {
  const frozen = results.filter((result) => result.case.split === 'test');
  return frozen.length > 0 ? { testedOn: 'test', results: frozen } : { testedOn: 'tune', results };
}

/** Those of fresh hands; all where there are none, which the verdict then says. */
export function freshCases(results: readonly CaseResult[]): { fresh: boolean; results: readonly CaseResult[] } {
  const written = results.filter((result) => isFresh(result.case));
  return written.length > 0 ? { fresh: true, results: written } : { fresh: false, results };
}
