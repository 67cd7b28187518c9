import { z } from 'zod/v4';
import type { Phrase } from '../text/phrase-index.ts';

/** How people name something in the vocabulary; the same for terms, routes, facts and professions. */

export const phrase = z
  .string('schrijf hier tekst; zet getallen tussen aanhalingstekens')
  .trim()
  .refine((text) => /[\p{L}\p{N}]/u.test(text), 'hier ontbreekt de tekst');
export const phrases = z.array(phrase, 'schrijf hier een lijst, bijvoorbeeld [eerste, tweede]').default([]);

/** The file's head says what each field is for. */
export const nameFields = {
  abbreviations: phrases,
  exactAbbreviations: phrases,
  alsoKnownAs: phrases,
  everydayWords: phrases,
  exactWords: phrases,
  english: phrases,
  lookalikes: phrases,
};

export type Names = Readonly<z.output<z.ZodObject<typeof nameFields>>>;

/** How a text names something. */
export type Naming = 'abbreviation' | 'alsoKnownAs';

/** What something is called, without the words of people who do not know its name. */
export function properNames<T>(names: Names, value: (naming: Naming) => T): Phrase<T>[] {
  return [
    ...names.abbreviations.map((text) => ({ text, value: value('abbreviation') })),
    ...names.exactAbbreviations.map((text) => ({ text, value: value('abbreviation'), exact: true })),
    ...names.alsoKnownAs.map((text) => ({ text, value: value('alsoKnownAs') })),
  ];
}

/** Everything that people type for it. */
export function allNames<T>(names: Names, value: T): Phrase<T>[] {
  return [
    ...properNames(names, () => value),
    ...[...names.everydayWords, ...names.english].map((text) => ({ text, value })),
    ...names.exactWords.map((text) => ({ text, value, inflected: false })),
  ];
}
