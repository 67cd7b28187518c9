import { basename } from 'node:path';
import type { CanonicalDocument, SourceMetadata } from '../../server/corpus/document.ts';
import { DocumentError } from '../../server/errors.ts';
import { compareSentences, type SentenceChange } from '../adding/compare-sentences.ts';
import { loadCorpus } from '../load-corpus.ts';
import { readDocument } from '../readers/read-document.ts';
import { loadSources } from '../sources.ts';
import type { Output } from './output.ts';

/** @param old id of a document in the corpus, or a file; so is `next` */
export async function diff(corpusDir: string, old: string, next: string, { json = false }: { json?: boolean }, output: Output): Promise<number> {
  const [before, after] = await readBoth(corpusDir, [old, next]);
  const { changes, same } = compareSentences(before, after);
  if (json) {
    output.line(JSON.stringify({ old, next, same, changes }));
    return 0;
  }
  const count = (kind: SentenceChange['kind']): number => changes.filter((one) => one.kind === kind).length;
  output.line(`${old} → ${next}: ${same} zinnen gelijk, ${count('gewijzigd')} gewijzigd, ${count('weg')} weg, ${count('nieuw')} nieuw, ${count('verplaatst')} verplaatst`);
  for (const change of changes) for (const line of inLines(change)) output.line(line);
  return 0;
}

function inLines(change: SentenceChange): string[] {
  switch (change.kind) {
    case 'weg':
      return [`- p. ${change.old.page}: ${change.old.text}`];
    case 'nieuw':
      return [`+ p. ${change.next.page}: ${change.next.text}`];
    case 'verplaatst':
      return [`> p. ${change.old.page} → p. ${change.next.page}: ${change.next.text}`];
    case 'gewijzigd':
      return [`~ p. ${change.old.page}: ${change.old.text}`, `  p. ${change.next.page}: ${change.next.text}`];
  }
}

/** Both with one lexicon, so that a broken word is joined alike in the two. */
async function readBoth(corpusDir: string, names: readonly [string, string]): Promise<[CanonicalDocument, CanonicalDocument]> {
  const sources = await loadSources(corpusDir);
  const extra = await Promise.all(
    names.flatMap((name, at) => {
      if (sources.some(({ id }) => id === name)) return [];
      if (!/[./\\]/.test(name)) throw new DocumentError(`Er is geen document met id "${name}". Bekend zijn: ${sources.map(({ id }) => id).join(', ') || 'geen'}. Of geef een bestand.`);
      const source: SourceMetadata = { id: `bestand-${at}`, title: name, shortTitle: 'het document', publisher: '', published: '', kind: '', status: '', authority: 1, file: basename(name), licence: '', sha256: '' };
      return [readDocument(name).then((text) => ({ source, text }))];
    }),
  );
  const { documents, faults } = await loadCorpus(corpusDir, { skipFaulty: true, extra });
  const pick = (at: 0 | 1): CanonicalDocument => {
    const found = documents.find(({ id }) => id === names[at]) ?? documents.find(({ id }) => id === `bestand-${at}`);
    if (!found) throw new DocumentError(faults.find(({ source }) => source.id === names[at])?.message ?? `${names[at]} is niet te lezen.`);
    return found;
  };
  return [pick(0), pick(1)];
}
