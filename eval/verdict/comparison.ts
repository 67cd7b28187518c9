import type { CaseResult } from '../metrics/score-case.ts';
import { pairedBootstrap, type PairedDifference } from '../statistics/bootstrap.ts';
import { compactCase, COMPARED, type CompactCase, type CompactResults } from './compact-results.ts';

/** What changed since an earlier run, on the cases that both have. Differences are now minus then. */
export interface Comparison {
  createdAt: string;
  /** Cases in both. */
  n: number;
  differences: { name: string; label: string; difference: PairedDifference }[];
  /** Right then, wrong now, and the other way round. */
  worse: string[];
  better: string[];
  before: ReadonlyMap<string, CompactCase>;
}

export function compareRuns(results: readonly CaseResult[], earlier: CompactResults): Comparison {
  const pairs = results.flatMap((result) => {
    const before = earlier.cases[result.case.id];
    return before ? [{ id: result.case.id, before, now: compactCase(result) }] : [];
  });
  return {
    createdAt: earlier.createdAt,
    n: pairs.length,
    differences: COMPARED.map(({ name, label }) => {
      const both = pairs.flatMap(({ before, now }) => (name in before.figures && name in now.figures ? [[now.figures[name]!, before.figures[name]!] as const] : []));
      return { name, label, difference: pairedBootstrap(both.map(([now]) => now), both.map(([, then]) => then)) };
    }),
    worse: pairs.filter(({ before, now }) => before.right && !now.right).map(({ id }) => id),
    better: pairs.filter(({ before, now }) => !before.right && now.right).map(({ id }) => id),
    before: new Map(pairs.map(({ id, before }) => [id, before])),
  };
}
