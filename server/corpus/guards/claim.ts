import { headingPathAt } from '../citation.ts';
import type { CanonicalDocument } from '../document.ts';

/** What the guards look at: what is said beside what proves it. */
export interface Claim {
  text: string;
  /** The same in English; absent for what is only said in Dutch. */
  en?: string | undefined;
  /** Verbatim, each on one line, without the mark of a list item. */
  quotes: readonly string[];
  /** What a reader of the source sees around the quotes: its headings, title, publisher and date. */
  surroundings: readonly string[];
}

/** @returns what is wrong, in Dutch, each with what to do; nothing when the words agree */
export type Guard<Of extends Claim = Claim> = (claim: Of) => string[];

/** What guards see of a quote's place: its headings, who speaks there, title, publisher and date. */
export function surroundingsOf(document: CanonicalDocument, start: number): string[] {
  const headings = headingPathAt(document, start);
  const voices = (document.parts ?? []).filter(({ heading }) => headings.some((one) => one.startsWith(heading))).map(({ name }) => name);
  return [...headings, ...voices, document.title, document.shortTitle, document.publisher, document.published];
}

/** One line, no mark of a list item (its number proves nothing) and no addresses. */
export function plainQuote(text: string): string {
  return withoutAddresses(
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)] /, ''),
  );
}

export const withoutAddresses = (text: string): string => text.replace(/https?:\/\/\S+|(?<![\p{L}\d])[\w-]+(?:\.[\w-]+)*\.(?:nl|eu|com|org)(?:\/\S*)?(?![\p{L}\d])/gu, '');
