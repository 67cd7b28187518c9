import { VERDICTS, type Verdict } from '../corpus/statement.ts';
import { linear, type LinearModel } from './linear-model.ts';

/** Log-odds of each verdict against the others, and the share that the likeliest must have to be said. */
export interface VerdictModel {
  classes: Record<Verdict, LinearModel>;
  threshold: number;
}

/** The verdict that most speaks for, with its share among the three. */
export function likeliest({ features }: { features: Readonly<Record<string, number>> }, classes: VerdictModel['classes']): { verdict: Verdict; share: number } {
  const odds = VERDICTS.map((verdict) => ({ verdict, share: 1 / (1 + Math.exp(-linear(features, classes[verdict]))) }));
  const total = odds.reduce((sum, { share }) => sum + share, 0);
  const best = odds.reduce((a, b) => (b.share > a.share ? b : a));
  return { verdict: best.verdict, share: best.share / total };
}
