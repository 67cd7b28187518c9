import { conflate } from './conflate.ts';
import { fold } from './words.ts';

export interface PhraseWord {
  /** As written, without plural `'s`, spaces and soft hyphens: `O&I`, `MDO`. */
  raw: string;
  /** Folded: lower case, no diacritics. */
  word: string;
  /** One form for all inflections. */
  key: string;
  /** Half-open range, UTF-16 code units. */
  start: number;
  end: number;
}

/** `O&I` (also `O & I`) is one word; a hyphen separates; `MDO's` is `MDO`; soft hyphens and combining marks belong to the word. */
const WORD = /(?<![\p{L}\p{N}])\p{L}\s?&\s?\p{L}(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}\u00AD]+(?:['’]s(?![\p{L}\p{N}]))?/gu;

/** Little words that may stand between the words of a phrase, or be missing: `overleg over (een) groep patiënten`. */
const GLUE: ReadonlySet<string> = new Set(
  (
    'de het een n van voor over met in op aan bij door te om en der den onze ons mijn uw hun zijn haar ik je u we wij er ook nog dan ' +
    'the a an of for to with and our my ' +
    'hele grote kleine bepaalde deze die dit dat this that whole'
  ).split(' '),
);

export function isGlue({ word }: PhraseWord): boolean {
  return GLUE.has(word);
}

/** Whether a phrase can be recognised without this word; `één` with its accents is a number and stays. */
export function isDispensable({ raw, word }: PhraseWord): boolean {
  return GLUE.has(word) && raw.toLowerCase() === word;
}

export function phraseWords(text: string): PhraseWord[] {
  return [...text.matchAll(WORD)].map((match) => {
    const raw = match[0].replace(/['’]s$/u, '').replace(/[\s\u00AD]/g, '');
    const word = fold(raw);
    return { raw, word, key: conflate(word), start: match.index, end: match.index + match[0].length };
  });
}
