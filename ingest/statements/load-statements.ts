import type { CanonicalDocument } from '../../server/corpus/document.ts';
import type { Statement, StatementQuote } from '../../server/corpus/statement.ts';
import type { FileFault } from '../../server/text/file-fault.ts';
import { routeIds } from '../route-ids.ts';
import { claimOf } from './claim.ts';
import { leftOutSentences, type LeftOut } from './coverage.ts';
import { findStatementQuote } from './find-statement-quote.ts';
import { guardFaults } from './guards.ts';
import { referenceFaults } from './references.ts';
import { repetitionFaults } from './repetitions.ts';
import { readStatementFiles, reportFault, statementsError, type WrittenStatement } from './statement-files.ts';
import type { Overridable } from './statement-form.ts';

export interface LoadedStatements {
  statements: Statement[];
  leftOut: LeftOut[];
  /** Checks that an editor overruled, with the reason. */
  overrides: { id: string; guard: Overridable; reason: string }[];
}

/**
 * Reads and checks `corpus/statements/`; a corpus without that folder has no statements.
 * @throws DocumentError that names every fault with file, line, statement and what to do
 */
export function loadStatements(corpusDir: string, documents: readonly CanonicalDocument[]): LoadedStatements {
  const faults: FileFault[] = [];
  const byId = new Map(documents.map((document) => [document.id, document]));
  const { forms, leftOut } = readStatementFiles(corpusDir, faults);
  // A file of another form hides ids that others name: its own faults first.
  if (faults.length > 0) throw statementsError(faults);

  const located = forms.map((at) => ({ at, statement: locate(at, byId) }));
  for (const { at, statement } of located) {
    // Without its quotes a statement cannot be judged.
    if (statement.quotes.length < at.form.quotes.length) continue;
    for (const fault of guardFaults(claimOf(statement, byId), at.form.override)) reportFault({ at, ...fault });
  }
  for (const fault of [...referenceFaults(forms, routeIds(corpusDir)), ...repetitionFaults(forms)]) reportFault(fault);
  const sentences = leftOut ? leftOutSentences(leftOut.file, leftOut.forms, byId) : [];
  if (faults.length > 0) throw statementsError(faults);
  return {
    statements: located.map(({ statement }) => statement),
    leftOut: sentences,
    overrides: forms.flatMap(({ form }) =>
      Object.entries(form.override).flatMap(([guard, reason]) => (reason === undefined ? [] : [{ id: form.id, guard: guard as Overridable, reason }])),
    ),
  };
}

/** The statement with the places of its quotes; reports those that are not there. */
function locate(at: WrittenStatement, documents: ReadonlyMap<string, CanonicalDocument>): Statement {
  const { text, en, planned, override: _, quotes: written, ...form } = at.form;
  const quotes: StatementQuote[] = [];
  for (const [index, quote] of written.entries()) {
    const document = documents.get(quote.document);
    if (!document) {
      reportFault({ at, field: ['quotes', index, 'document'], reason: `onbekend document "${quote.document}"; de documenten staan in sources.yaml` });
      continue;
    }
    const place = findStatementQuote(document, quote.text, quote.page);
    if ('fault' in place) reportFault({ at, field: ['quotes', index, 'text'], reason: `${place.fault}; neem de woorden van de bron over` });
    else if (quotes.some(({ documentId, start, end }) => documentId === document.id && start === place.start && end === place.end)) {
      reportFault({ at, field: ['quotes', index], reason: 'dit citaat staat hier twee keer; laat er één staan' });
    } else quotes.push({ documentId: document.id, ...place, text: document.text.slice(place.start, place.end) });
  }
  const core = { ...form, subject: at.file.name.replace(/\.yaml$/, ''), quotes };
  return planned ? { ...core, planned } : { ...core, text: text ?? '', en: en ?? '' };
}
