import { PhraseIndex, type Phrase } from '../text/phrase-index.ts';

export const phrasesOf = (texts: readonly string[]): Phrase<true>[] => texts.map((text) => ({ text, value: true }));

/** Little words that say how a clause is to be read: exactly these, in these forms. */
export function signalIndex(texts: readonly string[]): PhraseIndex<true> {
  const phrases = phrasesOf(texts).map((phrase) => ({ ...phrase, inflected: false }));
  return new PhraseIndex(phrases, { typos: false, glue: false, compounds: false });
}
