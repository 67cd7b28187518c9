import type { Citation } from '../contract.ts';
import type { QuoteTarget } from '../text/find-quote.ts';

/** Enough words to find a sentence again, few enough to keep an address readable. */
const quoteStartLength = 90;

function parameters(target: QuoteTarget): string {
  const words = target.quote.slice(0, quoteStartLength).replace(/\s+/g, ' ').trim();
  return `t=${target.start}-${target.end}&q=${encodeURIComponent(words)}`;
}

/** Address of a quote in the source viewer; the quote stands behind the `#`, so that it never reaches a server's log. */
export function quoteLink(citation: Pick<Citation, 'documentId' | 'start' | 'end' | 'quote'>): string {
  return `/bronnen/${encodeURIComponent(citation.documentId)}#${parameters(citation)}`;
}

/** The same for readers without JavaScript: here the server marks the quote. Quotes are public, questions never are here. */
export function plainQuoteLink(citation: Pick<Citation, 'documentId' | 'start' | 'end' | 'quote'>): string {
  return `/bronnen/${encodeURIComponent(citation.documentId)}?${parameters(citation)}#citaat`;
}

/**
 * Reads `t=START-END&q=WORDS` from a fragment or query; several `t` and `q` pairs are several quotes.
 * What cannot be read is left out: an address is typed and pasted by people.
 */
export function parseQuoteTargets(addressPart: string): QuoteTarget[] {
  const found = new URLSearchParams(addressPart.replace(/^[#?]/, ''));
  const places = found.getAll('t');
  const quotes = found.getAll('q');
  return Array.from({ length: Math.max(places.length, quotes.length) }, (_, index) => {
    const place = /^(\d{1,9})-(\d{1,9})$/.exec(places[index] ?? '');
    return {
      start: place ? Number(place[1]) : 0,
      end: place ? Number(place[2]) : 0,
      quote: (quotes[index] ?? '').slice(0, 2000),
    };
  }).filter((target) => target.quote.trim() !== '' || target.end > target.start);
}
