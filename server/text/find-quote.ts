/** A run of a text: UTF-16 code units, half-open. */
export interface TextRange {
  start: number;
  end: number;
}

/** Where a quote is to be found: its offsets when it was made, and (the beginning of) its words. */
export interface QuoteTarget extends TextRange {
  /** The quote itself or its first words; empty when only the offsets are known. */
  quote: string;
}

/**
 * Finds a quote in a text that may have been rebuilt since the link was made: by its words first, and only then by its
 * offsets, because a new reading of a source can shift every offset while the words stay. Differences in white space do
 * not count. Among several places with the same words the one nearest to the old offset is taken.
 * @returns undefined when neither the words nor the offsets lead anywhere.
 */
export function findQuote(text: string, target: QuoteTarget): TextRange | undefined {
  const { start, end } = target;
  const inside = start >= 0 && end > start && end <= text.length;
  const words = squeeze(target.quote);
  if (words === '') return inside ? { start, end } : undefined;
  // Cheapest and commonest case: nothing has moved.
  const startsAlike = /^\s/.test(target.quote) || !/^\s/.test(text.charAt(start));
  if (inside && startsAlike && squeeze(text.slice(start, end)).startsWith(words)) return { start, end };

  const [nearest] = placesOf(text, words).sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start));
  if (nearest === undefined) return undefined;
  // A link carries only the first words: the rest of the old length belongs to the quote as well.
  const wholeEnd = end > start ? Math.min(nearest.start + (end - start), text.length) : nearest.end;
  return { start: nearest.start, end: Math.max(nearest.end, wholeEnd) };
}

/** Every place where words stand as given, whatever white space is between them; in the order of the text. */
export function placesOf(text: string, words: string): TextRange[] {
  const pattern = squeeze(words)
    .split(' ')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  if (pattern === '') return [];
  return [...text.matchAll(new RegExp(pattern, 'gu'))].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The same where the white space is as given too: much faster, for where most quotes stand on one line. */
export function exactPlacesOf(text: string, words: string): TextRange[] {
  const places: TextRange[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    places.push({ start, end: start + words.length });
  }
  return places;
}

/** White space counts as one space, and not at all at the ends. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
