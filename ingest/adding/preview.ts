import type { CanonicalDocument, SourceMetadata } from '../../server/corpus/document.ts';
import { loadDictionary } from '../canonical/dictionary.ts';
import { lostWords } from '../canonical/lost-words.ts';
import type { CanonicalReport } from '../canonical/source-text.ts';
import type { FoundIn } from '../commands/propose-metadata.ts';
import { loadCorpus } from '../load-corpus.ts';
import { makePassages } from '../passages.ts';
import type { Candidate } from './candidate.ts';
import { changedStatements, type ChangedStatement } from './changed-statements.ts';
import { readPages } from './read-pages.ts';
import { checkSuperseding, looksLikeNewVersionOf, type Supersedes } from './supersede.ts';
import { languageWarning, unknownWords } from './unknown-words.ts';

/** What would become of a document, before anything is written. */
export interface Preview {
  name: string;
  metadata: Candidate['metadata'];
  found: FoundIn;
  /** What keeps it from being added. */
  fault?: string;
  report: CanonicalReport;
  sentences: number;
  passages: number;
  tables: number;
  /** Words of the source that the text and the list of what was left out both lack. */
  lost: string[];
  unknown: string[];
  supersedes?: { id: string; on: string; changed: ChangedStatement[] | undefined };
  /** Document that this may be a newer version of, where nobody said so. */
  resembles?: string;
  /** Text as read and as readers see it, side by side. */
  pages: { read: string; text: string }[];
}

/** Reads the corpus as it would be with the candidates, and writes nothing. */
export async function previewAll(corpusDir: string, candidates: readonly Candidate[], sources: readonly SourceMetadata[], supersedes?: Supersedes): Promise<Preview[]> {
  const dictionary = await loadDictionary();
  // Names of their own: a taken id is a fault to be told, not a reason to mix up two texts.
  const extra = candidates.map(({ metadata, text }, at) => ({ source: { ...(metadata as SourceMetadata), id: `nieuw-${at}` }, text }));
  const { documents, reports } = await loadCorpus(corpusDir, { skipFaulty: true, extra });
  return candidates.map((candidate, at): Preview => {
    const { name, metadata, found, text: source, fault } = candidate;
    const document = documents.find(({ id }) => id === `nieuw-${at}`)!;
    const report = reports.get(`nieuw-${at}`)!;
    const unknown = unknownWords(document.text, dictionary);
    const foreign = languageWarning(unknown);
    const faults = fault === undefined ? [] : [fault];
    let replaced: Preview['supersedes'];
    if (supersedes) {
      try {
        const { old, on } = checkSuperseding(supersedes, metadata, sources);
        const before = documents.filter(({ id }) => !id.startsWith('nieuw-'));
        replaced = { id: old.id, on, changed: changedStatements(corpusDir, before, old.id, document) };
      } catch (error) {
        faults.push((error as Error).message);
      }
    }
    const resembles = supersedes ? undefined : looksLikeNewVersionOf(metadata, sources)?.id;
    return {
      name,
      metadata,
      found,
      ...(faults.length > 0 && { fault: faults.join('\n') }),
      report: { ...report, warnings: [...report.warnings, ...(foreign === undefined ? [] : [foreign])] },
      sentences: document.sentences.length,
      passages: makePassages(document).length,
      tables: document.blocks.filter(({ kind }) => kind === 'table').length,
      lost: lostWords(readPages(source).join('\n'), document.text, report),
      unknown: unknown.words.map(({ word }) => word),
      ...(replaced && { supersedes: replaced }),
      ...(resembles !== undefined && { resembles }),
      pages: pagesSideBySide(readPages(source), document),
    };
  });
}

function pagesSideBySide(read: readonly string[], { text, pageStarts }: CanonicalDocument): Preview['pages'] {
  return pageStarts.map((start, at) => {
    const own = text.slice(start, pageStarts[at + 1] ?? text.length);
    return { read: read[at] ?? '', text: own.trim() };
  });
}

