const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const quotes = /[\u2018\u2019\u02BC\u00B4`]/g;
const spaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
/** Characters without width that could split a number or a name unseen; each becomes the first of them. */
const unseen = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const otherForms = /[\u00B2\u00B3\u00B9\u2070-\u2089\u2460-\u2468\uFF01-\uFF5E]/g;
/** A number in which somebody typed the letter O: at least four characters long. */
const digitsWithO = /[0-9Oo]{4,}/g;

/**
 * One way to write everything that has several: full-width digits, dashes, spaces, quotes, the letter O in a number. Keeps
 * the length, so that what is found in it lies at the same place in the text as typed.
 */
export function normalise(text: string): string {
  return text
    .replace(otherForms, (character) => {
      const plain = character.normalize('NFKC');
      return plain.length === 1 ? plain : character;
    })
    .replace(dashes, '-')
    .replace(quotes, "'")
    .replace(spaces, ' ')
    .replace(unseen, '\u200B')
    .replace(digitsWithO, (run) => (digitCount(run) * 2 > run.length ? run.replace(/[Oo]/g, '0') : run));
}

const digitCount = (run: string): number => run.replace(/[Oo]/g, '').length;

/** A word as the lists hold it: lower case, without accents. */
export const fold = (word: string): string =>
  word.normalize('NFD').replace(/[\p{M}\u200B]/gu, '').toLowerCase().replaceAll('ı', 'i').replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('ß', 'ss');
