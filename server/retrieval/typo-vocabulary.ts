import { conflate } from './conflate.ts';
import { fold } from './dutch.ts';
import type { PhraseWord } from './phrase-words.ts';
import { withinOneEdit } from './within-one-edit.ts';

/** Shorter words have too many neighbours to be corrected (letters). */
const MIN_TYPO_LENGTH = 7;
/** Below this length the first letter must be right: few mistakes are made there, and many words rhyme. */
const MIN_FIRST_LETTER_TYPO = 9;
/** Inflected forms are compared without their endings, when so much is left. */
const MIN_TYPO_KEY = 8;

interface KnownWord {
  word: string;
  key: string;
}

/** The words of a word list, and which of them a misspelt word may stand for. */
export class TypoVocabulary {
  readonly #byLength = new Map<number, KnownWord[]>();
  readonly #words = new Set<string>();
  readonly #keys = new Set<string>();
  readonly #realWords: ReadonlySet<string>;

  /** @param realWords words one letter from a listed word that are words of their own (`bepaling` beside `betaling`) */
  constructor(realWords: Iterable<string>) {
    this.#realWords = new Set([...realWords].flatMap((word) => [fold(word), conflate(fold(word))]));
  }

  add({ word, key }: KnownWord): void {
    if (this.#words.has(word)) return;
    this.#words.add(word);
    this.#keys.add(key);
    if (word.length < MIN_TYPO_LENGTH - 1) return;
    const peers = this.#byLength.get(word.length);
    if (peers) peers.push({ word, key });
    else this.#byLength.set(word.length, [{ word, key }]);
  }

  /** Keys of the listed words that lie one typing mistake away; empty for a short, listed or real word. */
  corrections({ word, key }: Pick<PhraseWord, 'word' | 'key'>): string[] {
    if (word.length < MIN_TYPO_LENGTH || !/^\p{L}+$/u.test(word)) return [];
    if (this.#words.has(word) || this.#keys.has(key)) return [];
    if (this.#realWords.has(word) || this.#realWords.has(key)) return [];
    const found = new Set<string>();
    // An inflected word is a few letters longer or shorter than the listed one, before the mistake.
    for (let length = word.length - 3; length <= word.length + 3; length += 1) {
      for (const peer of this.#byLength.get(length) ?? []) {
        if (word.length < MIN_FIRST_LETTER_TYPO && word[0] !== peer.word[0]) continue;
        const sameInflection = withinOneEdit(word, peer.word);
        const otherInflection = Math.min(key.length, peer.key.length) >= MIN_TYPO_KEY && withinOneEdit(key, peer.key);
        if (sameInflection || otherInflection) found.add(peer.key);
      }
    }
    return [...found];
  }
}
