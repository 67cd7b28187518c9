import { plainQuote, surroundingsOf, withoutAddresses, type Claim, type Guard } from '../../server/corpus/guards/claim.ts';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { statementText, type Statement } from '../../server/corpus/statement.ts';

/** What the guards look at: what a statement says beside what proves it. */
export interface StatementClaim extends Claim {
  en: string;
  /** The words that are this statement's own: of a plan without the frame that every plan gets. */
  own: string;
}

/** Of what a statement says in itself: its form, not its proof. */
export type FormGuard = Guard<StatementClaim>;

/** A plan is judged as it was announced: before its day. */
export function claimOf(statement: Statement, documents: ReadonlyMap<string, CanonicalDocument>): StatementClaim {
  const day = '0000-01-01';
  const quotes: string[] = [];
  const surroundings = new Set<string>();
  for (const { documentId, start, end } of statement.quotes) {
    const document = documents.get(documentId);
    if (!document) continue;
    quotes.push(plainQuote(document.text.slice(start, end)));
    for (const around of surroundingsOf(document, start)) surroundings.add(around);
  }
  const text = withoutAddresses(statementText(statement, day, 'nl'));
  return { text, en: withoutAddresses(statementText(statement, day, 'en')), own: statement.planned?.plan ?? text, quotes, surroundings: [...surroundings] };
}
