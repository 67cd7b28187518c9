import type { CanonicalDocument, SourceMetadata } from '../server/corpus/document.ts';
import { DocumentError } from '../server/errors.ts';
import { canonicalise } from './canonical/canonicalise.ts';
import { loadDictionary } from './canonical/dictionary.ts';
import { createLexicon } from './canonical/lexicon.ts';
import type { CanonicalReport, SourceText } from './canonical/source-text.ts';
import { readDocument } from './readers/read-document.ts';
import { worthOf } from '../server/corpus/kinds.ts';
import { loadKinds, loadSources, readSource, sourcePath } from './sources.ts';

export interface Corpus {
  documents: CanonicalDocument[];
  /** What was done to each document, by id. */
  reports: Map<string, CanonicalReport>;
  /** Dutch, each naming the file. */
  warnings: string[];
  /** Documents that could not be read, with a Dutch sentence each. */
  faults: { source: SourceMetadata; message: string }[];
}

export interface LoadOptions {
  /** Go on without documents that cannot be read, instead of throwing. */
  skipFaulty?: boolean;
  /** Documents that are not in `sources.yaml` yet, read along as if they were. */
  extra?: readonly { source: SourceMetadata; text: SourceText }[];
  /** Called after each document. */
  onDocument?: (done: number, total: number, file: string) => void;
}

/**
 * Reads `sources.yaml` and the files of a corpus directory and makes their canonical text. All documents are read
 * before a fault is thrown, so that one message names them all.
 * @throws DocumentError for a wrong `sources.yaml`, and for files that are missing, changed or cannot be read
 */
export async function loadCorpus(corpusDir: string, { skipFaulty = false, extra = [], onDocument }: LoadOptions = {}): Promise<Corpus> {
  const sources = await loadSources(corpusDir);
  const kinds = await loadKinds(corpusDir);
  const dictionary = loadDictionary();
  const read: { source: SourceMetadata; text: SourceText }[] = [];
  const faults: Corpus['faults'] = [];
  let done = 0;
  for (const source of sources) {
    try {
      const bytes = await readSource(corpusDir, source);
      read.push({ source, text: await readDocument(sourcePath(corpusDir, source), bytes) });
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      faults.push({ source, message: error.message });
    }
    done += 1;
    onDocument?.(done, sources.length, source.file);
  }
  read.push(...extra);
  if (faults.length > 0 && !skipFaulty) throw new DocumentError(faults.map((fault) => fault.message).join('\n'));

  const lexicon = createLexicon(read.flatMap(({ text }) => text.pages), await dictionary);
  const reports = new Map<string, CanonicalReport>();
  const warnings: string[] = [];
  const documents = read.map(({ source, text }) => {
    const { document, report } = canonicalise(text, source, lexicon);
    reports.set(source.id, report);
    warnings.push(...report.warnings.map((warning) => `${source.file}: ${warning}`));
    const worth = worthOf(kinds, source);
    return { ...document, ...(worth && { worth }) };
  });
  return { documents, reports, warnings, faults };
}
