import type { LearnedMaps } from '../model/learned-maps.ts';
import type { MissingData, StatementsData } from '../search/asked-data.ts';
import { formsOfThings } from '../search/form-index.ts';
import { withForms } from '../search/forms-as-questions.ts';
import type { SearchIndex } from '../search/index-reader.ts';
import { withoutDocument, withoutHand, type QuestionIndexData } from '../search/question-index.ts';
import { MissingBook } from './missing-book.ts';
import { StatementBook } from './statement-book.ts';

/** What people wrote about the documents, ready to be found. */
export interface Books {
  statements?: StatementBook;
  missing?: MissingBook;
  /** Known questions, with the forms of both. */
  questions?: QuestionIndexData;
}

export interface LeftOut {
  /** As if nobody had written anything about this document: what a document gets that was added a minute ago. */
  document?: string | undefined;
  /** As if this hand had written no questions: what a hand teaches is no proof for its own. */
  hand?: string | undefined;
}

/** @param maps learned on the index's model; without them forms are found by words alone */
export function makeBooks(index: Pick<SearchIndex, 'documents' | 'splitter' | 'statements' | 'missing' | 'questions'>, maps: LearnedMaps | undefined, { document, hand }: LeftOut = {}): Books {
  const statementsData = document === undefined ? index.statements : index.statements && statementsWithout(index.statements, document);
  const missingData = document === undefined ? index.missing : index.missing && missingWithout(index.missing, document);
  const statements = statementsData && new StatementBook(statementsData, index, maps?.measure);
  const missing = missingData && new MissingBook(missingData, index, maps?.measure);
  let { questions } = index;
  if (questions && hand !== undefined) questions = withoutHand(questions, hand);
  if (questions && document !== undefined) questions = withoutDocument(questions, document);
  if (questions && statements) questions = withForms(questions, statementsData.forms, statements.entries.map(({ sentences }) => ({ sentences, silent: [] })));
  if (questions && missing) questions = withForms(questions, missingData.forms, missing.kinds.map(({ documents }) => ({ sentences: [], silent: documents })));
  return { ...(statements && { statements }), ...(missing && { missing }), ...(questions && { questions }) };
}

/** Statements that rest on other documents alone. */
function statementsWithout({ statements, forms }: StatementsData, document: string): StatementsData {
  const keeps = (thing: number): boolean => statements[thing]!.quotes.every(({ documentId }) => documentId !== document);
  const left = statements.filter((_, thing) => keeps(thing));
  const ids = new Set(left.map(({ id }) => id));
  const known = (some: readonly string[]): string[] => some.filter((id) => ids.has(id));
  return { statements: left.map((statement) => ({ ...statement, limits: known(statement.limits), list: known(statement.list) })), forms: formsOfThings(forms, keeps) };
}

/** Nobody searched the document: what is missing says nothing of it. */
function missingWithout({ kinds, forms }: MissingData, document: string): MissingData {
  return { kinds: kinds.map((kind) => ({ ...kind, documents: kind.documents.filter((id) => id !== document) })), forms };
}
