/** A linear model: `bias + Σ weight × (feature − mean)`; mean over the cases it was learned from. */
export interface LinearModel {
  bias: number;
  terms: Readonly<Record<string, { weight: number; mean: number }>>;
}

/** Weighted sum; a feature that is absent counts as its mean over the calibration cases. */
export function linear(features: Readonly<Record<string, number | undefined>>, { bias, terms }: LinearModel): number {
  let sum = bias;
  for (const [name, { weight, mean }] of Object.entries(terms)) sum += weight * ((features[name] ?? mean) - mean);
  return sum;
}
