import type { Encoder } from './encoder.ts';
import type { RemoteEmbeddings } from './remote-encoder.ts';

/** Which model turns text into vectors; part of the configuration. */
export interface EncoderChoice {
  /** Folder of the local model. */
  embeddingModelDir: string;
  /** In place of the local model. */
  remoteEmbeddings?: RemoteEmbeddings;
}

/**
 * The one place where server and ingest choose their encoder, so that they choose the same.
 * @param threads of the local model for one text; two when not given
 * @throws IndexUnusableError when the local model is damaged; ModelUnavailableError when the remote one does not answer
 */
export async function createEncoder({ embeddingModelDir, remoteEmbeddings }: EncoderChoice, threads?: number): Promise<Encoder> {
  if (remoteEmbeddings) {
    const { RemoteEncoder } = await import('./remote-encoder.ts');
    return RemoteEncoder.connect(remoteEmbeddings);
  }
  // The runtime of the local model is large: whoever does not use it does not load it.
  const { OnnxEncoder } = await import('./encoder.ts');
  return OnnxEncoder.load(embeddingModelDir, threads);
}

/** Identity of the chosen model as the index manifest has it, without loading it; undefined when its folder cannot be read. */
export async function chosenModelSha256({ embeddingModelDir, remoteEmbeddings }: EncoderChoice): Promise<string | undefined> {
  if (remoteEmbeddings) {
    const { remoteModelSha256 } = await import('./remote-encoder.ts');
    return remoteModelSha256(remoteEmbeddings);
  }
  const { readListedSha256 } = await import('./model-files.ts');
  return readListedSha256(embeddingModelDir);
}
