import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { loadSources, readSource, sha256, SOURCES_FILE, sourcePath } from './sources.ts';
import { LEARNED_MAPS_DIR } from '../server/model/learned-maps.ts';
import type { PassageSettings } from './passages.ts';

/** What an index was made from; equal fingerprints give equal passages, so that nothing needs to be done again. */
export interface Fingerprint {
  /** Over sources.yaml, kinds, documents, vocabulary, rules, questions and statements. */
  corpusSha256: string;
  /** Passage settings, and the sha256 of the code that makes text and index (`code`) and of the learned maps (`maps`). */
  settings: Record<string, string | number>;
}

/** Code that decides what text, passages and index look like and whether its routes come out, below the project's folder. */
const INDEX_CODE = ['ingest/canonical', 'ingest/readers', 'ingest/sandbox', 'ingest/passages.ts', 'ingest/build-index.ts', 'ingest/questions.ts', 'ingest/missing.ts', 'ingest/comparisons.ts', 'ingest/comparison-cells.ts', 'ingest/place-questions.ts', 'ingest/place-forms.ts', 'ingest/place-texts.ts', 'ingest/statements', 'server/text', 'server/corpus', 'server/model', 'server/search', 'server/rules'];

/**
 * Hashes everything a build depends on, without reading a document's content further than its bytes.
 * @throws DocumentError for a wrong sources.yaml, and for missing or changed documents
 */
export async function fingerprint(corpusDir: string, passages: PassageSettings): Promise<Fingerprint> {
  const sources = await loadSources(corpusDir);
  const files = [join(corpusDir, SOURCES_FILE), join(corpusDir, 'vocabulary.yaml'), join(corpusDir, 'kinds.yaml'), join(corpusDir, 'missing.yaml'), join(corpusDir, 'turn-to.yaml'), join(corpusDir, 'comparisons.yaml'), ...(await filesBelow(join(corpusDir, 'routes'))), ...(await filesBelow(join(corpusDir, 'questions'))), ...(await filesBelow(join(corpusDir, 'statements')))];
  const lines = await Promise.all(files.map(async (file) => `${await fileSha256(file)} ${relative(corpusDir, file)}`));
  for (const source of sources) {
    // A fault in a document is told when it is read; here its bytes count as they are.
    const bytes = await readSource(corpusDir, source).catch(() => undefined);
    lines.push(`${bytes ? source.sha256 : 'fault'} ${relative(corpusDir, sourcePath(corpusDir, source))}`);
  }
  return { corpusSha256: sha256(lines.sort().join('\n')), settings: { ...passages, code: await codeSha256(), maps: (await fileSha256(join(LEARNED_MAPS_DIR, 'maps.json'))).slice(0, 16) } };
}

async function codeSha256(): Promise<string> {
  const files = (await Promise.all(INDEX_CODE.map((name) => filesBelow(join(import.meta.dirname, '..', name))))).flat();
  const code = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).sort();
  return sha256((await Promise.all(code.map(fileSha256))).join('\n')).slice(0, 16);
}

/** All files below a folder, or the file itself; none if it is missing. */
async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOTDIR' ? undefined : [],
  );
  if (!entries) return [path];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

const fileSha256 = async (file: string): Promise<string> => {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes ? sha256(bytes) : 'none';
};
