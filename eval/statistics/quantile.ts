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
 * @param weights whole numbers; once each when absent
 */
export function weightedQuantile(values: readonly number[], p: number, weights?: ArrayLike<number>): number {
  const items = values.map((value, at) => ({ value, weight: weights?.[at] ?? 1 })).filter(({ weight }) => weight > 0);
  items.sort((a, b) => a.value - b.value);
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return NaN;
  const at = (total - 1) * p;
  const nth = (wanted: number): number => {
    let seen = 0;
    for (const { value, weight } of items) if ((seen += weight) > wanted) return value;
    return items.at(-1)!.value;
  };
  const [below, above] = [nth(Math.floor(at)), nth(Math.ceil(at))];
  return below + (above - below) * (at - Math.floor(at));
}

/** NaN without values. */
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
