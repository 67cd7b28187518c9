import type { TextRange } from '../text/find-quote.ts';
import { splitSentences } from '../text/sentences.ts';
import { words, type Word } from '../text/words.ts';

/** Where a text comes nearest to a quote: whole sentences, with the words that differ. */
export interface NearestWords extends TextRange {
  /** 1 = the same words; each that is other, missing or more takes its share away. */
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
  const { pairs, changes } = align(wanted, around);
  const theirs = pairs.flatMap(([, word]) => word ?? []);
  const [first, last] = [theirs[0], theirs.at(-1)];
  const likeness = 1 - changes / wanted.length;
  if (first === undefined || last === undefined || likeness < ENOUGH) return undefined;
  const differ = pairs.filter(([ours, word]) => ours?.word !== word?.word);
  return {
    ...wholeSentences(text, first.start, last.end),
    likeness,
    onlyInText: differ.flatMap(([word]) => (word ? [quote.slice(word.start, word.end)] : [])),
    onlyInSource: differ.flatMap(([, word]) => (word ? [text.slice(word.start, word.end)] : [])),
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

/**
 * All words of `a` beside a run of `b` with the fewest changes (words replaced, left out or put in); what stands in `b`
 * before and after the run does not count.
 */
function align(a: readonly Word[], b: readonly Word[]): { pairs: [Word | undefined, Word | undefined][]; changes: number } {
  const rows = [new Uint16Array(b.length + 1)];
  for (const [i, { word }] of a.entries()) {
    const above = rows[i]!;
    const row = new Uint16Array(b.length + 1);
    row[0] = i + 1;
    for (let j = 1; j <= b.length; j += 1) row[j] = Math.min(above[j - 1]! + (word === b[j - 1]!.word ? 0 : 1), above[j]! + 1, row[j - 1]! + 1);
    rows.push(row);
  }
  const bottom = rows.at(-1)!;
  const changes = Math.min(...bottom);
  const pairs: [Word | undefined, Word | undefined][] = [];
  // of equals the last: a last word that was replaced stands beside the one that is there now
  let [i, j] = [a.length, bottom.lastIndexOf(changes)];
  while (i > 0) {
    const cost = rows[i]![j]!;
    const same = j > 0 && a[i - 1]!.word === b[j - 1]!.word;
    if (j > 0 && cost === rows[i - 1]![j - 1]! + (same ? 0 : 1)) pairs.push([a[--i], b[--j]]);
    else if (cost === rows[i - 1]![j]! + 1) pairs.push([a[--i], undefined]);
    else pairs.push([undefined, b[--j]]);
  }
  return { pairs: pairs.reverse(), changes };
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
