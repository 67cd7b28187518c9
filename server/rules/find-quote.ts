import { pageAt, type CanonicalDocument } from '../corpus/document.ts';

interface Place {
  /** UTF-16 code units, half-open. */
  start: number;
  end: number;
}

export type FoundQuote = Place | { fault: string };

/**
 * Where a quote stands in a document, verbatim; only white space may differ (a space matches a line end).
 * @param page 1-based, needed when the words stand there more than once
 */
export function findQuote(document: CanonicalDocument, text: string, page?: number): FoundQuote {
  const wanted = text.normalize('NFC').trim().replace(/\s+/g, ' ');
  const exact = placesOf(document.text, wanted);
  const all = exact.length > 0 ? exact : placesAcrossLines(document.text, wanted);
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

function placesOf(text: string, wanted: string): Place[] {
  const places: Place[] = [];
  for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) {
    places.push({ start, end: start + wanted.length });
  }
  return places;
}

/** Slower, so only where the words do not stand on one line. */
function placesAcrossLines(text: string, wanted: string): Place[] {
  const pattern = wanted
    .split(' ')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  return [...text.matchAll(new RegExp(pattern, 'gu'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
