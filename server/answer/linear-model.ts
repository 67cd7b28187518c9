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

/** What each feature adds to the sum, largest first: why the sum is as it is. */
export function contributions(
  features: Readonly<Record<string, number | undefined>>,
  { terms }: LinearModel,
): { name: string; value?: number; contribution: number }[] {
  return Object.entries(terms)
    .map(([name, { weight, mean }]) => {
      const value = features[name];
      return { name, ...(value !== undefined && { value }), contribution: weight * ((value ?? mean) - mean) };
    })
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}
