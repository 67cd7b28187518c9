import type { DocumentDetail } from '../contract.ts';
import { exactPlacesOf, placesOf, type TextRange } from '../text/find-quote.ts';
import { LooseText } from '../text/loose-text.ts';
import { pageAt } from './document.ts';
import { nearestWords, type NearestWords } from './nearest-words.ts';

/** A quote as somebody cites it. */
export interface CitedQuote {
  text: string;
  documentId?: string | undefined;
  /** 1-based */
  page?: number | undefined;
}

export interface QuotePlace {
  document: DocumentDetail;
  page: number;
  /** As the source has it now: `document.text.slice(start, end)`. */
  quote: string;
  start: number;
  end: number;
}

/**
 * What became of a quote.
 * - `exact`: it stands there word for word, white space aside
 * - `changed`: the source says it on another page (`page`), with other signs or capitals (`signs`) or in other words (`words`)
 * - `not-there`: the source says nothing like it; `places` tell where else it stands, if anywhere
 */
export type QuoteCheck =
  | { status: 'exact'; places: QuotePlace[] }
  | { status: 'changed'; because: 'page' | 'signs'; places: QuotePlace[] }
  | { status: 'changed'; because: 'words'; places: [QuotePlace]; onlyInText: string[]; onlyInSource: string[] }
  | { status: 'not-there'; places: QuotePlace[] };

/** More places than a reader would go through. */
const MOST_PLACES = 5;

/**
 * Whether a quote stands in the sources as it is cited.
 * @param documents where to look for its very words @param likely where to look for other words: comparing costs more
 */
export function verifyQuote({ text, documentId, page }: CitedQuote, documents: readonly DocumentDetail[], likely: readonly DocumentDetail[]): QuoteCheck {
  const quote = withoutFrame(text);
  const cited = documents.filter(({ id }) => documentId === undefined || id === documentId);
  const exact = placesIn(cited, ({ text: source }) => wordForWord(source, quote));
  if (exact.length > 0) {
    const there = page === undefined ? exact : exact.filter((place) => standsOn(place, page));
    return there.length > 0 ? { status: 'exact', places: first(there) } : { status: 'changed', because: 'page', places: first(exact) };
  }
  const signs = placesIn(cited, ({ text: source }) => new LooseText(source).find(quote));
  if (signs.length > 0) return { status: 'changed', because: 'signs', places: first(signs) };
  const nearest = nearestIn(likely.filter((document) => cited.includes(document)), quote);
  if (nearest) {
    const { document, words } = nearest;
    const { onlyInText, onlyInSource } = words;
    const places: [QuotePlace] = [placeOf(document, words)];
    return onlyInText.length + onlyInSource.length === 0 ? { status: 'changed', because: 'signs', places } : { status: 'changed', because: 'words', places, onlyInText, onlyInSource };
  }
  const elsewhere = documentId === undefined ? [] : placesIn(documents.filter(({ id }) => id !== documentId), ({ text: source }) => wordForWord(source, quote));
  return { status: 'not-there', places: first(elsewhere) };
}

/** Quotation marks and dots around a quote say that it is one; they are no part of it. */
function withoutFrame(text: string): string {
  return text.replace(/^(?:[\s“”„"'‘’«»]|…|\.{3})+|(?:[\s“”„"'‘’«»]|…|\.{3})+$/gu, '');
}

function wordForWord(source: string, quote: string): TextRange[] {
  if (quote === '') return [];
  const exact = exactPlacesOf(source, quote);
  return exact.length > 0 ? exact : placesOf(source, quote);
}

function placesIn(documents: readonly DocumentDetail[], find: (document: DocumentDetail) => TextRange[]): QuotePlace[] {
  return documents.flatMap((document) => find(document).map((range) => placeOf(document, range)));
}

function placeOf(document: DocumentDetail, { start, end }: TextRange): QuotePlace {
  return { document, page: pageAt(document.pageStarts, start), quote: document.text.slice(start, end), start, end };
}

/** A quote that runs on to the next page stands on both. */
function standsOn({ document, start, end }: QuotePlace, page: number): boolean {
  return page >= pageAt(document.pageStarts, start) && page <= pageAt(document.pageStarts, end - 1);
}

function nearestIn(documents: readonly DocumentDetail[], quote: string): { document: DocumentDetail; words: NearestWords } | undefined {
  let best: { document: DocumentDetail; words: NearestWords } | undefined;
  for (const document of documents) {
    const words = nearestWords(document.text, quote);
    if (words && words.likeness > (best?.words.likeness ?? 0)) best = { document, words };
  }
  return best;
}

const first = (places: readonly QuotePlace[]): QuotePlace[] => places.slice(0, MOST_PLACES);
