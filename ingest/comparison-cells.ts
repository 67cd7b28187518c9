import type { ComparisonCell } from '../server/corpus/comparison.ts';
import type { CanonicalDocument } from '../server/corpus/document.ts';
import type { Statement, StatementQuote } from '../server/corpus/statement.ts';
import type { Guard } from '../server/corpus/guards/claim.ts';
import { guardActor } from '../server/corpus/guards/actor.ts';
import { guardModality } from '../server/corpus/guards/modality.ts';
import { guardNumber } from '../server/corpus/guards/number.ts';
import { guardScope } from '../server/corpus/guards/scope.ts';
import { claimOf } from './statements/claim.ts';

/** A table is read at a glance, and stands in an answer that stays short. */
const MOST_WORDS = 9;
/** Those that make sense of half a sentence. */
const GUARDS: readonly Guard[] = [guardNumber, guardActor, guardModality, guardScope];

/**
 * What is wrong with a cell beside the quotes of its statements: a cell may leave out, never add.
 * @param document whose quotes alone prove it: a column about one document
 */
export function cellFaults(cell: ComparisonCell, statements: readonly Statement[], documents: ReadonlyMap<string, CanonicalDocument>, document?: string): { field: 'text' | 'by'; reason: string }[] {
  const quotes = quotesFor(statements, document);
  const [first] = statements;
  if (!first || quotes.length === 0) return [{ field: 'by', reason: `geen citaat van deze uitspraak staat in "${document ?? ''}"; kies een andere uitspraak of schrijf niet-genoemd` }];
  const claim = { ...claimOf({ ...first, quotes }, documents), text: cell.text, en: cell.en, own: cell.text };
  const words = cell.text.split(/\s+/).length;
  return [
    ...(words > MOST_WORDS ? [{ field: 'text' as const, reason: `een cel heeft hoogstens ${MOST_WORDS} woorden, deze heeft er ${words}` }] : []),
    ...GUARDS.flatMap((guard) => guard(claim)).map((reason) => ({ field: 'text' as const, reason })),
  ];
}

function quotesFor(statements: readonly Statement[], document: string | undefined): StatementQuote[] {
  return statements.flatMap(({ quotes }) => quotes).filter(({ documentId }) => document === undefined || documentId === document);
}
