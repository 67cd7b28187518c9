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

/** What a corpus knows of words, as data: it goes to the process in which texts are made. */
export interface KnownWords {
  words: Set<string>;
  prefixes: Set<string>;
}

/** Longer runs of letters are no words, and the word list has none. */
const LONGEST_WORD = 60;
/** More different words than any corpus has; what floods it is no text. */
const MOST_WORDS = 1_000_000;

/** @param pages texts of the whole corpus, lines separated by `\n` or `\f`. */
export function knownWords(pages: Iterable<string>): KnownWords {
  const words = new Set<string>();
  const prefixes = new Set<string>();
  for (const page of pages) {
    for (const line of page.split(/[\n\f]/)) {
      const length = line.trimEnd().length;
      let position = 0;
      for (const token of line.matchAll(TOKEN)) {
        position += 1;
        // The first and the last word of a line may be halves.
        if (position === 1 || token.index + token[0].length >= length - 1) continue;
        if (token[0].length <= LONGEST_WORD && words.size < MOST_WORDS) words.add(token[0].toLowerCase());
      }
      for (const match of line.matchAll(/\((\p{Ll}{1,60})\)\p{Ll}/gu)) prefixes.add(match[1] ?? '');
    }
  }
  return { words, prefixes };
}

export function lexiconOf({ words, prefixes }: KnownWords, dictionary: Dictionary): Lexicon {
  return {
    inCorpus: (word) => words.has(word.toLowerCase()),
    isWord: (word) => words.has(word.toLowerCase()) || dictionary.has(word),
    isBracketPrefix: (prefix) => prefixes.has(prefix),
  };
}

/** Both at once, for texts that are made where they were read. */
export const createLexicon = (pages: Iterable<string>, dictionary: Dictionary): Lexicon => lexiconOf(knownWords(pages), dictionary);
