import { cp, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Comparisons } from '../corpus/comparison.ts';
import type { CanonicalDocument, Passage } from '../corpus/document.ts';
import { CompoundSplitter } from '../text/compounds.ts';
import { encodeArrays } from './array-file.ts';
import { countWords, wordsOf } from './count-words.ts';
import { HnswIndex } from './hnsw-index.ts';
import { FORMAT_VERSION, INDEX_FILES, MANIFEST, type Manifest } from './index-manifest.ts';
import { point } from './index-pointer.ts';
import type { IndexTables } from './index-tables.ts';
import { jsonRecord } from './json-records.ts';
import { buildPostings, type LexicalDocument } from './lexical-postings.ts';
import { encodeTokens, type PassageTokens } from './passage-tokens.ts';
import { QueryAnalyser } from './query-analyser.ts';
import type { MissingData, StatementsData } from './asked-data.ts';
import type { QuestionIndexData } from './question-index.ts';
import { writeRecords } from './record-file.ts';
import { TokenCounts } from './token-rarity.ts';
import { fileSha256 } from './verified-file.ts';

export interface IndexContent {
  documents: readonly CanonicalDocument[];
  passages: readonly Passage[];
  /** Mean vectors, `passages × dimensions`, unit length. */
  vectors: Float32Array;
  /** Of each passage in turn, asked for once; absent for a model without token vectors (a remote embeddings address). */
  tokens?: Iterable<PassageTokens>;
  /** From `vocabularyForIndex`. */
  glossary: string;
  /** Folder with the rule files, copied along so that documents and rules change together. */
  rulesDir?: string;
  /** Questions of `corpus/questions`; absent without the learned measure. */
  questions?: QuestionIndexData;
  /** Of `corpus/statements` and `corpus/missing.yaml`; absent for a corpus without. */
  statements?: StatementsData;
  missing?: MissingData;
  /** Of `corpus/comparisons.yaml`. */
  comparisons?: Comparisons | undefined;
  model: Manifest['model'];
  corpusSha256: string;
  settings: Manifest['settings'];
  /** How many versions stay, this one included; two by default. */
  keep?: number;
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
  const previous = await point(indexDir, version);
  await removeOld(indexDir, [version, ...(previous ? [previous.version] : []), ...(await newest(indexDir, content.keep ?? 2))]);
  return version;
}

async function writeFiles(dir: string, content: IndexContent): Promise<void> {
  const { documents, passages, vectors, model } = content;
  const write = (name: string, data: string | Uint8Array) => writeFile(join(dir, name), data);
  await writeWords(write, content);
  const places = new Map(documents.map(({ id }, place) => [id, place]));
  const tokens = await writeTokens(join(dir, INDEX_FILES.tokens), content.tokens);
  const tables: IndexTables = {
    documentStarts: await writeRecords(join(dir, INDEX_FILES.documents), mapped(documents, jsonRecord)),
    passageStarts: await writeRecords(join(dir, INDEX_FILES.passages), mapped(passages, jsonRecord)),
    tokenStarts: tokens.starts,
    tokenIdf: tokens.idf,
    documents: Uint32Array.from(passages, ({ documentId }) => places.get(documentId)!),
    firstSentences: Uint32Array.from(passages, ({ sentences: [first] }) => first),
    lastSentences: Uint32Array.from(passages, ({ sentences: [, last] }) => last),
  };
  await write(INDEX_FILES.tables, encodeArrays(tables));
  await write(INDEX_FILES.contents, JSON.stringify(documents.map(({ id, supersededOn }) => ({ id, supersededOn }))));
  await write(INDEX_FILES.glossary, content.glossary);
  await write(INDEX_FILES.vectors, Buffer.from(vectors.buffer, vectors.byteOffset, vectors.byteLength));
  await HnswIndex.build(vectors, model.dimensions).then(
    (graph) => graph.save(join(dir, INDEX_FILES.graph)),
    () => undefined, // No addon on this machine: readers use the exact index.
  );
  if (content.questions) {
    const { vectors: places, scales, ...rest } = content.questions;
    await write(INDEX_FILES.questions, JSON.stringify(rest));
    await write(INDEX_FILES.questionVectors, encodeArrays({ vectors: places, scales }));
  }
  await writeAsked(write, content);
  if (content.comparisons) await write(INDEX_FILES.comparisons, JSON.stringify(content.comparisons));
  if (content.rulesDir) await copyRules(content.rulesDir, join(dir, 'rules'));
  const manifest: Manifest = {
    formatVersion: FORMAT_VERSION,
    createdAt: new Date().toISOString(),
    model,
    corpusSha256: content.corpusSha256,
    settings: content.settings,
    counts: { documents: documents.length, passages: passages.length, tokens: tokens.count, questions: content.questions?.answers.length ?? 0 },
    files: await hashFiles(dir),
  };
  await writeFile(join(dir, MANIFEST), JSON.stringify(manifest, null, 2));
  // On the disk before the pointer is: after a power cut too there is the old index or the new.
  for (const name of [...Object.keys(manifest.files), MANIFEST]) await sync(join(dir, name));
}

/** What questions are matched with by words: postings, and the words and stems of the collection. */
async function writeWords(write: (name: string, data: string | Uint8Array) => Promise<void>, { documents, passages }: IndexContent): Promise<void> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const known = wordsOf(documents);
  const splitter = new CompoundSplitter(known);
  const lexicalDocument = ({ documentId, start, end, headings }: Passage): LexicalDocument => {
    const { text, shortTitle, subject = '' } = byId.get(documentId)!;
    return { text: text.slice(start, end), headings: headings.join(' '), document: `${shortTitle} ${subject}` };
  };
  const { terms, postings } = buildPostings(mapped(passages, lexicalDocument), new QueryAnalyser(splitter));
  await write(INDEX_FILES.terms, JSON.stringify(terms));
  await write(INDEX_FILES.postings, encodeArrays(postings));
  await write(INDEX_FILES.wordCounts, JSON.stringify(countWords(byId, passages, known, splitter)));
}

/** Things that can be asked for; the numbers of their forms stand apart. */
async function writeAsked(write: (name: string, data: string | Uint8Array) => Promise<void>, { statements, missing }: IndexContent): Promise<void> {
  for (const [data, name, vectorsName] of [[statements, INDEX_FILES.statements, INDEX_FILES.statementVectors], [missing, INDEX_FILES.missing, INDEX_FILES.missingVectors]] as const) {
    if (!data) continue;
    const { vectors, scales, ...forms } = data.forms;
    await write(name, JSON.stringify({ ...data, forms }));
    await write(vectorsName, encodeArrays({ vectors, scales }));
  }
}

async function writeTokens(path: string, tokens: Iterable<PassageTokens> | undefined): Promise<{ starts: Float64Array; idf: Float32Array; count: number }> {
  if (!tokens) return { starts: new Float64Array(), idf: new Float32Array(), count: 0 };
  const counts = new TokenCounts();
  let count = 0;
  const starts = await writeRecords(
    path,
    mapped(tokens, (one) => {
      counts.add(one.ids);
      count += one.ids.length;
      return encodeTokens(one);
    }),
  );
  return { starts, idf: counts.idf(), count };
}

function* mapped<T, U>(items: Iterable<T>, of: (item: T) => U): Generator<U> {
  for (const item of items) yield of(item);
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

/** sha256 of every file below a folder except the manifest, by path. */
export async function hashFiles(dir: string): Promise<Record<string, string>> {
  const names = (await readdir(dir, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort();
  const hashes: Record<string, string> = {};
  for (const name of names) {
    const path = join(dir, name);
    if (name === MANIFEST || !(await stat(path)).isFile()) continue;
    hashes[name] = await fileSha256(path);
  }
  return hashes;
}

/** A build that has lain so long belongs to a process that died; its number may be another's by now. */
const ABANDONED_MS = 24 * 3_600_000;

/** Keeps the version in use and the one before it, which a server may just be reading. Clears up after writers that were killed. */
async function removeOld(indexDir: string, kept: readonly string[]): Promise<void> {
  for (const name of await readdir(indexDir)) {
    const writer = /^\.(?:bouw|CURRENT)-(\d+)/.exec(name)?.[1];
    const isOld = /^v\d+-/.test(name) && !kept.includes(name);
    if (isOld || (writer !== undefined && (await isAbandoned(join(indexDir, name), Number(writer))))) await rm(join(indexDir, name), { recursive: true, force: true });
  }
}

/** Those that are kept to go back to. */
async function newest(indexDir: string, keep: number): Promise<string[]> {
  if (keep <= 2) return [];
  const names = (await readdir(indexDir)).filter((name) => /^v\d+-/.test(name));
  const timed = await Promise.all(names.map(async (name) => ({ name, time: (await stat(join(indexDir, name))).mtimeMs })));
  return timed.sort((a, b) => b.time - a.time).slice(0, keep).map(({ name }) => name);
}

async function isAbandoned(path: string, pid: number): Promise<boolean> {
  // In a container every writer has the same number: what is its own and still there was left by one before it.
  if (pid === process.pid || !isRunning(pid)) return true;
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
  return Date.now() - mtimeMs > ABANDONED_MS;
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
