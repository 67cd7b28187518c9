import { pageAt, type CanonicalDocument } from '../../server/corpus/document.ts';
import { DocumentError } from '../../server/errors.ts';
import { findStatementQuote } from '../statements/find-statement-quote.ts';
import { loadStatements } from '../statements/load-statements.ts';

/** A statement that rests on words which a newer version no longer has. */
export interface ChangedStatement {
  id: string;
  /** File below `corpus/statements`. */
  file: string;
  quotes: { page: number; text: string }[];
}

/**
 * Statements that quote the old document with words that the new one has not.
 * @returns undefined where the statements themselves have faults, which `ingest -- check` tells
 */
export function changedStatements(corpusDir: string, documents: readonly CanonicalDocument[], oldId: string, next: CanonicalDocument): ChangedStatement[] | undefined {
  const old = documents.find(({ id }) => id === oldId);
  if (!old) return [];
  try {
    return loadStatements(corpusDir, documents).statements.flatMap(({ id, subject, quotes }) => {
      const gone = quotes.filter(({ documentId, text }) => documentId === oldId && 'fault' in findStatementQuote(next, text));
      if (gone.length === 0) return [];
      return [{ id, file: `${subject}.yaml`, quotes: gone.map(({ start, text }) => ({ page: pageAt(old.pageStarts, start), text })) }];
    });
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}
