import type { QuoteTarget } from '../text/find-quote.ts';

/** Enough words to find a sentence again in a text that was read anew, few enough for an address. */
const wordsLength = 60;

/**
 * Address of a quote in the source viewer, by offsets and by its first words for when the text has moved. Both stand behind
 * the `#`, so that they never reach a server's log. Clients get it as `Citation.href` and use it as it is.
 */
export function quoteLink({ documentId, start, end, quote }: QuoteTarget & { documentId: string }): string {
  return `/bronnen/${encodeURIComponent(documentId)}#t=${start}-${end}&q=${encodeURIComponent(firstWords(quote))}`;
}

/** The same address for readers without JavaScript: here the server marks the quote. Quotes are public, questions never are here. */
export function plainQuoteLink(href: string): string {
  const [path, parameters] = href.split('#', 2);
  return parameters === undefined ? href : `${path}?${parameters}#citaat`;
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

/** Whole words where that is possible; never half a surrogate pair, which `encodeURIComponent` refuses. */
function firstWords(quote: string): string {
  const characters = [...quote.replace(/\s+/g, ' ').trim()];
  if (characters.length <= wordsLength) return characters.join('');
  const cut = characters.slice(0, wordsLength).join('');
  const lastSpace = cut.lastIndexOf(' ');
  return lastSpace > wordsLength / 2 ? cut.slice(0, lastSpace) : cut;
}
