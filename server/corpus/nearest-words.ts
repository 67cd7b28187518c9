import type { TextRange } from '../text/find-quote.ts';
import { splitSentences } from '../text/sentences.ts';
import { words, type Word } from '../text/words.ts';

/** Where a text comes nearest to a quote: whole sentences, with the words that differ. */
export interface NearestWords extends TextRange {
  /** Share of words in common, in the same order; 1 = the same words. */
  likeness: number;
  /** Words of the quote that the source does not have there, and the other way round; as each has them. */
  onlyInText: string[];
  onlyInSource: string[];
}

/** With fewer words any sentence is alike. */
const FEWEST_WORDS = 4;
/** A longer quote is compared by its beginning: comparing takes its square. */
const MOST_WORDS = 400;
/** Below it two sentences are two sentences. */
const ENOUGH = 0.7;

/** @returns undefined where nothing comes near */
export function nearestWords(text: string, quote: string): NearestWords | undefined {
  const wanted = words(quote).slice(0, MOST_WORDS);
  if (wanted.length < FEWEST_WORDS) return undefined;
  const found = words(text);
  const at = bestWindow(found, wanted);
  if (at === undefined) return undefined;
  const around = found.slice(Math.max(0, at - wanted.length), at + 2 * wanted.length);
  const common = longestCommon(wanted, around);
  const [begin, end] = [common[0], common.at(-1)];
  if (begin === undefined || end === undefined) return undefined;
  const range = wholeSentences(text, around[begin[1]]!.start, around[end[1]]!.end);
  // A quote may be part of a sentence: the words between its first and last count, and as many at its ends as it has others there.
  const theirs = around
    .slice(Math.max(0, begin[1] - begin[0]), end[1] + wanted.length - end[0])
    .filter((word) => word.start >= range.start && word.end <= range.end);
  const likeness = (2 * common.length) / (wanted.length + theirs.length);
  if (likeness < ENOUGH) return undefined;
  const inQuote = new Set(common.map(([index]) => wanted[index]));
  const inSource = new Set(common.map(([, index]) => around[index]));
  return {
    ...range,
    likeness,
    onlyInText: wanted.filter((word) => !inQuote.has(word)).map(({ start, end }) => quote.slice(start, end)),
    onlyInSource: theirs.filter((word) => !inSource.has(word)).map(({ start, end }) => text.slice(start, end)),
  };
}

/** Where as many words stand together as the quote has, most of them its own; one pass. */
function bestWindow(found: readonly Word[], wanted: readonly Word[]): number | undefined {
  const missing = new Map<string, number>();
  for (const { word } of wanted) missing.set(word, (missing.get(word) ?? 0) + 1);
  let common = 0;
  let best = { at: 0, common: 0 };
  for (const [index, { word }] of found.entries()) {
    const left = missing.get(word);
    if (left !== undefined) {
      if (left > 0) common += 1;
      missing.set(word, left - 1);
    }
    const leaving = found[index - wanted.length]?.word;
    const owed = leaving === undefined ? undefined : missing.get(leaving);
    if (leaving !== undefined && owed !== undefined) {
      missing.set(leaving, owed + 1);
      if (owed + 1 > 0) common -= 1;
    }
    if (common > best.common) best = { at: Math.max(0, index - wanted.length + 1), common };
  }
  return best.common * 2 >= wanted.length ? best.at : undefined;
}

/** Pairs of equal words in the same order, as many as there can be. */
function longestCommon(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i]![j] = a[i]!.word === b[j]!.word ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i]!.word === b[j]!.word && lengths[i]![j] === lengths[i + 1]![j + 1]! + 1) pairs.push([i++, j++]);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

/** The sentences in which a range lies; a line of a source is a paragraph. */
function wholeSentences(text: string, start: number, end: number): TextRange {
  const from = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\f', start - 1)) + 1;
  const until = text.slice(end).search(/[\n\f]/);
  const line = text.slice(from, until < 0 ? text.length : end + until);
  const inLine = splitSentences(line.replace(/[\n\f]/g, ' ')).map(([first, last]) => ({ start: from + first, end: from + last }));
  return {
    start: inLine.find((sentence) => sentence.end > start)?.start ?? start,
    end: inLine.find((sentence) => sentence.end >= end)?.end ?? end,
  };
}
