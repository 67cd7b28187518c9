import { Embeddings, type EmbeddingsParams } from '@langchain/core/embeddings';
import type { Encoder } from './encoder.ts';

/**
 * Our encoder as LangChain embeddings, for vector stores and chains of others: one unit-length vector
 * a text, questions and documents each with the prefix the model was trained with. Only what imports
 * this file loads LangChain; the server does not.
 */
export class LocalEmbeddings extends Embeddings {
  readonly #encoder: Encoder;

  constructor(encoder: Encoder, params: EmbeddingsParams = {}) {
    super(params);
    this.#encoder = encoder;
  }

  /** As `query: …`. */
  async embedQuery(text: string): Promise<number[]> {
    return Array.from((await this.#encoder.encodeQuery(text)).vector);
  }

  /** As `passage: …`, one by one: a batch of unlike lengths costs more in padding than it saves. */
  async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (const text of texts) vectors.push(Array.from((await this.#encoder.encodePassage([text])).vector));
    return vectors;
  }
}
