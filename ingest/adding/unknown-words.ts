import type { Dictionary } from '../canonical/dictionary.ts';

export interface UnknownWords {
  /** Most frequent first. */
  words: { word: string; times: number }[];
  /** Of all words that were looked up, 0…1, and how many those were. */
  share: number;
  of: number;
}

/** Half of the words of an English or German text are in no Dutch list; of Dutch text hardly any. */
const FOREIGN = 0.4;
/** Fewer words say nothing about the language. */
const FEWEST = 40;

/** Names and abbreviations have capitals; short words say little. */
const WORD = /(?<![\p{L}\p{N}'’-])\p{Ll}{4,}(?![\p{L}\p{N}'’-])/gu;

/** Words that the Dutch list does not have: typing errors, broken words, or another language. */
export function unknownWords(text: string, dictionary: Dictionary): UnknownWords {
  const counts = new Map<string, number>();
  let all = 0;
  let unknown = 0;
  const known = new Map<string, boolean>();
  for (const [word] of text.matchAll(WORD)) {
    all += 1;
    const isKnown = known.get(word) ?? dictionary.has(word);
    known.set(word, isKnown);
    if (isKnown) continue;
    unknown += 1;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts].map(([word, times]) => ({ word, times })).sort((a, b) => b.times - a.times || a.word.localeCompare(b.word));
  return { words, share: all === 0 ? 0 : unknown / all, of: all };
}

export const languageWarning = ({ share, of }: UnknownWords): string | undefined =>
  of >= FEWEST && share > FOREIGN ? `${Math.round(share * 100)}% van de woorden staat niet in de Nederlandse woordenlijst. Is dit document in een andere taal?` : undefined;
