import type { Verdict } from '../corpus/statement.ts';
import type { Finding } from './draft.ts';
import { linear, type LinearModel } from './linear-model.ts';
import type { SaidStatement } from './say.ts';
import type { StatementBook } from './statement-book.ts';
import { verdictCandidates } from './verdict-candidates.ts';

/** A verdict that is certain enough to be said. */
export interface Decided {
  verdict: Verdict;
  /** Log-odds above the threshold that it is right. */
  confidence: number;
  /** The yes/no question that decided. */
  form: string;
  /** What is said, the statement that decides first. */
  statements: SaidStatement[];
}

/** Log-odds that a verdict is right, from how near the question is to yes/no questions that were decided, and the least that is said. */
export interface VerdictModel extends LinearModel {
  threshold: number;
}

/** Ja, nee or hangt-af where that is certain; a wrong one is worse than none. */
export function verdictFor(whole: Finding, statements: readonly SaidStatement[], book: StatementBook, model: VerdictModel): Decided | undefined {
  const best = verdictCandidates(whole, book)[0];
  if (!best) return undefined;
  const confidence = linear({ ...best.features }, model) - model.threshold;
  if (confidence < 0) return undefined;
  const deciding = statements.find(({ entry }) => entry.place === best.form.place);
  // A verdict is said with the statement that decides, or not at all.
  if (!deciding) return undefined;
  return { verdict: best.verdict, confidence, form: best.form.text, statements: [deciding, ...statements.filter((other) => other !== deciding)] };
}
