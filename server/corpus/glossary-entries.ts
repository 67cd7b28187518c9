import { z } from 'zod/v4';
import { phraseWords } from '../text/phrase-words.ts';
import { nameFields, phrase, phrases } from './names.ts';

/** Longest explanation that is still read (words); B1 asks for short sentences. */
const MAX_EXPLANATION_WORDS = 25;

/** A term of `corpus/vocabulary.yaml`; the file's head says what each field is for. */
export const GlossaryEntry = z.strictObject({
  term: phrase,
  ...nameFields,
  related: phrases,
  explanation: z
    .string('schrijf hier een uitleg')
    .trim()
    .min(1, 'de uitleg is leeg; schrijf één of twee korte zinnen')
    .refine(
      (text) => text.split(/\s+/).length <= MAX_EXPLANATION_WORDS,
      `de uitleg is langer dan ${MAX_EXPLANATION_WORDS} woorden; maak haar korter`,
    ),
  route: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'een route bestaat uit kleine letters, cijfers en streepjes')
    .optional(),
});

export type GlossaryEntry = Readonly<z.output<typeof GlossaryEntry>>;

/** Something wrong between entries that are each of the right form. */
export interface Conflict {
  path: (string | number)[];
  reason: string;
}

/** What is wrong between entries: a term twice, a name or abbreviation with two meanings, a relation to nothing. */
export function termConflicts(entries: readonly GlossaryEntry[]): Conflict[] {
  const found: Conflict[] = [];
  const form = (text: string) =>
    phraseWords(text)
      .map(({ word }) => word)
      .join(' ');
  const termAt = new Map<string, number>();
  for (const [at, { term }] of entries.entries()) {
    if (termAt.has(form(term)))
      found.push({ path: [at, 'term'], reason: `de term '${term}' staat er twee keer in; voeg de twee samen` });
    else termAt.set(form(term), at);
  }

  const abbreviationOf = new Map<string, number>();
  for (const [at, entry] of entries.entries()) {
    for (const field of ['abbreviations', 'exactAbbreviations'] as const) {
      for (const [order, text] of entry[field].entries()) {
        const other = abbreviationOf.get(form(text));
        if (other === undefined) abbreviationOf.set(form(text), at);
        else if (other !== at) {
          const reason = `de afkorting '${text}' hoort al bij '${entries[other]?.term}'; een afkorting wijst naar één term`;
          found.push({ path: [at, field, order], reason });
        }
      }
    }
  }

  for (const [at, entry] of entries.entries()) {
    for (const [order, name] of entry.alsoKnownAs.entries()) {
      const other = termAt.get(form(name));
      if (other === undefined || other === at) continue;
      found.push({ path: [at, 'alsoKnownAs', order], reason: `'${name}' is zelf een term; noem haar bij 'related'` });
    }
    for (const [order, name] of entry.related.entries()) {
      if (termAt.has(form(name))) continue;
      found.push({
        path: [at, 'related', order],
        reason: `'${name}' is geen term van deze lijst; schrijf haar zoals bij 'term'`,
      });
    }
  }
  return found;
}
