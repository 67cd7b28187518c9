import { languageOf } from '../text/language.ts';
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
  const onDay = (day: string): ReadonlyMap<string, StatementDetail> =>
    new Map([...details].map(([id, { statement, fixed }]) => [id, { ...fixed, text: statementText(statement, day, 'nl'), en: statementText(statement, day, 'en') }]));
  let last: { day: string; statements: ReadonlyMap<string, StatementDetail> } | undefined;
  /** Nearly everybody asks for today. */
  const lastDay = (day: string): ReadonlyMap<string, StatementDetail> => {
    if (last?.day !== day) last = { day, statements: onDay(day) };
    return last.statements;
  };
  return {
    list: (day) => [...lastDay(day).values()],
    get: (id, day) => lastDay(day).get(id),
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
