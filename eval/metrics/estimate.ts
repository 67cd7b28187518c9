import { clusteredBootstrap } from '../statistics/bootstrap.ts';
import { wilson, type Estimate } from '../statistics/wilson.ts';
import type { Measure } from './measure.ts';
import type { CaseResult } from './score-case.ts';

/**
 * A figure with its 95 % interval. The same case may have been asked more than once (in other circumstances): its results
 * are resampled together, for they are not independent. Wilson's interval is for rates over cases asked once.
 */
export function estimate(measure: Measure, results: readonly CaseResult[]): Estimate {
  const key = `${measure.name}:${results.map(numberOf).join()}`;
  const before = known.get(key);
  if (before) return before;
  const found = resample(measure, results);
  known.set(key, found);
  return found;
}

/** Report, screen, JSON and verdict ask for the same figures of the same results. */
const known = new Map<string, Estimate>();
const numbers = new WeakMap<CaseResult, number>();
let last = 0;

function numberOf(result: CaseResult): number {
  const number = numbers.get(result) ?? (last += 1);
  numbers.set(result, number);
  return number;
}

function resample({ about, over }: Measure, results: readonly CaseResult[]): Estimate {
  const counted = results.filter(about);
  const figure = over(counted);
  const clusters = clustersOf(counted);
  if (figure.hits !== undefined && clusters.length === counted.length) return wilson(figure.hits, figure.n);
  return { ...clusteredBootstrap(clusters, (weights) => figure.value(weights)), n: figure.n };
}

/**
 * Ours minus theirs on the same cases in the same order, resampled by case so that the pairs stay together (Sakai, SIGIR
 * 2006). What only one of both says something about is left out.
 */
export function estimateDifference({ about, over }: Measure, ours: readonly CaseResult[], theirs: readonly CaseResult[]): Estimate {
  const pairs = ours.flatMap((our, at) => (about(our) && about(theirs[at]!) ? [[our, theirs[at]!] as const] : []));
  const [left, right] = [over(pairs.map(([our]) => our)), over(pairs.map(([, their]) => their))];
  return { ...clusteredBootstrap(clustersOf(pairs.map(([our]) => our)), (weights) => left.value(weights) - right.value(weights)), n: pairs.length };
}

/** The figure of one case; undefined where it is not about it. */
export const valueOf = ({ about, over }: Measure, result: CaseResult): number | undefined => (about(result) ? over([result]).value() : undefined);

/** Places of the results of each case. */
function clustersOf(results: readonly CaseResult[]): number[][] {
  const clusters = new Map<string, number[]>();
  results.forEach((result, at) => clusters.set(result.case.id, [...(clusters.get(result.case.id) ?? []), at]));
  return [...clusters.values()];
}
