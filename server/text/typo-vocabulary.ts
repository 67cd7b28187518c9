import { conflate } from './conflate.ts';
import { fold } from './words.ts';
import type { PhraseWord } from './phrase-words.ts';
import { withinOneEdit } from './within-one-edit.ts';

/** Shorter words have too many neighbours to be corrected (letters). */
const MIN_TYPO_LENGTH = 7;
/** Below this length the first letter must be right: few mistakes are made there, and many words rhyme. */
const MIN_FIRST_LETTER_TYPO = 9;
/** Inflected forms are compared without their endings, when so much is left. */
const MIN_TYPO_KEY = 8;

/** A word, folded, and the one form for all its inflections. */
type WordForms = Pick<PhraseWord, 'word' | 'key'>;

/** The words of a word list, and which of them a misspelt word may stand for. */
export class TypoVocabulary {
  readonly #words = new Set<string>();
  readonly #keys = new Set<string>();
  readonly #wordShelves = new Map<string, WordForms[]>();
  readonly #keyShelves = new Map<string, WordForms[]>();
  readonly #realWords: ReadonlySet<string>;

  /** @param realWords words one letter from a listed word that are words of their own (`bepaling` beside `betaling`) */
  constructor(realWords: Iterable<string>) {
    this.#realWords = new Set([...realWords].flatMap((word) => [fold(word), conflate(fold(word))]));
  }

  add(listed: WordForms): void {
    const { word, key } = listed;
    if (this.#words.has(word)) return;
    this.#words.add(word);
    if (word.length >= MIN_TYPO_LENGTH - 1) file(this.#wordShelves, word, listed);
    if (key.length >= MIN_TYPO_KEY && !this.#keys.has(key)) file(this.#keyShelves, key, listed);
    this.#keys.add(key);
  }

  /** Keys of the listed words that lie one typing mistake away; empty for a short, listed or real word. */
  corrections({ word, key }: WordForms): string[] {
    if (word.length < MIN_TYPO_LENGTH || !/^\p{L}+$/u.test(word)) return [];
    if (this.#words.has(word) || this.#keys.has(key)) return [];
    if (this.#realWords.has(word) || this.#realWords.has(key)) return [];
    const found = new Set<string>();
    const mayBe = (listed: WordForms) => word.length >= MIN_FIRST_LETTER_TYPO || word[0] === listed.word[0];
    for (const shelf of shelvesOf(word)) {
      for (const listed of this.#wordShelves.get(shelf) ?? []) {
        if (mayBe(listed) && withinOneEdit(word, listed.word)) found.add(listed.key);
      }
    }
    if (key.length < MIN_TYPO_KEY) return [...found];
    for (const shelf of shelvesOf(key)) {
      for (const listed of this.#keyShelves.get(shelf) ?? []) {
        if (mayBe(listed) && withinOneEdit(key, listed.key)) found.add(listed.key);
      }
    }
    return [...found];
  }
}

/** One mistake touches at most two neighbouring letters, so of six or more it leaves the first three or the last three as they are. */
function shelvesOf(word: string): string[] {
  return [`^${word.slice(0, 3)}`, `${word.slice(-3)}$`];
}

function file(shelves: Map<string, WordForms[]>, word: string, listed: WordForms): void {
  for (const name of shelvesOf(word)) {
    const shelf = shelves.get(name);
    if (shelf) shelf.push(listed);
    else shelves.set(name, [listed]);
  }
}
