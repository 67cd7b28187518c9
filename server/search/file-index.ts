import { readFile } from 'node:fs/promises';
import type { Comparisons } from '../corpus/comparison.ts';
import type { CanonicalDocument, Passage } from '../corpus/document.ts';
import { type Force, isSuperseded } from '../corpus/validity.ts';
import type { CompoundSplitter } from '../text/compounds.ts';
import type { Manifest } from './index-manifest.ts';
import type { IndexTables } from './index-tables.ts';
import type { MissingData, StatementsData } from './asked-data.ts';
import type { JsonRecords } from './json-records.ts';
import type { LexicalHit, LexicalIndex } from './lexical-index.ts';
import type { PassageFilter, PassageIndex, SentencePlace, StoredPassage } from './passage-index.ts';
import { decodeTokens, type PassageTokens } from './passage-tokens.ts';
import { QueryAnalyser, type QueryTerm } from './query-analyser.ts';
import type { QuestionIndexData } from './question-index.ts';
import type { RecordFile } from './record-file.ts';
import { SentencePassages } from './sentence-passages.ts';
import type { StoredDocuments } from './stored-documents.ts';
import { TokenRarity } from './token-rarity.ts';
import type { VectorHit, VectorIndex } from './vector-index.ts';
import type { WordCounts } from './word-counts.ts';

/** A document as the index lists it, without its text. */
export interface ListedDocument extends Pick<Force, 'supersededOn'> {
  id: string;
}

export interface FileIndexParts {
  version: string;
  manifest: Manifest;
  listed: readonly ListedDocument[];
  documents: StoredDocuments;
  passages: JsonRecords<Passage>;
  tables: IndexTables;
  words: LexicalIndex;
  wordCounts: WordCounts;
  splitter: CompoundSplitter;
  vectors: VectorIndex;
  vectorKind: 'hnsw' | 'exact';
  vectorFile: string;
  /** Absent without token vectors. */
  tokens: RecordFile | undefined;
  /** Absent without the learned measure. */
  questions: QuestionIndexData | undefined;
  /** Absent for a corpus without. */
  statements: StatementsData | undefined;
  missing: MissingData | undefined;
  comparisons: Comparisons | undefined;
  glossary: string;
  rulesDir: string;
}

/** An index of files: words, graph and tables in memory, token vectors on disk. */
export class FileIndex implements PassageIndex {
  readonly version: string;
  readonly manifest: Manifest;
  readonly analyser: QueryAnalyser;
  readonly documents: ReadonlyMap<string, CanonicalDocument>;
  readonly wordCounts: WordCounts;
  /** Splits compounds by the words of the documents. */
  readonly splitter: CompoundSplitter;
  /** `hnsw` or `exact` (where the addon is missing). */
  readonly vectorKind: 'hnsw' | 'exact';
  readonly questions: QuestionIndexData | undefined;
  readonly statements: StatementsData | undefined;
  readonly missing: MissingData | undefined;
  readonly comparisons: Comparisons | undefined;
  /** Text of the glossary, checked when the index was built. */
  readonly glossary: string;
  /** Folder with this version's rule files. */
  readonly rulesDir: string;
  readonly #parts: FileIndexParts;
  readonly #places: ReadonlyMap<string, number>;
  readonly #sentences: SentencePassages;
  readonly #rarity: TokenRarity;

  constructor(parts: FileIndexParts) {
    ({
      version: this.version,
      manifest: this.manifest,
      documents: this.documents,
      wordCounts: this.wordCounts,
      splitter: this.splitter,
      vectorKind: this.vectorKind,
      questions: this.questions,
      statements: this.statements,
      missing: this.missing,
      comparisons: this.comparisons,
      glossary: this.glossary,
      rulesDir: this.rulesDir,
    } = parts);
    this.#parts = parts;
    this.analyser = new QueryAnalyser(parts.splitter);
    this.#places = new Map(parts.listed.map(({ id }, place) => [id, place]));
    this.#sentences = new SentencePassages(parts.tables, parts.listed.length);
    this.#rarity = new TokenRarity(parts.tables.tokenIdf, parts.manifest.counts.passages);
  }

  lexical(terms: readonly QueryTerm[], limit: number, filter?: PassageFilter): Promise<LexicalHit[]> {
    return Promise.resolve(this.#parts.words.search(terms, limit, this.#takesPart(filter)));
  }

  dense(vector: Float32Array, limit: number, filter?: PassageFilter): Promise<VectorHit[]> {
    return Promise.resolve(this.#parts.vectors.search(vector, limit, this.#takesPart(filter)));
  }

  async tokens<T>(ordinals: readonly number[], make: (tokens: PassageTokens) => T): Promise<T[]> {
    return (await this.#parts.tokens?.read(ordinals, (record) => make(decodeTokens(record)))) ?? [];
  }

  tokenWeights(vocabularyIds: readonly number[]): Promise<Float32Array> {
    return Promise.resolve(this.#rarity.weights(vocabularyIds));
  }

  passages(ordinals: readonly number[]): Promise<StoredPassage[]> {
    const { passages, documents, tables } = this.#parts;
    return Promise.resolve(ordinals.map((ordinal) => ({ passage: passages.at(ordinal), document: documents.at(tables.documents[ordinal]!) })));
  }

  passagesWith(sentences: readonly SentencePlace[], filter?: PassageFilter): Promise<number[][]> {
    const takesPart = this.#takesPart(filter) ?? (() => true);
    const holding = ({ documentId, sentence }: SentencePlace): number[] => {
      const place = this.#places.get(documentId);
      return place === undefined ? [] : this.#sentences.of(place, sentence).filter(takesPart);
    };
    return Promise.resolve(sentences.map(holding));
  }

  /** Mean vectors as written, `passages × dimensions`, from disk: lets a new build keep what did not change. */
  async meanVectors(): Promise<Float32Array> {
    const data = await readFile(this.#parts.vectorFile);
    return new Float32Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
  }

  async close(): Promise<void> {
    await this.#parts.tokens?.close();
  }

  /** Whether a passage takes part, by its document; undefined where all do. */
  #takesPart({ day, documents }: PassageFilter = {}): ((ordinal: number) => boolean) | undefined {
    if (day === undefined && documents === undefined) return undefined;
    const wanted = documents && new Set(documents);
    const taken = this.#parts.listed.map((document) => !(day !== undefined && isSuperseded(document, day)) && (wanted?.has(document.id) ?? true));
    const places = this.#parts.tables.documents;
    return taken.every(Boolean) ? undefined : (ordinal) => taken[places[ordinal]!]!;
  }
}
