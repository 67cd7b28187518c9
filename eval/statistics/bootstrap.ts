import { mean, quantile } from './quantile.ts';
import { createRandom, randomInt, type Random } from './random.ts';
import type { Estimate } from './wilson.ts';

export interface BootstrapSettings {
  /** Samples drawn; 2,000 fix the bounds to about half a point at these sizes. */
  samples: number;
  seed: number;
}

export const BOOTSTRAP: BootstrapSettings = { samples: 2000, seed: 20241015 };

/** Percentile bootstrap (Efron, 1979) of a mean over cases, 95 %. */
export function bootstrapMean(values: readonly number[], settings: BootstrapSettings = BOOTSTRAP): Estimate {
  const n = values.length;
  if (n === 0) return { value: NaN, low: NaN, high: NaN, n };
  const means = resample(values, settings);
  return { value: mean(values), low: quantile(means, 0.025), high: quantile(means, 0.975), n };
}

export interface PairedDifference extends Estimate {
  /** Two-sided: how often a sample's difference lies on the other side of zero, doubled; 0…1. */
  p: number;
}

/**
 * Difference of two systems on the same cases, resampled by case so that the pairs stay together (Sakai, SIGIR 2006).
 * @throws RangeError when the lists differ in length
 */
export function pairedBootstrap(
  ours: readonly number[],
  theirs: readonly number[],
  settings: BootstrapSettings = BOOTSTRAP,
): PairedDifference {
  if (ours.length !== theirs.length) throw new RangeError(`Pairs differ in length: ${ours.length} and ${theirs.length}`);
  const differences = ours.map((value, at) => value - theirs[at]!);
  const estimate = bootstrapMean(differences, settings);
  const means = differences.length === 0 ? [] : resample(differences, settings);
  const share = (test: (value: number) => boolean): number => means.filter(test).length / means.length;
  const p = means.length === 0 ? 1 : Math.min(1, 2 * Math.min(share((value) => value <= 0), share((value) => value >= 0)));
  return { ...estimate, p };
}

function resample(values: readonly number[], { samples, seed }: BootstrapSettings): number[] {
  const random: Random = createRandom(seed);
  return Array.from({ length: samples }, () => {
    let sum = 0;
    for (let draw = 0; draw < values.length; draw += 1) sum += values[randomInt(random, values.length)]!;
    return sum / values.length;
  });
}

/** How often each item counts; a sample draws some twice and others not at all. */
export type Weights = ArrayLike<number>;

/**
 * Percentile bootstrap of any statistic, drawing whole clusters: items that are not independent, such as one question asked
 * in several circumstances, come or stay away together (Davison & Hinkley, 1997, section 3.8). Samples in which the statistic does not
 * exist are left out.
 * @param clusters places of their items
 */
export function clusteredBootstrap(
  clusters: readonly (readonly number[])[],
  statistic: (weights?: Weights) => number,
  { samples, seed }: BootstrapSettings = BOOTSTRAP,
): Omit<Estimate, 'n'> {
  if (clusters.length === 0) return { value: NaN, low: NaN, high: NaN };
  const random = createRandom(seed);
  const weights = new Float64Array(clusters.reduce((sum, { length }) => sum + length, 0));
  const values = Array.from({ length: samples }, () => {
    weights.fill(0);
    for (let draw = 0; draw < clusters.length; draw += 1) for (const item of clusters[randomInt(random, clusters.length)]!) weights[item]! += 1;
    return statistic(weights);
  }).filter((value) => !Number.isNaN(value));
  return { value: statistic(), low: quantile(values, 0.025), high: quantile(values, 0.975) };
}
