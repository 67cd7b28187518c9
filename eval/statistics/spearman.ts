import { clusteredBootstrap, type BootstrapSettings, type Weights } from './bootstrap.ts';
import type { Estimate } from './wilson.ts';

/**
 * Spearman's rank correlation: Pearson's correlation of the ranks, equal values sharing the mean of their ranks. NaN where
 * one of the two is the same everywhere.
 * @param counts how often each pair counts; once when absent
 */
export function spearman(pairs: readonly (readonly [x: number, y: number])[], counts?: Weights): number {
  const weights = pairs.map((_, at) => counts?.[at] ?? 1);
  const x = ranks(pairs.map(([value]) => value), weights);
  const y = ranks(pairs.map(([, value]) => value), weights);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // Ranks of `total` items have this mean, whatever the ties.
  const middle = (total + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  weights.forEach((weight, at) => {
    const [dx, dy] = [x[at]! - middle, y[at]! - middle];
    xy += weight * dx * dy;
    xx += weight * dx * dx;
    yy += weight * dy * dy;
  });
  return xx === 0 || yy === 0 ? NaN : xy / Math.sqrt(xx * yy);
}

/** With its 95 % interval by bootstrap over the pairs. */
export function spearmanEstimate(pairs: readonly (readonly [x: number, y: number])[], settings?: BootstrapSettings): Estimate {
  const alone = pairs.map((_, at) => [at]);
  return { ...clusteredBootstrap(alone, (counts) => spearman(pairs, counts), settings), n: pairs.length };
}

function ranks(values: readonly number[], weights: readonly number[]): number[] {
  const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
  const ranked = new Array<number>(values.length);
  let below = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    let tied = 0;
    for (; to < order.length && values[order[to]!] === values[order[from]!]; to += 1) tied += weights[order[to]!]!;
    for (const at of order.slice(from, to)) ranked[at] = below + (tied + 1) / 2;
    below += tied;
    from = to;
  }
  return ranked;
}
