import { VERDICTS, type Verdict } from '../corpus/statement.ts';
import type { Finding } from './draft.ts';
import { linear, type LinearModel } from './linear-model.ts';
import type { SaidStatement } from './say.ts';
import type { StatementBook } from './statement-book.ts';
import { verdictFeatures, type VerdictFeatures } from './verdict-features.ts';

/** A verdict that is certain enough to be said. */
export interface Decided {
  verdict: Verdict;
  /** 0…1, at least the threshold. */
  confidence: number;
  /** The nearest decided question with this verdict. */
  form?: string | undefined;
}

/** Log-odds of each verdict against the others, and the share that the likeliest must have to be said. */
export interface VerdictModel {
  classes: Record<Verdict, LinearModel>;
  threshold: number;
}

/** Ja, nee or hangt-af where that is certain; a wrong one is worse than none. It is said with the best statement, or not at all. */
export function verdictFor(whole: Finding, statements: readonly SaidStatement[], book: StatementBook, model: VerdictModel): Decided | undefined {
  if (statements[0]?.entry !== whole.statements[0]?.entry) return undefined;
  const found = verdictFeatures(whole, book);
  if (!found) return undefined;
  const { verdict, share } = likeliest(found, model.classes);
  return share < model.threshold ? undefined : { verdict, confidence: share, form: found.nearest[verdict] };
}

/** The verdict that most speaks for, with its share among the three. */
export function likeliest({ features }: Pick<VerdictFeatures, 'features'>, classes: VerdictModel['classes']): { verdict: Verdict; share: number } {
  const odds = VERDICTS.map((verdict) => ({ verdict, share: 1 / (1 + Math.exp(-linear(features, classes[verdict]))) }));
  const total = odds.reduce((sum, { share }) => sum + share, 0);
  const best = odds.reduce((a, b) => (b.share > a.share ? b : a));
  return { verdict: best.verdict, share: best.share / total };
}
