import type { CanonicalDocument } from '../server/corpus/document.ts';
import { canonicalise } from './canonical/canonicalise.ts';
import { loadDictionary } from './canonical/dictionary.ts';
import { createLexicon } from './canonical/lexicon.ts';
import type { CanonicalReport, SourceText } from './canonical/source-text.ts';
import { loadSources, readSource } from './sources.ts';

export interface Corpus {
  documents: CanonicalDocument[];
  /** What was done to each document, by id. */
  reports: Map<string, CanonicalReport>;
  /** Dutch, each naming the file. */
  warnings: string[];
}

/**
 * Reads `sources.yaml` and the files of a corpus directory and makes their canonical text.
 * @throws DocumentError for a wrong `sources.yaml`, a missing or changed file, or a file that cannot be read
 */
export async function loadCorpus(corpusDir: string): Promise<Corpus> {
  const sources = await loadSources(corpusDir);
  const texts: SourceText[] = [];
  for (const source of sources) {
    const bytes = await readSource(corpusDir, source);
    texts.push({ pages: bytes.toString('utf8').split('\f') });
  }
  const lexicon = createLexicon(texts.flatMap((text) => text.pages), await loadDictionary());
  const reports = new Map<string, CanonicalReport>();
  const warnings: string[] = [];
  const documents = sources.map((source, at) => {
    const { document, report } = canonicalise(texts[at] ?? { pages: [''] }, source, lexicon);
    reports.set(source.id, report);
    warnings.push(...report.warnings.map((warning) => `${source.file}: ${warning}`));
    return document;
  });
  return { documents, reports, warnings };
}
