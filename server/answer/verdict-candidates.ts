import type { Verdict } from '../corpus/statement.ts';
import type { Finding } from './draft.ts';
import type { SaidStatement } from './say.ts';
import type { StatementBook, StatementForm } from './statement-book.ts';

export interface VerdictFeatures {
  nearest: number;
}

export interface VerdictCandidate {
  verdict: Verdict;
  form: StatementForm;
  features: VerdictFeatures;
}

export function verdictCandidates({ forms, question }: Finding, statements: readonly SaidStatement[], book: StatementBook): VerdictCandidate[] {
  const cosines = forms?.cosines;
  if (!cosines || !question.profile.asksFor.has('yes-no')) return [];
  const places = new Set(statements.filter(({ role }) => role === 'answer').map(({ entry }) => entry.place));
  return book.forms
    .flatMap((form, i): VerdictCandidate[] => (form.verdict !== undefined && places.has(form.place) ? [{ verdict: form.verdict, form, features: { nearest: cosines[i]! } }] : []))
    .sort((a, b) => b.features.nearest - a.features.nearest);
}
