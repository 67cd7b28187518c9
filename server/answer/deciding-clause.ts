import { terms } from '../text/words.ts';

/** A quote up to this long is shown whole. */
const SHORT = 170;
/** What is shown of a longer one. */
const LONGEST = 200;

/**
 * The part of a quote that decides: the run of clauses that shares most words with what it proves.
 * @returns `[start, end)` in the quote, or nothing where the quote is short enough to be shown whole
 */
export function decidingClause(quote: string, proves: string): [start: number, end: number] | undefined {
  if (quote.length <= SHORT) return undefined;
  const wanted = new Set(terms(proves));
  const clauses = clausesOf(quote);
  let best: { range: [number, number]; worth: number } | undefined;
  for (let first = 0; first < clauses.length; first += 1) {
    for (let last = first; last < clauses.length; last += 1) {
      const range: [number, number] = [clauses[first]![0], clauses[last]![1]];
      if (range[1] - range[0] > LONGEST && last > first) break;
      const met = new Set(terms(quote.slice(...range)).filter((term) => wanted.has(term))).size;
      // Of two that meet as much the shorter is read first.
      const worth = met - (range[1] - range[0]) / LONGEST;
      if (!best || worth > best.worth) best = { range, worth };
    }
  }
  const range = best?.range;
  return !range || range[1] - range[0] >= quote.length - 1 ? undefined : range;
}

/** Clauses between commas, semicolons, colons, brackets and dashes, without the white space around them; "€ 1,50" is one. */
function clausesOf(quote: string): [number, number][] {
  const clauses: [number, number][] = [];
  let start = 0;
  for (const { index, 0: mark } of quote.matchAll(/[,;:](?=\s)|\n|(?<=[.?!])\s|\s[–-]\s/g)) {
    push(start, index + (/[,;:]/.test(mark) ? 1 : 0));
    start = index + mark.length;
  }
  push(start, quote.length);
  return clauses;

  function push(from: number, to: number): void {
    const text = quote.slice(from, to);
    const lead = text.length - text.trimStart().length;
    if (text.trim().length > 0) clauses.push([from + lead, from + text.trimEnd().length]);
  }
}
