import { dayInAmsterdam } from '../../server/corpus/dates.ts';
import { endOfForce, forceOf, type Force } from '../../server/corpus/validity.ts';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { DocumentError } from '../../server/errors.ts';
import type { CanonicalReport } from '../canonical/source-text.ts';
import { loadCorpus } from '../load-corpus.ts';
import { makePassages } from '../passages.ts';
import { loadStatements, type LoadedStatements } from '../statements/load-statements.ts';
import { comparisonsReport } from '../comparisons.ts';
import { statementsReport } from '../statements/statements-report.ts';
import { leftOutFigures, type LeftOutFigure } from '../adding/left-out-figures.ts';
import { unknownWords } from '../adding/unknown-words.ts';
import { loadDictionary } from '../canonical/dictionary.ts';
import { loadQuestions, type Questions } from '../questions.ts';
import { documentOf } from '../../server/search/sentence-key.ts';
import { coverageOf } from '../statements/coverage.ts';
import type { Output } from './output.ts';

export interface DocumentReport extends CanonicalReport, Force {
  id: string;
  file: string;
  passages: number;
  sentences: number;
  /** Questions of `corpus/questions` that point to it. */
  questions: number;
  /** Words that the Dutch list does not have. */
  unknown: string[];
  /** Statements that quote it, and its sentences that belong to none; absent where the statements have faults. */
  statements?: number;
  without?: { page: number; text: string }[];
  /** What to expect of answers about it without questions of its own, from the last `npm run eval -- --leave-one-document-out`. */
  leftOut?: LeftOutFigure[];
}

/** What became of each document on the way to canonical text. */
export async function documentReports(corpusDir: string): Promise<{ reports: DocumentReport[]; documents: CanonicalDocument[]; faults: string[] }> {
  const { documents, reports, faults } = await loadCorpus(corpusDir, { skipFaulty: true });
  const dictionary = await loadDictionary();
  const told = <T>(work: Promise<T>): Promise<T | undefined> =>
    work.catch((error: unknown) => {
      if (!(error instanceof DocumentError)) throw error;
      return undefined;
    });
  const asked = await told(loadQuestions(corpusDir, documents));
  return {
    documents,
    reports: documents.flatMap((document) => {
      const own = reports.get(document.id);
      if (!own) return [];
      return [{ id: document.id, file: document.file, ...forceOf(document), passages: makePassages(document).length, sentences: document.sentences.length, questions: countQuestions(asked, document.id), unknown: unknownWords(document.text, dictionary).words.map(({ word }) => word), ...own }];
    }),
    faults: faults.map(({ message }) => message),
  };
}

const countQuestions = (asked: Questions | undefined, id: string): number => asked?.questions.filter(({ sentences }) => sentences.some((key) => documentOf(key) === id)).length ?? 0;

/** Adds what the statements and the last evaluation say of each document. @throws DocumentError for faults in the statements */
function addStatements(reports: DocumentReport[], { statements, leftOut }: LoadedStatements, documents: readonly CanonicalDocument[]): void {
  const coverage = coverageOf(statements, leftOut, documents);
  for (const one of reports) {
    one.statements = statements.filter(({ quotes }) => quotes.some(({ documentId }) => documentId === one.id)).length;
    one.without = coverage.find(({ documentId }) => documentId === one.id)?.without ?? [];
  }
}

/** @returns exit status: 1 if a document could not be read, or the statements have faults */
export async function report(corpusDir: string, { json = false, evaluation }: { json?: boolean; evaluation?: string }, output: Output): Promise<number> {
  const { reports, documents, faults } = await documentReports(corpusDir);
  const expected = await leftOutFigures(evaluation);
  for (const one of reports) {
    const figures = expected.get(one.id);
    if (figures) one.leftOut = figures;
  }
  let loaded: LoadedStatements | undefined;
  try {
    loaded = loadStatements(corpusDir, documents);
    addStatements(reports, loaded, documents);
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    faults.push(error.message);
  }
  if (json) output.line(JSON.stringify(reports, undefined, 2));
  else {
    for (const one of reports) describe(one, output);
    try {
      if (loaded) for (const line of statementsReport(loaded, documents)) output.line(line);
      if (loaded) for (const line of await comparisonsReport(corpusDir, documents, loaded.statements)) output.line(line);
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      faults.push(error.message);
    }
  }
  for (const fault of faults) output.error(fault);
  return faults.length > 0 ? 1 : 0;
}

function describe(one: DocumentReport, output: Output): void {
  const number = (value: number): string => value.toLocaleString('nl-NL');
  output.line(one.id);
  output.line(
    `  ${number(one.pages)} pagina’s · ${number(one.words)} woorden · ${number(one.sentences)} zinnen · ` +
      `${number(one.passages)} passages · ${number(one.headings.length)} koppen · ${number(one.footnotes)} voetnoten`,
  );
  output.line(`  ${number(one.questions)} vragen · ${one.statements === undefined ? 'uitspraken met fouten' : `${number(one.statements)} uitspraken · ${number(one.without?.length ?? 0)} zinnen zonder uitspraak`}`);
  if (one.leftOut) output.line(`  Zonder eigen vragen te verwachten: ${one.leftOut.map(({ label, value }) => `${label} ${value.toLocaleString('nl-NL', { maximumFractionDigits: 2 })}`).join(' · ')}`);
  const end = endOfForce(one, dayInAmsterdam(new Date()));
  if (end !== undefined) output.line(`  Let op: ${end}${one.supersededBy === undefined ? '' : ` (in de plaats: ${one.supersededBy})`}`);
  list(output, 'Koppen', one.headings.map(({ level, text, page }) => `${'  '.repeat(level - 1)}${text} (p. ${page})`));
  list(output, 'Woorden samengevoegd', one.joined.map(({ from, to, page }) => `${from.join(' ')} → ${to} (p. ${page})`));
  list(output, 'Weggelaten', one.removed.map(({ page, text, why }) => `p. ${page}: "${short(text)}" (${why})`));
  if (one.unknown.length > 0) output.line(`  Niet in de woordenlijst: ${number(one.unknown.length)} (${one.unknown.slice(0, 10).join(', ')}${one.unknown.length > 10 ? ', …' : ''})`);
  if (one.hiddenCharacters > 0) output.line(`  Verborgen tekens weggelaten: ${number(one.hiddenCharacters)}`);
  list(output, 'Let op', one.warnings);
  output.line('');
}

function list(output: Output, title: string, items: readonly string[]): void {
  if (items.length === 0) return;
  output.line(`  ${title}: ${items.length}`);
  for (const item of items) output.line(`    ${item}`);
}

const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
