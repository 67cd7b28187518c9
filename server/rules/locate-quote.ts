import { pageAt, type CanonicalDocument } from '../corpus/document.ts';
import { exactPlacesOf, placesOf, squeeze, type TextRange } from '../text/find-quote.ts';

export type FoundQuote = TextRange | { fault: string };

/**
 * Where a quote stands in a document, verbatim; only white space may differ (a space matches a line end).
 * @param page 1-based, needed when the words stand there more than once
 */
export function locateQuote(document: CanonicalDocument, text: string, page?: number): FoundQuote {
  const wanted = squeeze(text.normalize('NFC'));
  const exact = exactPlacesOf(document.text, wanted);
  const all = exact.length > 0 ? exact : placesOf(document.text, wanted);
  const pages = all.map(({ start }) => pageAt(document.pageStarts, start));
  const [first, ...others] = page === undefined ? all : all.filter((_, index) => pages[index] === page);
  if (first === undefined) {
    const elsewhere = pages.length > 0 ? ` op pagina ${page} (wel op ${pages.join(', ')})` : '';
    return { fault: `dit citaat staat niet letterlijk in "${document.id}"${elsewhere}: "${shorten(text)}"` };
  }
  if (others.length > 0) {
    return {
      fault: `dit citaat staat ${others.length + 1} keer in "${document.id}" (pagina ${[...new Set(pages)].join(', ')}); noem de pagina (page) of kies een langer citaat: "${shorten(text)}"`,
    };
  }
  return first;
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
