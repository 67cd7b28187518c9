/**
 * Quantile by linear interpolation between order statistics (definition 7 of Hyndman & Fan, 1996; R's default).
 * @param p 0…1 @returns NaN without values
 */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) return NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)]!;
  const above = sorted[Math.ceil(at)]!;
  return below + (above - below) * (at - Math.floor(at));
}

/**
 * The same where each value counts as often as its weight says; what a sample with repeats would give.
 * Sorted once, for a bootstrap reads it thousands of times.
 * @returns reads it for whole weights; once each when absent
 */
export function weightedQuantile(values: readonly number[], p: number): (weights?: ArrayLike<number>) => number {
  const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
  return (weights) => {
    const weightOf = (at: number): number => weights?.[at] ?? 1;
    const total = order.reduce((sum, at) => sum + weightOf(at), 0);
    if (total === 0) return NaN;
    const place = (total - 1) * p;
    const nth = (wanted: number): number => {
      let seen = 0;
      for (const at of order) if ((seen += weightOf(at)) > wanted) return values[at]!;
      return NaN;
    };
    const [below, above] = [nth(Math.floor(place)), nth(Math.ceil(place))];
    return below + (above - below) * (place - Math.floor(place));
  };
}

/** NaN without values. */
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
