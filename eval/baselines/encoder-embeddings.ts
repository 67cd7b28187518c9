import { Embeddings } from '@langchain/core/embeddings';
import type { Encoder } from '../../server/retrieval/encoder.ts';

/** The assistant's own encoder as LangChain embeddings: the mean vectors, without heading paths. */
export class EncoderEmbeddings extends Embeddings {
  readonly #encoder: Encoder;

  constructor(encoder: Encoder) {
    super({});
    this.#encoder = encoder;
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (const text of texts) vectors.push([...(await this.#encoder.encodePassage([text])).vector]);
    return vectors;
  }

  async embedQuery(text: string): Promise<number[]> {
    return [...(await this.#encoder.encodeQuery(text)).vector];
  }
}
