import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { SearchResult } from '../contract.ts';
import type { Encoder } from '../model/encoder.ts';
import { parseGlossary } from '../corpus/glossary.ts';
import { readIndex } from './index-reader.ts';
import { HybridRetriever } from './retriever.ts';
import { Searcher } from './searcher.ts';

/** Where a passage stands, with its offsets in the canonical text (UTF-16 code units, half-open). */
export type PassageMetadata = Omit<SearchResult, 'passageId' | 'text'>;

export interface PassageRetrieverInput extends BaseRetrieverInput {
  searcher: Pick<Searcher, 'search'>;
  /** Passages per question, 1–50; default 4. */
  limit?: number;
}

/**
 * Our search as a LangChain retriever: hybrid, with late interaction and glossary, overlaps folded.
 * `pageContent` is the passage word for word, so that whoever quotes it can be checked.
 */
export class PassageRetriever extends BaseRetriever<PassageMetadata> {
  static override lc_name(): string {
    return 'PassageRetriever';
  }

  readonly lc_namespace = ['bekostigingswijzer', 'retrieval'];
  readonly #searcher: Pick<Searcher, 'search'>;
  readonly #limit: number;

  constructor({ searcher, limit = 4, ...input }: PassageRetrieverInput) {
    super(input);
    this.#searcher = searcher;
    this.#limit = limit;
  }

  /**
   * Opens the index that the server uses.
   * @throws IndexUnusableError when there is none or it was built with another model
   */
  static async open(indexDir: string, encoder: Encoder, options: Omit<PassageRetrieverInput, 'searcher'> = {}): Promise<PassageRetriever> {
    const index = await readIndex(indexDir, encoder.modelSha256);
    const searcher = new Searcher(new HybridRetriever(index, encoder), parseGlossary(index.glossary));
    return new PassageRetriever({ ...options, searcher });
  }

  override async _getRelevantDocuments(query: string): Promise<Document<PassageMetadata>[]> {
    const results = await this.#searcher.search(query, this.#limit);
    return results.map(({ passageId, text, ...metadata }) => new Document({ id: passageId, pageContent: text, metadata }));
  }
}
