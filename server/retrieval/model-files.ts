import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { IndexUnusableError } from '../errors.ts';

/** Name of the weights inside a model folder; `SHA256SUMS` beside `onnx/` lists the checksums. */
const WEIGHTS = 'onnx/model_quantized.onnx';

export interface ModelFiles {
  weights: Buffer;
  /** sha256 (hex) of the weights: the model's identity in the index manifest. */
  sha256: string;
}

/**
 * Reads a model's weights and checks them against the folder's `SHA256SUMS`.
 * @throws IndexUnusableError when a file is missing or damaged.
 */
export async function readModelFiles(modelDir: string): Promise<ModelFiles> {
  const [weights, sums] = await Promise.all([
    readFile(join(modelDir, WEIGHTS)),
    readFile(join(modelDir, 'SHA256SUMS'), 'utf8'),
  ]).catch(() => {
    throw new IndexUnusableError(
      `Het model in "${basename(modelDir)}" is niet compleet. Zet de map met model en SHA256SUMS terug.`,
    );
  });
  const sha256 = createHash('sha256').update(weights).digest('hex');
  const expected = sums.split('\n').find((line) => line.trim().endsWith(WEIGHTS))?.trim().split(/\s+/)[0];
  if (expected !== sha256) {
    throw new IndexUnusableError(
      `Het model in "${basename(modelDir)}" is beschadigd: de controlesom klopt niet. Zet het bestand ${WEIGHTS} terug.`,
    );
  }
  return { weights, sha256 };
}

/** The tokenizer both models share (SentencePiece unigram, XLM-R special tokens). */
export async function readTokenizer(modelDir: string): Promise<Tokenizer> {
  const [tokenizer, config] = await Promise.all(
    ['tokenizer.json', 'tokenizer_config.json'].map(
      async (name) => JSON.parse(await readFile(join(modelDir, name), 'utf8')) as object,
    ),
  );
  return new Tokenizer(tokenizer!, config!);
}
