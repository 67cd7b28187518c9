import type { CanonicalDocument, SourceMetadata } from '../server/corpus/document.ts';
import { DocumentError } from '../server/errors.ts';
import { knownWords } from './canonical/lexicon.ts';
import type { CanonicalReport, SourceText } from './canonical/source-text.ts';
import { readIn } from './readers/read-document.ts';
import { Sandbox, type SandboxLimits } from './sandbox/sandbox.ts';
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
  /** Of the process in which documents are read. */
  limits?: SandboxLimits;
}

/**
 * Reads `sources.yaml` and the files of a corpus directory and makes their canonical text. All documents are read
 * before a fault is thrown, so that one message names them all.
 * @throws DocumentError for a wrong `sources.yaml`, and for files that are missing, changed or cannot be read
 */
export async function loadCorpus(corpusDir: string, { skipFaulty = false, extra = [], onDocument, limits }: LoadOptions = {}): Promise<Corpus> {
  const sources = await loadSources(corpusDir);
  const kinds = await loadKinds(corpusDir);
  const sandbox = new Sandbox(limits);
  const faults: Corpus['faults'] = [];
  /** What a document gives; or undefined with a fault that names it. */
  const orFault = async <T>(source: SourceMetadata, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      faults.push({ source, message: error.message });
      return undefined;
    }
  };
  try {
    const read: { source: SourceMetadata; text: SourceText }[] = [];
    for (const [at, source] of sources.entries()) {
      const text = await orFault(source, async () => readIn(sandbox, sourcePath(corpusDir, source), await readSource(corpusDir, source)));
      if (text) read.push({ source, text });
      onDocument?.(at + 1, sources.length, source.file);
    }
    read.push(...extra);
    sandbox.know(knownWords(read.flatMap(({ text }) => text.pages)));
    const corpus: Corpus = { documents: [], reports: new Map(), warnings: [], faults };
    for (const { source, text } of read) {
      const made = await orFault(source, () => sandbox.run('canonicalise', { file: source.file, source: text, meta: source }));
      if (!made) continue;
      const { document, report } = made;
      corpus.reports.set(source.id, report);
      corpus.warnings.push(...report.warnings.map((warning) => `${source.file}: ${warning}`));
      const worth = worthOf(kinds, source);
      corpus.documents.push({ ...document, ...(worth && { worth }) });
    }
    if (faults.length > 0 && !skipFaulty) throw new DocumentError(faults.map((fault) => fault.message).join('\n'));
    return corpus;
  } finally {
    sandbox.close();
  }
}
