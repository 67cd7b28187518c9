import { phraseWords } from '../text/phrase-words.ts';

/** A question is at most 1,000 characters; of anything longer the start is read, so that time stays bounded. */
const MAXIMUM_CHARACTERS = 2000;

/** Ends a clause without a comma. */
const CLAUSE_WORDS: ReadonlySet<string> = new Set(['maar', 'terwijl', 'but', 'while']);
/** What ends a clause or a sentence, between two words. */
const SEPARATORS = /[.;!\n]|[?]|[,:()–—]|\s-\s/gu;

export interface SentenceWord {
  /** Folded; a separator is `.`, `?` or `,`. */
  word: string;
  /** Half-open range in the text as typed; empty for a separator. */
  start: number;
  end: number;
}

/** A text as words with its punctuation between them: what patterns are matched against. */
export interface SentenceText {
  words: readonly SentenceWord[];
  /** The words joined, with a space before, between and after them. */
  line: string;
  /** Number of the word at or after an offset in `line`. */
  wordAt: (offset: number) => number;
}

/** @param correct the word that somebody who typed this one meant */
export function sentenceText(text: string, correct: (word: string) => string): SentenceText {
  const typed = text.slice(0, MAXIMUM_CHARACTERS);
  const words: SentenceWord[] = [];
  let from = 0;
  for (const { raw, word, start, end } of phraseWords(typed)) {
    const between = separator(typed.slice(from, start));
    if (between !== undefined && words.length > 0) words.push({ word: between, start, end: start });
    // A plural: `fysio's`.
    const whole = /['’]s$/u.test(typed.slice(start, end)) ? `${word}s` : word;
    const known = /^[eé]{2}n$/u.test(raw.toLowerCase()) && raw.toLowerCase() !== 'een' ? '1' : correct(whole);
    if (CLAUSE_WORDS.has(word)) words.push({ word: ',', start, end: start });
    words.push({ word: known, start, end });
    from = end;
  }
  const last = separator(typed.slice(from));
  words.push({ word: last === '?' ? '?' : '.', start: from, end: from });

  return textOfWords(words);
}

export function textOfWords(words: readonly SentenceWord[]): SentenceText {
  const offsets: number[] = [];
  let line = ' ';
  for (const { word } of words) {
    offsets.push(line.length);
    line += `${word} `;
  }
  return {
    words,
    line,
    wordAt(offset) {
      const at = offsets.findIndex((start) => start >= offset);
      return at === -1 ? words.length : at;
    },
  };
}

/** The strongest separator between two words. */
function separator(between: string): string | undefined {
  const marks: readonly string[] = between.match(SEPARATORS) ?? [];
  if (marks.includes('?')) return '?';
  if (marks.some((mark) => /[.;!\n]/u.test(mark))) return '.';
  return marks.length > 0 ? ',' : undefined;
}

/** Words from the separator before a word up to the one after it, half-open. */
export function clauseAround({ words }: SentenceText, first: number, last: number, ends = /^[.,?]$/u): { first: number; last: number } {
  let from = first;
  while (from > 0 && !ends.test(words[from - 1]?.word ?? '.')) from -= 1;
  let to = last;
  while (to < words.length && !ends.test(words[to]?.word ?? '.')) to += 1;
  return { first: from, last: to };
}
