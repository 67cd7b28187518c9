import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalise } from '../../ingest/canonical/canonicalise.ts';
import { loadDictionary } from '../../ingest/canonical/dictionary.ts';
import { createLexicon } from '../../ingest/canonical/lexicon.ts';
import type { CanonicalDocument } from '../../server/corpus/document.ts';

/** Every id of a distractor starts like this. */
export const DISTRACTOR = 'historisch-';

/**
 * Laws and rules of about 2014: near the topic and no longer in force. Each says so on its third line, with a year in which
 * it did not hold any more; they are marked with that year, as whoever adds such a document would mark it.
 */
export async function loadDistractors(folder: string): Promise<CanonicalDocument[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  const texts = await Promise.all(files.map(async (file) => ({ file, bytes: await readFile(join(folder, file)) })));
  const lexicon = createLexicon(
    texts.map(({ bytes }) => bytes.toString('utf8')),
    await loadDictionary(),
  );
  return texts.map(({ file, bytes }) => {
    const text = bytes.toString('utf8');
    const title = /^Titel: (.+)$/m.exec(text)?.[1] ?? file;
    const state = /stand uiterlijk (\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? '2015';
    const supersededOn = /niet de geldende tekst in (\d{4})/.exec(text)?.[1];
    const address = /^Bron: (\S+)$/m.exec(text)?.[1];
    return canonicalise(
      { pages: [text] },
      {
        id: DISTRACTOR + file.replace(/\.txt$/, ''),
        title,
        shortTitle: 'de oude regeling',
        publisher: 'Overheid',
        published: state,
        ...(supersededOn !== undefined && { supersededOn }),
        kind: 'wet',
        status: 'overig',
        authority: 9,
        file,
        ...(address !== undefined && { address }),
        licence: 'Vrij van auteursrecht (artikel 11 Auteurswet)',
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
      lexicon,
    ).document;
  });
}
