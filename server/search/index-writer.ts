import { createHash } from 'node:crypto';
import { cp, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CanonicalDocument, Passage } from '../corpus/document.ts';
import { HnswIndex } from './hnsw-index.ts';
import { CURRENT, FORMAT_VERSION, INDEX_FILES, MANIFEST, type Manifest } from './index-manifest.ts';
import { LexicalIndex } from './lexical-index.ts';
import { splitterFor } from './lexical-build.ts';
import type { TokenIndexData } from './token-index.ts';

export interface IndexContent {
  documents: readonly CanonicalDocument[];
  passages: readonly Passage[];
  /** Mean vectors, `passages × dimensions`, unit length. */
  vectors: Float32Array;
  /** Absent for a model without token vectors (a remote embeddings address). */
  tokens?: TokenIndexData;
  /** From `vocabularyForIndex`. */
  glossary: string;
  /** Folder with the rule files, copied along so that documents and rules change together. */
  rulesDir?: string;
  model: Manifest['model'];
  corpusSha256: string;
  settings: Manifest['settings'];
}

/**
 * Writes a new version beside the old one and puts it to use by one rename of the pointer file:
 * whoever reads, and whenever the writer is killed, there is the old index or the new, never a mixture.
 * @returns name of the version
 */
export async function writeIndex(indexDir: string, content: IndexContent): Promise<string> {
  await mkdir(indexDir, { recursive: true });
  const version = `v${FORMAT_VERSION}-${content.corpusSha256.slice(0, 12)}-${Date.now().toString(36)}`;
  const building = join(indexDir, `.bouw-${process.pid}-${version}`);
  await mkdir(building);
  try {
    await writeFiles(building, content);
    await rename(building, join(indexDir, version));
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    throw error;
  }
  await point(indexDir, version);
  await removeOld(indexDir, version);
  return version;
}

async function writeFiles(dir: string, content: IndexContent): Promise<void> {
  const { documents, passages, vectors, tokens, model } = content;
  const byId = new Map(documents.map((document) => [document.id, document]));
  const splitter = splitterFor(documents);
  const lexical = LexicalIndex.build(
    passages.map((passage, id) => {
      const { text, shortTitle, subject = '' } = byId.get(passage.documentId)!;
      return {
        id,
        text: text.slice(passage.start, passage.end),
        headings: passage.headings.join(' '),
        document: `${shortTitle} ${subject}`,
      };
    }),
    splitter,
  );
  await writeFile(join(dir, INDEX_FILES.documents), JSON.stringify(documents));
  await writeFile(
    join(dir, INDEX_FILES.passages),
    JSON.stringify({
      passages,
      passageStarts: tokens?.passageStarts ?? [],
      sentenceRanges: tokens?.sentenceRanges ?? [],
    }),
  );
  await writeFile(join(dir, INDEX_FILES.lexical), lexical.toJSON());
  await writeFile(join(dir, INDEX_FILES.glossary), content.glossary);
  await writeFile(join(dir, INDEX_FILES.vectors), bytes(vectors));
  if (tokens) {
    await writeFile(join(dir, INDEX_FILES.tokens), bytes(tokens.vectors));
    await writeFile(join(dir, INDEX_FILES.tokenScales), bytes(tokens.scales));
    await writeFile(join(dir, INDEX_FILES.tokenIds), bytes(tokens.ids));
  }
  await HnswIndex.build(vectors, model.dimensions).then(
    (graph) => graph.save(join(dir, INDEX_FILES.graph)),
    () => undefined, // No addon on this machine: readers use the exact index.
  );
  if (content.rulesDir) await copyRules(content.rulesDir, join(dir, 'rules'));
  const manifest: Manifest = {
    formatVersion: FORMAT_VERSION,
    createdAt: new Date().toISOString(),
    model,
    corpusSha256: content.corpusSha256,
    settings: content.settings,
    counts: { documents: documents.length, passages: passages.length, tokens: tokens?.ids.length ?? 0 },
    files: await hashFiles(dir),
  };
  await writeFile(join(dir, MANIFEST), JSON.stringify(manifest, null, 2));
  // On the disk before the pointer is: after a power cut too there is the old index or the new.
  for (const name of [...Object.keys(manifest.files), MANIFEST]) await sync(join(dir, name));
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
}

/** YAML files as JSON under the same names: what is loaded at every start is parsed once, here. */
async function copyRules(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
  for (const name of await readdir(to, { recursive: true })) {
    if (!name.endsWith('.yaml')) continue;
    const path = join(to, name);
    await writeFile(path, JSON.stringify(parse(await readFile(path, 'utf8'))));
  }
}

const bytes = (array: Float32Array | Int8Array | Int32Array) =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** sha256 of every file below a folder except the manifest, by path. */
export async function hashFiles(dir: string): Promise<Record<string, string>> {
  const names = (await readdir(dir, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort();
  const hashes: Record<string, string> = {};
  for (const name of names) {
    const path = join(dir, name);
    if (name === MANIFEST || !(await stat(path)).isFile()) continue;
    hashes[name] = createHash('sha256').update(await readFile(path)).digest('hex');
  }
  return hashes;
}

async function point(indexDir: string, version: string): Promise<void> {
  const next = join(indexDir, `.${CURRENT}-${process.pid}`);
  const file = await open(next, 'w');
  try {
    await file.writeFile(`${version}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, join(indexDir, CURRENT));
}

/** Keeps the newest two versions: a server may just be reading the last one. Clears up after writers that were killed. */
async function removeOld(indexDir: string, current: string): Promise<void> {
  const entries = (await readdir(indexDir)).filter((name) => name !== current);
  const versions = await Promise.all(
    entries.filter((name) => /^v\d+-/.test(name)).map(async (name) => ({ name, time: (await stat(join(indexDir, name))).mtimeMs })),
  );
  const old = versions.sort((a, b) => b.time - a.time).slice(1).map(({ name }) => name);
  const rubbish = entries.filter((name) => !isRunning(Number(/^\.(?:bouw|CURRENT)-(\d+)/.exec(name)?.[1] ?? process.pid)));
  for (const name of [...old, ...rubbish]) await rm(join(indexDir, name), { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process may not be asked, but it runs.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
