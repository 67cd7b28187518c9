import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Comparisons } from '../corpus/comparison.ts';
import type { CanonicalDocument, Passage } from '../corpus/document.ts';
import { IndexUnusableError } from '../errors.ts';
import { CompoundSplitter } from '../text/compounds.ts';
import { decodeArrays } from './array-file.ts';
import type { MissingData, StatementsData } from './asked-data.ts';
import type { FormsData } from './form-index.ts';
import { FileIndex, type ListedDocument } from './file-index.ts';
import { HnswIndex } from './hnsw-index.ts';
import { FORMAT_VERSION, INDEX_FILES, MANIFEST, Manifest } from './index-manifest.ts';
import { readPointer, sha256Of, type VersionPointer } from './index-pointer.ts';
import type { IndexTables } from './index-tables.ts';
import { JsonRecords } from './json-records.ts';
import { LexicalIndex } from './lexical-index.ts';
import type { LexicalPostings } from './lexical-postings.ts';
import type { QuestionIndexData } from './question-index.ts';
import { RecordFile } from './record-file.ts';
import { StoredDocuments } from './stored-documents.ts';
import { ExactIndex } from './vector-index.ts';
import { fileSha256, readHashed } from './verified-file.ts';
import type { WordCounts } from './word-counts.ts';

const REBUILD = 'Bouw de index opnieuw met "npm run ingest".';

/** The index as the programs of this project open it. */
export type SearchIndex = FileIndex;

/** The manifest alone: cheap enough to look whether a build is needed. Undefined when it is not the one that was written. */
export async function readManifest(indexDir: string): Promise<Manifest | undefined> {
  const pointer = await readPointer(indexDir);
  return pointer && manifestIn(indexDir, pointer.current);
}

/** What an index has to fit. */
export interface Fits {
  /** The model that will encode questions; another one is refused. */
  modelSha256?: string | undefined;
  dimensions?: number | undefined;
}

/**
 * Opens the version in use and checks everything that is loaded. Close it when no request reads it any more.
 * @throws IndexUnusableError with a sentence that says what to do
 */
export async function readIndex(indexDir: string, modelSha256?: string): Promise<SearchIndex> {
  const pointer = await readPointer(indexDir);
  if (!pointer) throw new IndexUnusableError(`Er is nog geen index. ${REBUILD}`);
  return readVersion(indexDir, pointer.current, { modelSha256 });
}

/**
 * Opens one version: the manifest must have the sha256 that the pointer says, every file that of the manifest, there is no other
 * file, and the numbers fit each other.
 * @throws IndexUnusableError
 */
export async function readVersion(indexDir: string, pointer: VersionPointer, { modelSha256, dimensions }: Fits = {}): Promise<SearchIndex> {
  const { version } = pointer;
  const dir = join(indexDir, version);
  const manifest = await manifestIn(indexDir, pointer);
  if (!manifest) throw new IndexUnusableError(`De index heeft geen leesbaar manifest. ${REBUILD}`);
  const { formatVersion, model } = manifest;
  if (formatVersion !== FORMAT_VERSION) {
    throw new IndexUnusableError(
      `De index heeft indeling ${formatVersion}, dit programma leest indeling ${FORMAT_VERSION}. ${REBUILD}`,
    );
  }
  if (modelSha256 !== undefined && model.sha256 !== modelSha256) {
    throw new IndexUnusableError(`De index is gemaakt met een ander taalmodel dan het ingestelde. ${REBUILD}`);
  }
  if (dimensions !== undefined && model.dimensions !== dimensions) throw numbersDiffer();
  const files = new VerifiedFiles(dir, manifest.files);
  const graph = files.has(INDEX_FILES.graph)
    ? files.checked(INDEX_FILES.graph).then((path) => HnswIndex.load(path, model.dimensions).catch(() => undefined))
    : undefined;
  const words = Promise.all([files.json<string[]>(INDEX_FILES.terms), files.read(INDEX_FILES.postings)]).then(
    ([terms, postings]) => new LexicalIndex(terms, decodeArrays<LexicalPostings>(postings)),
  );
  // All at once, so that one is read while another is hashed; every file is checked, also those that are read later or never.
  const [tables, listed, documents, passages, wordCounts, glossary, lexical, loaded] = await Promise.all([
    files.read(INDEX_FILES.tables).then((data) => decodeArrays<IndexTables>(data)),
    files.json<ListedDocument[]>(INDEX_FILES.contents),
    files.read(INDEX_FILES.documents),
    files.read(INDEX_FILES.passages),
    files.json<WordCounts>(INDEX_FILES.wordCounts),
    files.read(INDEX_FILES.glossary).then(String),
    words,
    graph,
    files.checked(INDEX_FILES.vectors),
    model.lateInteraction && files.checked(INDEX_FILES.tokens),
    files.checkOthers(),
  ]);
  const passageRecords = new JsonRecords<Passage>(passages, tables.passageStarts);
  const questions = files.has(INDEX_FILES.questions)
    ? { ...(await files.json<Omit<QuestionIndexData, 'vectors' | 'scales'>>(INDEX_FILES.questions)), ...decodeArrays<Pick<QuestionIndexData, 'vectors' | 'scales'>>(await files.read(INDEX_FILES.questionVectors)) }
    : undefined;
  const [statements, missing] = await Promise.all([
    asked<StatementsData>(files, INDEX_FILES.statements, INDEX_FILES.statementVectors),
    asked<MissingData>(files, INDEX_FILES.missing, INDEX_FILES.missingVectors),
  ]);
  checkNumbers(manifest, { listed: listed.length, passages: passageRecords.length, tables, vectorBytes: (await stat(join(dir, INDEX_FILES.vectors))).size, questions });
  return new FileIndex({
    version,
    manifest,
    listed,
    documents: new StoredDocuments(
      listed.map(({ id }) => id),
      new JsonRecords<CanonicalDocument>(documents, tables.documentStarts),
    ),
    passages: passageRecords,
    tables,
    words: lexical,
    wordCounts,
    splitter: new CompoundSplitter(wordCounts.words),
    vectors: loaded ?? new ExactIndex(floats(await files.read(INDEX_FILES.vectors)), model.dimensions),
    vectorKind: loaded ? 'hnsw' : 'exact',
    vectorFile: join(dir, INDEX_FILES.vectors),
    tokens: model.lateInteraction ? await RecordFile.open(join(dir, INDEX_FILES.tokens), tables.tokenStarts) : undefined,
    questions,
    statements,
    missing,
    comparisons: files.has(INDEX_FILES.comparisons) ? await files.json<Comparisons>(INDEX_FILES.comparisons) : undefined,
    glossary,
    rulesDir: join(dir, 'rules'),
  });
}

/** Things that can be asked for, put together again with the numbers of their forms. */
async function asked<T extends { forms: FormsData }>(files: VerifiedFiles, name: string, vectorsName: string): Promise<T | undefined> {
  if (!files.has(name)) return undefined;
  const data = await files.json<T>(name);
  Object.assign(data.forms, decodeArrays<Pick<FormsData, 'vectors' | 'scales'>>(await files.read(vectorsName)));
  return data;
}

async function manifestIn(indexDir: string, { version, manifestSha256 }: VersionPointer): Promise<Manifest | undefined> {
  const json = await readFile(join(indexDir, version, MANIFEST)).catch(() => undefined);
  return json && sha256Of(json) === manifestSha256 ? Manifest.safeParse(parseJson(json.toString())).data : undefined;
}

interface Loaded {
  listed: number;
  passages: number;
  tables: IndexTables;
  vectorBytes: number;
  questions: QuestionIndexData | undefined;
}

/** A manifest and files that are as they were written can still not fit: a writer's mistake, or someone's hand. @throws IndexUnusableError */
function checkNumbers({ counts, model }: Manifest, { listed, passages, tables, vectorBytes, questions }: Loaded): void {
  const fits =
    counts.documents === listed &&
    tables.documentStarts.length === listed + 1 &&
    counts.passages === passages &&
    [tables.documents, tables.firstSentences, tables.lastSentences].every(({ length }) => length === passages) &&
    tables.documents.every((place) => place < listed) &&
    vectorBytes === passages * model.dimensions * Float32Array.BYTES_PER_ELEMENT &&
    tables.tokenStarts.length === (model.lateInteraction ? passages + 1 : 0) &&
    counts.questions === (questions?.answers.length ?? 0);
  if (!fits) throw numbersDiffer();
}

const numbersDiffer = () => new IndexUnusableError(`De getallen in het manifest van de index passen niet bij de bestanden of bij het model. ${REBUILD}`);

/** Files of one version, each compared with the sha256 that the manifest has of it. */
class VerifiedFiles {
  readonly #dir: string;
  readonly #expected: Readonly<Record<string, string>>;

  constructor(dir: string, expected: Readonly<Record<string, string>>) {
    this.#dir = dir;
    this.#expected = expected;
  }

  has(name: string): boolean {
    return name in this.#expected;
  }

  async read(name: string): Promise<Buffer> {
    const found = await readHashed(this.#pathOf(name)).catch(() => undefined);
    if (found?.sha256 !== this.#expected[name]) throw damaged(name);
    return found!.data;
  }

  async json<T>(name: string): Promise<T> {
    return JSON.parse((await this.read(name)).toString()) as T;
  }

  /** Checks a file without keeping it. @returns its path */
  async checked(name: string): Promise<string> {
    const path = this.#pathOf(name);
    if ((await fileSha256(path).catch(() => undefined)) !== this.#expected[name]) throw damaged(name);
    return path;
  }

  /** Checks what is none of the index's own files: the rules; and that nothing was added, which would be taken for a rule. */
  async checkOthers(): Promise<void> {
    for (const entry of await readdir(this.#dir, { recursive: true, withFileTypes: true })) {
      const name = relative(this.#dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
      if (!entry.isDirectory() && name !== MANIFEST && !this.has(name)) throw new IndexUnusableError(`Het bestand "${name}" hoort niet bij de index. ${REBUILD}`);
    }
    const own: readonly string[] = Object.values(INDEX_FILES);
    await Promise.all(Object.keys(this.#expected).filter((name) => !own.includes(name)).map((name) => this.checked(name)));
  }

  #pathOf(name: string): string {
    if (!this.has(name)) throw new IndexUnusableError(`Het indexbestand "${name}" ontbreekt. ${REBUILD}`);
    return join(this.#dir, ...name.split('/'));
  }
}

const damaged = (name: string) => new IndexUnusableError(`Het indexbestand "${name}" ontbreekt of is beschadigd. ${REBUILD}`);

/** @param data starts at a multiple of four, as everything that `readHashed` gives */
function floats({ buffer, byteOffset, byteLength }: Buffer): Float32Array {
  return new Float32Array(buffer as ArrayBuffer, byteOffset, byteLength / Float32Array.BYTES_PER_ELEMENT);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
