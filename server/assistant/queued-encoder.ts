import type { EncodedText, Encoder } from '../model/encoder.ts';
import type { ModelQueue } from './queue.ts';

/** An encoder behind a line: one text at a time, in order of arrival. Only the model is waited for, not the answers made with it. */
export class QueuedEncoder implements Encoder {
  readonly #encoder: Encoder;
  readonly #queue: ModelQueue;

  constructor(encoder: Encoder, queue: ModelQueue) {
    this.#encoder = encoder;
    this.#queue = queue;
  }

  get dimensions(): number {
    return this.#encoder.dimensions;
  }

  get modelSha256(): string {
    return this.#encoder.modelSha256;
  }

  /** @throws QueueFullError at once when the line is full; the signal's reason when it is aborted while waiting */
  encodeQuery(text: string, signal?: AbortSignal): Promise<EncodedText> {
    return this.#queue.run(() => this.#encoder.encodeQuery(text, signal), signal);
  }

  encodePassage(parts: readonly string[], context?: string): Promise<EncodedText> {
    return this.#queue.run(() => this.#encoder.encodePassage(parts, context));
  }
}
