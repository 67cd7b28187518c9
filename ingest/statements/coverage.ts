import { pageAt, type CanonicalDocument } from '../../server/corpus/document.ts';
import type { Statement } from '../../server/corpus/statement.ts';
import type { YamlFile } from '../../server/text/yaml-file.ts';
import { plain } from './find-statement-quote.ts';
import type { LeftOutForm } from './statement-form.ts';

/** A sentence that says nothing by itself. */
export interface LeftOut {
  documentId: string;
  /** Index into the sentences of the document. */
  sentence: number;
  reason: string;
}

export interface DocumentCoverage {
  documentId: string;
  /** Sentences that are no heading. */
  telling: number;
  inStatements: number;
  leftOut: number;
  without: { page: number; text: string }[];
}

/** Where each left-out sentence stands; the same words may stand there more than once. Reports words that are no sentence. */
export function leftOutSentences(file: YamlFile, forms: readonly LeftOutForm[], documents: ReadonlyMap<string, CanonicalDocument>): LeftOut[] {
  return forms.flatMap(({ document: id, text, reason }, index) => {
    const document = documents.get(id);
    if (!document) {
      file.report([index, 'document'], `onbekend document "${id}"; de documenten staan in sources.yaml`);
      return [];
    }
    const found = document.sentences.flatMap(({ start, end }, sentence) => (plain(document.text.slice(start, end)) === plain(text) ? [{ documentId: id, sentence, reason }] : []));
    if (found.length === 0) file.report([index, 'text'], `dit is geen hele zin van "${id}"; neem de zin van de bron over, of haal hem hier weg`);
    return found;
  });
}

/**
 * Which sentences of each document belong to a statement, or are left out on purpose. A quote that is a part of a sentence
 * counts for it, and so does one of the same words elsewhere.
 */
export function coverageOf(statements: readonly Statement[], leftOut: readonly LeftOut[], documents: readonly CanonicalDocument[]): DocumentCoverage[] {
  const quotes = statements.flatMap(({ quotes: own }) => own);
  return documents.map((document) => {
    const quoted = quotes.filter(({ documentId }) => documentId === document.id);
    const out = new Set(leftOut.filter(({ documentId }) => documentId === document.id).map(({ sentence }) => sentence));
    const coverage: DocumentCoverage = { documentId: document.id, telling: 0, inStatements: 0, leftOut: 0, without: [] };
    const words = ({ start, end }: { start: number; end: number }): string => plain(document.text.slice(start, end));
    const quotedWords = new Set(quoted.map(words));
    for (const [index, { start, end, block }] of document.sentences.entries()) {
      if (document.blocks[block]?.kind === 'heading') continue;
      coverage.telling += 1;
      if (quoted.some((quote) => quote.start < end && quote.end > start) || quotedWords.has(words({ start, end }))) coverage.inStatements += 1;
      else if (out.has(index)) coverage.leftOut += 1;
      else coverage.without.push({ page: pageAt(document.pageStarts, start), text: words({ start, end }) });
    }
    return coverage;
  });
}
