import { pageAt, type CanonicalDocument } from '../../server/corpus/document.ts';
import { locateQuote, type FoundQuote } from '../../server/rules/locate-quote.ts';

/** One line, composed characters: what two texts must have in common to be the same word for word. */
export const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * Where a quote stands, as `findQuote`; but a sentence that a source repeats on one page proves the same there twice, so
 * the first is taken.
 */
export function findStatementQuote(document: CanonicalDocument, text: string, page?: number): FoundQuote {
  const found = locateQuote(document, text, page);
  if (!('fault' in found)) return found;
  const repeated = document.sentences.filter(({ start, end }) => plain(document.text.slice(start, end)) === plain(text));
  const pages = new Set(repeated.map(({ start }) => pageAt(document.pageStarts, start)));
  const [first] = repeated;
  return first && pages.size === 1 && (page === undefined || pages.has(page)) ? { start: first.start, end: first.end } : found;
}
