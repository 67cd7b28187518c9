import { headingPathAt } from '../../server/corpus/citation.ts';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { statementText, type Statement } from '../../server/corpus/statement.ts';

/** What the guards look at: what a statement says beside what proves it. */
export interface Claim {
  text: string;
  en: string;
  /** The words that are this statement's own: of a plan without the frame that every plan gets. */
  own: string;
  /** Verbatim, each on one line, without the mark of a list item. */
  quotes: readonly string[];
  /** What a reader of the source sees around the quotes: its headings, title, publisher and date. */
  surroundings: readonly string[];
}

/** @returns what is wrong, in Dutch, each with what to do; nothing when the words agree */
export type Guard = (claim: Claim) => string[];

/** A plan is judged as it was announced: before its day. */
export function claimOf(statement: Statement, documents: ReadonlyMap<string, CanonicalDocument>): Claim {
  const day = '0000-01-01';
  const quotes: string[] = [];
  const surroundings = new Set<string>();
  for (const { documentId, start, end } of statement.quotes) {
    const document = documents.get(documentId);
    if (!document) continue;
    quotes.push(plainQuote(document.text.slice(start, end)));
    const headings = headingPathAt(document, start);
    const voices = (document.parts ?? []).filter(({ heading }) => headings.some((one) => one.startsWith(heading))).map(({ name }) => name);
    for (const around of [...headings, ...voices, document.title, document.shortTitle, document.publisher, document.published]) surroundings.add(around);
  }
  const text = withoutAddresses(statementText(statement, day, 'nl'));
  return { text, en: withoutAddresses(statementText(statement, day, 'en')), own: statement.planned?.plan ?? text, quotes, surroundings: [...surroundings] };
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

const withoutAddresses = (text: string): string => text.replace(/https?:\/\/\S+|(?<![\p{L}\d])[\w-]+(?:\.[\w-]+)*\.(?:nl|eu|com|org)(?:\/\S*)?(?![\p{L}\d])/gu, '');
