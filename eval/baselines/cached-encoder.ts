import type { EncodedText, Encoder } from '../../server/model/encoder.ts';

/** Encodes each query once: several systems are asked the same questions. */
export class CachedEncoder implements Encoder {
  readonly dimensions: number;
  readonly modelSha256: string;
  readonly #encoder: Encoder;
  readonly #queries = new Map<string, Promise<EncodedText>>();

  constructor(encoder: Encoder) {
    this.#encoder = encoder;
    this.dimensions = encoder.dimensions;
    this.modelSha256 = encoder.modelSha256;
  }

  encodeQuery(text: string): Promise<EncodedText> {
    const known = this.#queries.get(text) ?? this.#encoder.encodeQuery(text);
    this.#queries.set(text, known);
    return known;
  }

  encodePassage(parts: readonly string[], context?: string): Promise<EncodedText> {
    return this.#encoder.encodePassage(parts, context);
  }
}
