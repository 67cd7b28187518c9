import type { Verdict } from '../corpus/statement.ts';
import type { Finding } from './draft.ts';
import type { SaidStatement } from './said.ts';
import type { StatementBook } from './statement-book.ts';
import { verdictFeatures } from './verdict-features.ts';
import { likeliest, type VerdictModel } from './verdict-model.ts';

/** A verdict that is certain enough to be said. */
export interface Decided {
  verdict: Verdict;
  /** 0…1, at least the threshold. */
  confidence: number;
  /** The nearest decided question with this verdict. */
  form?: string | undefined;
}

/** Ja, nee or hangt-af where that is certain; a wrong one is worse than none. It is said with the best statement, or not at all. */
export function verdictFor(whole: Finding, statements: readonly SaidStatement[], book: StatementBook, model: VerdictModel): Decided | undefined {
  if (statements[0]?.entry !== whole.statements[0]?.entry) return undefined;
  const found = verdictFeatures(whole, book);
  if (!found) return undefined;
  const { verdict, share } = likeliest(found, model.classes);
  return share < model.threshold ? undefined : { verdict, confidence: share, form: found.nearest[verdict] };
}
