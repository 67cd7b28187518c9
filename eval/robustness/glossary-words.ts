import type { GlossaryEntry } from '../../server/corpus/glossary-entries.ts';

/** Writing the abbreviation out would answer such a question. */
const ASKS_ABBREVIATION = /afkorting|betekent|betekenis|waar(?:voor)? staat|stands? for|abbreviat|meaning|mean by/i;

/** Every abbreviation that the glossary knows written out; undefined when the question has none. */
export function abbreviationsToTerms(text: string, entries: readonly GlossaryEntry[]): string | undefined {
  if (ASKS_ABBREVIATION.test(text)) return undefined;
  return replaceWords(
    text,
    entries.flatMap(({ term, abbreviations, exactAbbreviations }) => [
      ...abbreviations.map((from) => ({ from, to: term, exact: false })),
      ...exactAbbreviations.map((from) => ({ from, to: term, exact: true })),
    ]),
  );
}

/** The other way round: each term or other name that has an abbreviation. */
export function termsToAbbreviations(text: string, entries: readonly GlossaryEntry[]): string | undefined {
  return replaceWords(
    text,
    entries.flatMap(({ term, alsoKnownAs, abbreviations, exactAbbreviations }) => {
      const to = abbreviations[0] ?? exactAbbreviations[0];
      return to === undefined ? [] : [term, ...alsoKnownAs].filter((from) => from.length > to.length).map((from) => ({ from, to, exact: false }));
    }),
  );
}

function replaceWords(text: string, rules: readonly { from: string; to: string; exact: boolean }[]): string | undefined {
  let result = text;
  // Longest first: a name may hold another name.
  for (const { from, to, exact } of [...rules].sort((a, b) => b.from.length - a.from.length)) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}&])${from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}&])`, exact ? 'gu' : 'giu');
    // Names that only come up inside what a longer name was just replaced by stay.
    if (pattern.test(text)) result = result.replace(pattern, () => to);
  }
  return result === text ? undefined : result;
}
