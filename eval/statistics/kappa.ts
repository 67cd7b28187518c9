import { clusteredBootstrap, type BootstrapSettings, type Weights } from './bootstrap.ts';
import type { Estimate } from './wilson.ts';

/** How bad it is that one reader says `a` and the other `b`; 0 where they agree. */
export type Disagreement = (a: number, b: number) => number;

export const NOMINAL: Disagreement = (a, b) => (a === b ? 0 : 1);
/** For grades: two steps apart is four times as bad as one (Fleiss & Cohen, 1973). */
export const QUADRATIC: Disagreement = (a, b) => (a - b) ** 2;

/**
 * Cohen's kappa (1960), weighted by disagreement (1968): 1 minus what two readers disagree, over what they would disagree
 * if each kept the own distribution of grades and chance decided. NaN where chance could not disagree.
 * @param counts how often each pair counts; once when absent
 */
export function kappa(pairs: readonly (readonly [a: number, b: number])[], disagreement: Disagreement, counts?: Weights): number {
  const left = new Map<number, number>();
  const right = new Map<number, number>();
  let total = 0;
  let observed = 0;
  pairs.forEach(([a, b], at) => {
    const count = counts?.[at] ?? 1;
    total += count;
    observed += count * disagreement(a, b);
    left.set(a, (left.get(a) ?? 0) + count);
    right.set(b, (right.get(b) ?? 0) + count);
  });
  let expected = 0;
  for (const [a, some] of left) for (const [b, others] of right) expected += (some * others * disagreement(a, b)) / total;
  return expected === 0 ? NaN : 1 - observed / expected;
}

/** With its 95 % interval by bootstrap over what was graded. */
export function kappaEstimate(pairs: readonly (readonly [a: number, b: number])[], disagreement: Disagreement, settings?: BootstrapSettings): Estimate {
  const alone = pairs.map((_, at) => [at]);
  return { ...clusteredBootstrap(alone, (counts) => kappa(pairs, disagreement, counts), settings), n: pairs.length };
}
