import { leadsOf } from '../comparison.ts';
import { wholeOf, type Draft, type Tools } from '../draft.ts';
import { say as sayOf } from '../say.ts';
import type { SaidStatement } from '../said.ts';
import type { Found } from '../step.ts';
import { verdictFor } from '../verdict.ts';
import { wantedList } from '../whole-list.ts';

/** Says the answer in plain words: the statements that answer, what limits them, and ja, nee or hangt-af where that is certain. */
export function say(draft: Draft, { statements: book, calibration }: Tools): Found<'say'> {
  if (draft.refused || draft.onlySituation || !book) return { step: 'say', statements: [] };
  const whole = wholeOf(draft);
  const parts = draft.findings.slice(1);
  const list = parts.length === 0 && !whole.question.profile.asksFor.has('yes-no') ? wantedList(whole.question.standalone, whole.statements, book) : undefined;
  const leads = draft.comparison ? leadsOf(draft.comparison, whole.statements) : list ? [list] : undefined;
  const found = sayOf(whole, parts, book, { day: draft.day, language: whole.question.profile.language }, leads);
  const statements = isBesideSituation(draft, found) ? [] : found;
  const decided = statements.length > 0 ? verdictFor(whole, statements, book, calibration.verdict) : undefined;
  draft.said = { statements, ...(decided && { verdict: decided.verdict }) };
  return {
    step: 'say',
    ...(decided && { verdict: decided.verdict, confidence: decided.confidence, ...(decided.form !== undefined && { form: decided.form }) }),
    statements: draft.said.statements.map(({ entry, role }) => ({ id: entry.statement.id, role })),
  };
}

/** Where the answer begins with what pays in the asker's situation, what is said of routes that do not fit adds nothing. */
function isBesideSituation({ about, comparison }: Draft, [first]: readonly SaidStatement[]): boolean {
  if (!about?.leads || comparison || !first) return false;
  const { routes } = first.entry.statement;
  return routes.length > 0 && !about.routes.some(({ id, fits }) => fits && routes.includes(id));
}
