import { wholeOf, type Draft, type Tools } from '../draft.ts';
import { say as sayOf } from '../say.ts';
import type { Found } from '../step.ts';
import { verdictFor } from '../verdict.ts';

/** Says the answer in plain words: the statements that answer, what limits them, and ja, nee or hangt-af where that is certain. */
export function say(draft: Draft, { statements: book, calibration }: Tools): Found<'say'> {
  if (draft.refused || draft.onlySituation || !book) return { step: 'say', statements: [] };
  const whole = wholeOf(draft);
  const statements = sayOf(whole, draft.findings.slice(1), book, { day: draft.day, language: whole.question.profile.language });
  const decided = statements.length > 0 ? verdictFor(whole, statements, book, calibration.verdict) : undefined;
  draft.said = { statements, ...(decided && { verdict: decided.verdict }) };
  return {
    step: 'say',
    ...(decided && { verdict: decided.verdict, confidence: decided.confidence, ...(decided.form !== undefined && { form: decided.form }) }),
    statements: draft.said.statements.map(({ entry, role }) => ({ id: entry.statement.id, role })),
  };
}
