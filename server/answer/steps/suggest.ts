import { wholeOf, type Draft, type Tools } from '../draft.ts';
import type { BookStatement } from '../statement-book.ts';
import { languageOf } from '../../text/language.ts';
import type { Found } from '../step.ts';

const MOST = 3;
/** Statements looked at for neighbours. */
const NEAR = 12;
const LONGEST = 90;

/** Questions near this one: forms of neighbouring statements, which are certain to be answered. */
export function suggest(draft: Draft, { statements: book }: Tools): Found<'suggest'> {
  if (!book) return { step: 'suggest', suggestions: [] };
  const { statements, question } = wholeOf(draft);
  const said = new Set(draft.said?.statements.map(({ entry }) => entry));
  const near = statements.slice(0, NEAR).map(({ entry }) => entry).filter((entry) => !said.has(entry));
  const { language, text } = question.profile;
  const asked = near.flatMap((entry) => formOf(entry, language) ?? []).filter((form) => form.toLowerCase() !== text.toLowerCase());
  draft.suggestions = [...new Set(asked)].slice(0, MOST);
  return { step: 'suggest', suggestions: draft.suggestions };
}

/** A form that reads as a whole question. */
function formOf({ statement: { asks } }: BookStatement, language: 'nl' | 'en'): string | undefined {
  return asks.find((form) => /^\p{Lu}.*\?$/u.test(form) && form.length <= LONGEST && languageOf(form) === language);
}
