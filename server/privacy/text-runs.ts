import { fold } from './normalise.ts';

/** Building blocks of the scanners: each passes over a text once and looks a bounded distance around a hit. */

export interface Run {
  text: string;
  /** UTF-16 offsets, half-open. */
  start: number;
  end: number;
}

const letter = /[\p{L}\p{M}'\u200B]/u;

export const isDigit = (character: string): boolean => character >= '0' && character <= '9' && character.length === 1;

/** Words: runs of letters. */
export function words(text: string): Run[] {
  return runs(text, (character) => letter.test(character));
}

function runs(text: string, belongs: (character: string) => boolean): Run[] {
  const found: Run[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const inRun = at < text.length && belongs(text.charAt(at));
    if (inRun && start < 0) start = at;
    if (!inRun && start >= 0) {
      found.push({ text: text.slice(start, at), start, end: at });
      start = -1;
    }
  }
  return found;
}

const separators = new Set([' ', '\t', '.', '-', '/', '(', ')', '\u200B']);

/**
 * Every way to read neighbouring groups of digits as one number of `least` to `most` digits (`1234.56.782`,
 * `06-12 34 56 78`), with at most three separators between two groups. A longer unbroken run of digits is no such number.
 */
export function digitSpans(text: string, least: number, most: number): Run[] {
  const groups = runs(text, isDigit);
  const found: Run[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    let digits = '';
    let previousEnd = groups[first]?.start ?? 0;
    for (let next = first; next < groups.length; next += 1) {
      const group = groups[next];
      if (group === undefined || !separated(text, previousEnd, group.start)) break;
      digits += group.text.length > most ? '' : group.text;
      if (group.text.length > most || digits.length > most) break;
      previousEnd = group.end;
      if (digits.length >= least) found.push({ text: digits, start: groups[first]?.start ?? 0, end: group.end });
    }
  }
  return found;
}

function separated(text: string, from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let at = from; at < to; at += 1) if (!separators.has(text.charAt(at))) return false;
  return true;
}

/** Whether one of the words (folded) stands within so many characters of a range. */
export function near(
  text: string,
  { start, end }: Pick<Run, 'start' | 'end'>,
  wanted: ReadonlySet<string>,
  reach: { before: number; after: number },
): boolean {
  const around = [text.slice(Math.max(0, start - reach.before), start), text.slice(end, end + reach.after)];
  return around.some((part) => words(part).some(({ text: word }) => wanted.has(fold(word))));
}
