import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { canonicalise } from '../../ingest/canonical/canonicalise.ts';
import { loadDictionary } from '../../ingest/canonical/dictionary.ts';
import { createLexicon } from '../../ingest/canonical/lexicon.ts';
import { readMarkdown } from '../../ingest/readers/markdown.ts';
import { readText } from '../../ingest/readers/text.ts';
import { loadKinds, parseSources, SOURCES_FILE } from '../../ingest/sources.ts';
import type { CanonicalDocument, SourceMetadata } from '../../server/corpus/document.ts';
import { CaseFileError } from '../load/load-cases.ts';

const CORPUS_DIR = resolve(import.meta.dirname, '..', '..', 'corpus');

/** Ids of files that the folder's own list does not name start like this, so that they are no source's. */
const PREFIX = 'oud-';
/** Taken to be no longer in force since then. */
const SUPERSEDED = '2015-01-01';

/**
 * Texts near the topic that are no longer in force: every `.txt` and `.md` of a folder. A `sources.yaml` beside them says
 * what they are, as `corpus/sources.yaml` does; a file that it leaves out gets its title from its first lines and ceased
 * to hold in 2015.
 * @throws CaseFileError when the folder has no such file; DocumentError when its list is wrong
 */
export async function readDistractors(folder: string): Promise<CanonicalDocument[]> {
  const names = await readdir(folder).catch(() => {
    throw new CaseFileError([`de map ${folder} is niet te lezen. Geef met --distractors een map met .txt- of .md-bestanden.`]);
  });
  const files = names.filter((name) => /\.(?:txt|md)$/.test(name)).sort();
  if (files.length === 0) throw new CaseFileError([`de map ${folder} bevat geen .txt- of .md-bestanden. Geef met --distractors een andere map.`]);
  const listed = names.includes(SOURCES_FILE) ? parseSources(await readFile(join(folder, SOURCES_FILE), 'utf8'), await loadKinds(CORPUS_DIR)) : [];
  const read = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(folder, file));
      const source = extname(file) === '.md' ? readMarkdown(bytes) : readText(bytes);
      return { source, metadata: listed.find((one) => one.file === file) ?? assumed(file, bytes) };
    }),
  );
  const lexicon = createLexicon(read.flatMap(({ source }) => source.pages), await loadDictionary());
  return read.map(({ source, metadata }) => canonicalise(source, metadata, lexicon).document);
}

function assumed(file: string, bytes: Buffer): SourceMetadata {
  const head = bytes.subarray(0, 2000).toString('utf8');
  const name = basename(file, extname(file));
  return {
    id: PREFIX + name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''),
    title: (/^Titel: (.+)$/m.exec(head) ?? /^#+ *(.+)$/m.exec(head))?.[1]?.trim() ?? name,
    shortTitle: 'de oude regeling',
    publisher: 'onbekend',
    published: 'zonder datum',
    supersededOn: SUPERSEDED,
    kind: 'wet',
    status: 'overig',
    authority: 9,
    file,
    licence: 'onbekend',
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
