import type { RouteStanding } from '../contract.ts';
import type { ComparedPair, ComparedRoute, ComparisonCell, Comparisons, Silence } from '../corpus/comparison.ts';
import { sayDate } from '../corpus/statement.ts';
import { comparisonWords } from './comparison-words.ts';
import type { NamedPlace } from './compared.ts';
import type { BookStatement, StatementBook } from './statement-book.ts';

/** What the rules know of routes (`server/rules`). */
export interface RouteFacts {
  namedIn(question: string): NamedPlace[];
  /** How the sources know a route on a day, and what says so. */
  standingOn(id: string, day: string): { phase: RouteStanding['phase']; quotes: { documentId: string; start: number; end: number }[] } | undefined;
}

/** A place in a document that can prove a cell. */
export interface ProofPlace {
  documentId: string;
  start: number;
  end: number;
  /** The words as they stood there when they were checked. */
  text?: string;
}

export interface ProposedCell {
  text: string;
  /** The same in the language of the sources. */
  dutch: string;
  /** One of each group is needed as proof; none where it says that the sources say nothing. */
  proofs: ProofPlace[][];
}

/** Things side by side, before it is decided which quotes prove them. */
export interface Comparison {
  /** Ids of routes, or of documents. */
  things: string[];
  kind: 'routes' | 'documents';
  /** What is said before the table. */
  says: BookStatement[];
  caption: string;
  columns: string[];
  /** The most telling first. */
  rows: { aspect: string; cells: ProposedCell[] }[];
}

export interface ComparisonOptions {
  /** YYYY-MM-DD */
  day: string;
  language: 'nl' | 'en';
}

/** Routes side by side; nothing where one of them is not written about. */
export function compareRoutes(ids: readonly string[], { aspects, routes }: Comparisons, book: StatementBook, facts: RouteFacts, options: ComparisonOptions): Comparison | undefined {
  const compared = ids.flatMap((id) => routes.find(({ route }) => route === id) ?? []);
  if (compared.length < 2 || compared.length < ids.length) return undefined;
  const { language, day } = options;
  const words = comparisonWords[language];
  const columns = compared.map(({ name, en }) => (language === 'en' ? (en ?? name) : name));
  const standing = compared.map(({ route }): ProposedCell => {
    const known = facts.standingOn(route, day);
    return known ? { text: words.phase[known.phase], dutch: '', proofs: [known.quotes] } : UNKNOWN;
  });
  const rows = aspects.map(({ id, name, en }) => ({ aspect: language === 'en' ? en : name, cells: compared.map(({ cells }) => cellOf(cells[id], book, options)) }));
  // Whether one can use it at all comes before how.
  rows.splice(rows.length > 2 ? 2 : rows.length, 0, { aspect: words.standing.replace('{day}', sayDate(day, language)), cells: standing });
  return { things: [...ids], kind: 'routes', says: leadFor(compared, book), caption: captionOf(columns, language), columns, rows: telling(rows) };
}

/** The statement in which the sources make this comparison themselves, or else what each of the two is; a third would be too much to read. */
function leadFor(compared: readonly ComparedRoute[], book: StatementBook): BookStatement[] {
  const own = book.entries.find(({ statement: { slot, routes } }) => slot === 'verschil' && compared.every(({ route }) => routes.includes(route)));
  if (own) return [own];
  return compared.length > 2 ? [] : compared.flatMap(({ says }) => book.byId(says) ?? []);
}

/** What is said before the table: what differs, and the statement that fits the question best where it is about these things. */
export function leadsOf({ says, things, kind }: Comparison, ranked: readonly { entry: BookStatement }[]): BookStatement[] {
  if (says.length > 1 || kind === 'documents') return says;
  const shared = ({ entry: { statement } }: { entry: BookStatement }): number => statement.routes.filter((id) => things.includes(id)).length;
  // Of more than two things one statement about several of them says most.
  const best = says.length > 0 ? ranked.slice(0, 1).find((one) => shared(one) > 0) : ranked.find((one) => shared(one) > 1);
  return [...new Set([...says, ...(best && best.entry.statement.list.length === 0 ? [best.entry] : [])])];
}

/** Two documents side by side, the earlier first. @param ids two of them, or one: then it is compared with what came of it */
export function compareDocuments(ids: readonly string[], { documents, pairs }: Comparisons, book: StatementBook, options: ComparisonOptions): Comparison | undefined {
  const pair = pairs.find(({ documents: two }) => ids.every((id) => two.includes(id)) && (ids.length > 1 || two[0] === ids[0]));
  if (!pair) return undefined;
  const { language } = options;
  const columns = pair.documents.map((id) => documents.find(({ document }) => document === id)).map((named, i) => (language === 'en' ? named?.en : named?.name) ?? pair.documents[i]!);
  return { things: [...pair.documents], kind: 'documents', says: pair.says.flatMap((id) => book.byId(id) ?? []), caption: captionOf(columns, language), columns, rows: telling(rowsOf(pair, book, options)) };
}

function rowsOf({ documents, rows }: ComparedPair, book: StatementBook, options: ComparisonOptions): Comparison['rows'] {
  return rows.map(({ aspect, en, cells }) => ({
    aspect: options.language === 'en' ? en : aspect,
    cells: cells.map((cell, i) => cellOf(cell, book, options, documents[i])),
  }));
}

/** @param document whose words alone count */
function cellOf(cell: ComparisonCell | Silence | undefined, book: StatementBook, options: ComparisonOptions, document?: string): ProposedCell {
  if (cell === undefined) return UNKNOWN;
  if (typeof cell === 'string') return { ...UNKNOWN, text: comparisonWords[options.language].silence[cell] };
  const proofs = cell.by.map((id) => (book.byId(id)?.statement.quotes ?? []).filter(({ documentId }) => document === undefined || documentId === document));
  return proofs.some(({ length }) => length === 0) ? UNKNOWN : { text: options.language === 'en' ? cell.en : cell.text, dutch: cell.text, proofs };
}

/** What has no proof any more is not said, and neither is that the sources are silent. */
const UNKNOWN: ProposedCell = { text: '', dutch: '', proofs: [] };

/** A row of which the sources say nothing tells nothing. */
const telling = (rows: Comparison['rows']): Comparison['rows'] => rows.filter(({ cells }) => cells.some(({ proofs }) => proofs.length > 0));

function captionOf(columns: readonly string[], language: 'nl' | 'en'): string {
  const { caption, and } = comparisonWords[language];
  return caption.replace('{things}', [columns.slice(0, -1).join(', '), columns.at(-1)].join(and));
}
