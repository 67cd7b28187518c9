import { AppError, ModelUnavailableError } from '../errors.ts';
import type { EncodedText, Encoder } from '../model/encoder.ts';

/** An encoder whose every fault is one that answers can do without: words alone take over, whatever the model could not stand. */
export class GuardedEncoder implements Encoder {
  readonly #encoder: Encoder;
  readonly #onFault: (error: unknown) => void;

  constructor(encoder: Encoder, onFault: (error: unknown) => void) {
    this.#encoder = encoder;
    this.#onFault = onFault;
  }

  get dimensions(): number {
    return this.#encoder.dimensions;
  }

  get modelSha256(): string {
    return this.#encoder.modelSha256;
  }

  /** @throws ModelUnavailableError; the signal's reason when it is aborted */
  async encodeQuery(text: string, signal?: AbortSignal): Promise<EncodedText> {
    try {
      return await this.#encoder.encodeQuery(text, signal);
    } catch (error) {
      if (error instanceof AppError || signal?.aborted) throw error;
      this.#onFault(error);
      throw new ModelUnavailableError('Het taalmodel kan deze tekst niet lezen.');
    }
  }

  encodePassage(parts: readonly string[], context?: string): Promise<EncodedText> {
    return this.#encoder.encodePassage(parts, context);
  }
}
