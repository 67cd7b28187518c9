import { dayInAmsterdam } from '../../server/corpus/dates.ts';
import { endOfForce, forceOf, type Force } from '../../server/corpus/validity.ts';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { DocumentError } from '../../server/errors.ts';
import type { CanonicalReport } from '../canonical/source-text.ts';
import { loadCorpus } from '../load-corpus.ts';
import { makePassages } from '../passages.ts';
import { loadStatements } from '../statements/load-statements.ts';
import { comparisonsReport } from '../comparisons.ts';
import { statementsReport } from '../statements/statements-report.ts';
import type { Output } from './output.ts';

export interface DocumentReport extends CanonicalReport, Force {
  id: string;
  file: string;
  passages: number;
  sentences: number;
}

/** What became of each document on the way to canonical text. */
export async function documentReports(corpusDir: string): Promise<{ reports: DocumentReport[]; documents: CanonicalDocument[]; faults: string[] }> {
  const { documents, reports, faults } = await loadCorpus(corpusDir, { skipFaulty: true });
  return {
    documents,
    reports: documents.flatMap((document) => {
      const own = reports.get(document.id);
      if (!own) return [];
      return [{ id: document.id, file: document.file, ...forceOf(document), passages: makePassages(document).length, sentences: document.sentences.length, ...own }];
    }),
    faults: faults.map(({ message }) => message),
  };
}

/** @returns exit status: 1 if a document could not be read, or the statements have faults */
export async function report(corpusDir: string, { json = false }: { json?: boolean }, output: Output): Promise<number> {
  const { reports, documents, faults } = await documentReports(corpusDir);
  if (json) output.line(JSON.stringify(reports, undefined, 2));
  else {
    for (const one of reports) describe(one, output);
    try {
      const loaded = loadStatements(corpusDir, documents);
      for (const line of statementsReport(loaded, documents)) output.line(line);
      for (const line of await comparisonsReport(corpusDir, documents, loaded.statements)) output.line(line);
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
  const end = endOfForce(one, dayInAmsterdam(new Date()));
  if (end !== undefined) output.line(`  Let op: ${end}${one.supersededBy === undefined ? '' : ` (in de plaats: ${one.supersededBy})`}`);
  list(output, 'Koppen', one.headings.map(({ level, text, page }) => `${'  '.repeat(level - 1)}${text} (p. ${page})`));
  list(output, 'Woorden samengevoegd', one.joined.map(({ from, to, page }) => `${from.join(' ')} → ${to} (p. ${page})`));
  list(output, 'Weggelaten', one.removed.map(({ page, text, why }) => `p. ${page}: "${short(text)}" (${why})`));
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
