import type { Dictionary } from './dictionary.ts';

/** What counts as a word when broken lines are put together: the corpus itself first, then the Dutch word list. */
export interface Lexicon {
  /** Stands in the corpus away from line ends (where words may be broken), in this spelling or with other capitals. */
  inCorpus(word: string): boolean;
  /** In the corpus or in the word list, compounds included. */
  isWord(word: string): boolean;
  /** The corpus writes `prefix)rest` as one word: "(zorg)aanbieder". */
  isBracketPrefix(prefix: string): boolean;
}

/** Letters and digits with inner hyphens, apostrophes or `&`: `O&I-prestatie`, `MDO’s`, `Zvw-zorg`. */
const TOKEN = /[\p{L}\p{N}]+(?:[-&'’][\p{L}\p{N}]+)*/gu;

/** @param pages texts of the whole corpus, lines separated by `\n` or `\f`. */
export function createLexicon(pages: Iterable<string>, dictionary: Dictionary): Lexicon {
  const words = new Set<string>();
  const prefixes = new Set<string>();
  for (const page of pages) {
    for (const line of page.split(/[\n\f]/)) {
      const tokens = [...line.matchAll(TOKEN)];
      const length = line.trimEnd().length;
      tokens.forEach((token, position) => {
        // The first and the last word of a line may be halves.
        if (position === 0 || token.index + token[0].length >= length - 1) return;
        words.add(token[0].toLowerCase());
      });
      for (const match of line.matchAll(/\((\p{Ll}+)\)\p{Ll}/gu)) prefixes.add(match[1] ?? '');
    }
  }
  return {
    inCorpus: (word) => words.has(word.toLowerCase()),
    isWord: (word) => words.has(word.toLowerCase()) || dictionary.has(word),
    isBracketPrefix: (prefix) => prefixes.has(prefix),
  };
}
