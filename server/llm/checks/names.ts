import { fold, words } from '../../text/words.ts';
import type { Proof } from './proof.ts';

/** Abbreviations that everybody in this field uses for words that the sources write out. */
const COMMON = new Set(['zvw', 'wlz', 'wmo', 'wmg', 'nza', 'pgaz', 'zpm', 'iza', 'ggz', 'vws', 'alk', 'mdo', 'u', 'avg', 's3', 'kamerbrief', 'kamer', 'nederland']);

/** Who is said to say something, at the start of a sentence, where a capital tells nothing. */
const SPEAKER = /^(?:(?:de|het|een|in|uit)\s+)?(\p{Lu}\S*(?:\s+\p{Lu}\S*)*)\s+(?:meld|schrij|schree|zeg|zei|stel|vind|vond|bepaal|oordeel|waarschuw|steun|advise|bevestig|verklaar|meen|toon|blijk|raad|eis|laat)/iu;

/** A name that stands in nothing that was given: capitals inside a sentence, or a word of capitals anywhere. */
export function newName(text: string, { quotes, surroundings, statements }: Proof): string | undefined {
  const known = new Set([...quotes, ...surroundings, ...statements].flatMap((one) => words(one).flatMap(({ word }) => [word, ...word.split(/[-’'.&]/)])));
  const isKnown = (word: string): boolean => known.has(word) || COMMON.has(word) || word.split(/[-’'.&]/).every((part) => part === '' || known.has(part) || COMMON.has(part));
  const speaks = SPEAKER.exec(text)?.[1];
  if (speaks !== undefined && !words(speaks).some(({ word }) => isKnown(word))) return speaks;
  for (const { word, start, end } of words(text)) {
    const written = text.slice(start, end);
    const first = start === 0 || /^[‘“"'(]+$/.test(text.slice(0, start));
    const isName = /^\p{Lu}/u.test(written) && (!first || /^.\P{Ll}*\p{Lu}/u.test(written));
    const isMixed = /\p{Ll}\p{Lu}|\p{L}\d|\d\p{L}/u.test(written) && !/^\d+(?:e|ste|de)$/u.test(written);
    if ((isName || isMixed) && !isKnown(fold(word))) return written;
  }
  return undefined;
}
