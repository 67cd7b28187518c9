import type { CaseResult } from '../metrics/score-case.ts';
import { pairedBootstrap, type PairedDifference } from '../statistics/bootstrap.ts';
import { compactCase, type CompactCase, type CompactResults } from './compact-results.ts';

/** What changed since an earlier run, on the cases that both have. Differences are now minus then. */
export interface Comparison {
  createdAt: string;
  /** Cases in both. */
  n: number;
  differences: { name: ComparedName; label: string; difference: PairedDifference }[];
  /** Right then, wrong now, and the other way round. */
  worse: string[];
  better: string[];
  before: ReadonlyMap<string, CompactCase>;
}

const COMPARED = [
  { name: 'right', label: 'Helemaal goed' },
  { name: 'evidence', label: 'Bewijs aangehaald' },
  { name: 'vital', label: 'Kernfeiten' },
  { name: 'ndcg10', label: 'nDCG@10' },
  { name: 'recall5', label: 'recall@5' },
] as const;
type ComparedName = (typeof COMPARED)[number]['name'];

export function compareRuns(results: readonly CaseResult[], earlier: CompactResults): Comparison {
  const pairs = results.flatMap((result) => {
    const before = earlier.cases[result.case.id];
    return before ? [{ id: result.case.id, before, now: compactCase(result) }] : [];
  });
  return {
    createdAt: earlier.createdAt,
    n: pairs.length,
    differences: COMPARED.map(({ name, label }) => {
      const both = pairs.filter(({ before, now }) => before[name] !== undefined && now[name] !== undefined);
      return { name, label, difference: pairedBootstrap(both.map(({ now }) => Number(now[name])), both.map(({ before }) => Number(before[name]))) };
    }),
    worse: pairs.filter(({ before, now }) => before.right && !now.right).map(({ id }) => id),
    better: pairs.filter(({ before, now }) => !before.right && now.right).map(({ id }) => id),
    before: new Map(pairs.map(({ id, before }) => [id, before])),
  };
}
