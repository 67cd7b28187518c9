/** An estimate with its 95 % interval; `n` always stands beside it. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
  n: number;
}

/** Two-sided 95 % quantile of the standard normal distribution. */
export const Z95 = 1.959963984540054;

/**
 * Wilson's score interval for a rate (E. B. Wilson, JASA 22, 1927; formula as in Brown, Cai & DasGupta, 2001): stays
 * within 0…1 and holds for small numbers and for rates of 0 and 1.
 * @param hits 0…n @param n without observations the value is NaN and the interval is all of 0…1
 */
export function wilson(hits: number, n: number, z: number = Z95): Estimate {
  if (n === 0) return { value: NaN, low: 0, high: 1, n };
  const rate = hits / n;
  const centre = (rate + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n));
  // At 0 and n the formula is exact in theory; rounding must not push the bound past the rate.
  return { value: rate, low: hits === 0 ? 0 : centre - half, high: hits === n ? 1 : centre + half, n };
}
