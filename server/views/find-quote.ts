import type { QuoteTarget } from '../corpus/quote-link.ts';

export { parseQuoteTargets, type QuoteTarget } from '../corpus/quote-link.ts';

export interface TextRange {
  start: number;
  end: number;
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

  const { squeezed, offsets } = squeezeWithOffsets(text);
  let best: number | undefined;
  for (let at = squeezed.indexOf(words); at >= 0; at = squeezed.indexOf(words, at + 1)) {
    const distance = Math.abs((offsets[at] ?? 0) - start);
    if (best === undefined || distance < Math.abs((offsets[best] ?? 0) - start)) best = at;
  }
  if (best === undefined) return undefined;
  const found = offsets[best] ?? 0;
  const lastOfWords = (offsets[best + words.length - 1] ?? found) + 1;
  // A link carries only the first words: the rest of the old length belongs to the quote as well.
  const foundEnd = end > start ? Math.max(lastOfWords, Math.min(found + (end - start), text.length)) : lastOfWords;
  return { start: found, end: foundEnd };
}

/** White space counts as one space, and not at all at the ends. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The text with white space squeezed, and for each of its characters the offset it came from. */
function squeezeWithOffsets(text: string): { squeezed: string; offsets: number[] } {
  let squeezed = '';
  const offsets: number[] = [];
  let inSpace = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const space = /\s/.test(character);
    if (space && inSpace) continue;
    squeezed += space ? ' ' : character;
    offsets.push(at);
    inSpace = space;
  }
  return { squeezed, offsets };
}
