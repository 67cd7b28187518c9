import { languageOf } from '../answer/question.ts';
import type { Citation, StatementDetail } from '../contract.ts';
import { makeCitation } from '../corpus/citation.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import { statementText, type Statement } from '../corpus/statement.ts';
import type { Statements } from './services.ts';

/**
 * The statements as clients get them.
 * @param documents canonical documents by id, the ones the statements' quotes were found in
 */
export function createStatements(statements: readonly Statement[], documents: ReadonlyMap<string, CanonicalDocument>): Statements {
  const details = new Map(statements.map((statement) => [statement.id, { statement, fixed: fixedPart(statement, statements, documents) }]));
  const onDay = ({ statement, fixed }: { statement: Statement; fixed: FixedPart }, day: string): StatementDetail => ({
    ...fixed,
    text: statementText(statement, day, 'nl'),
    en: statementText(statement, day, 'en'),
  });
  return {
    list: (day) => [...details.values()].map((detail) => onDay(detail, day)),
    get: (id, day) => {
      const detail = details.get(id);
      return detail && onDay(detail, day);
    },
  };
}

/** What is the same on every day. */
type FixedPart = Omit<StatementDetail, 'text' | 'en'>;

function fixedPart(statement: Statement, all: readonly Statement[], documents: ReadonlyMap<string, CanonicalDocument>): FixedPart {
  const { id, slot, subject, routes, speaker, limits, list } = statement;
  return {
    id,
    slot,
    subject,
    routes,
    ...(speaker === undefined ? {} : { speaker }),
    limits,
    limitedBy: all.filter((other) => other.limits.includes(id)).map((other) => other.id),
    list,
    questions: questionsOf(statement),
    quotes: citationsOf(statement, documents),
  };
}

/** Whole Dutch questions only: people also search with loose words and in English. */
function questionsOf({ decides, asks }: Statement): string[] {
  const all = [...decides.map((form) => form.asks), ...asks];
  return [...new Set(all)].filter((question) => /^\p{Lu}.*\?$/u.test(question) && languageOf(question) === 'nl');
}

function citationsOf({ id, quotes }: Statement, documents: ReadonlyMap<string, CanonicalDocument>): Citation[] {
  return quotes.map(({ documentId, start, end }, index) => {
    const document = documents.get(documentId);
    if (document === undefined) throw new Error(`Statement ${id} quotes ${documentId}, which the index does not hold`);
    return makeCitation(document, start, end, index + 1);
  });
}
