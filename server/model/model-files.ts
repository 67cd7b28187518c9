import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Tokenizer as LibraryTokenizer } from '@huggingface/tokenizers';
import { IndexUnusableError } from '../errors.ts';

/** Name of the weights inside a model folder; `SHA256SUMS` beside `onnx/` lists the checksums. */
const WEIGHTS = 'onnx/model_quantized.onnx';

/**
 * What is used of the library's tokenizer. Its own types import each other without file extensions, which the compiler
 * does not resolve in ES modules: it would take them all for `any`.
 */
export interface Tokenizer {
  encode(text: string, options: { add_special_tokens: boolean }): { ids: number[] };
}

const TokenizerClass = LibraryTokenizer as new (tokenizer: object, config: object) => Tokenizer;

export interface ModelFiles {
  /** Path of the weights; the runtime reads them itself, so that they do not stand in memory twice. */
  weights: string;
  /** sha256 (hex) of the weights: the model's identity in the index manifest. */
  sha256: string;
}

/**
 * Checks a model's weights, tokenizer and settings against the folder's `SHA256SUMS`.
 * @throws IndexUnusableError when a file is missing or damaged.
 */
export async function readModelFiles(modelDir: string): Promise<ModelFiles> {
  const weights = join(modelDir, ...WEIGHTS.split('/'));
  const [sha256, sums] = await Promise.all([fileSha256(weights), readFile(join(modelDir, 'SHA256SUMS'), 'utf8')]).catch(() => {
    throw new IndexUnusableError(
      `Het model in "${basename(modelDir)}" is niet compleet. Zet de map met model en SHA256SUMS terug.`,
    );
  });
  const damaged = listedSha256(sums) === sha256 ? await firstDamaged(modelDir, sums) : WEIGHTS;
  if (damaged !== undefined) {
    throw new IndexUnusableError(
      `Het model in "${basename(modelDir)}" is beschadigd: de controlesom klopt niet. Zet het bestand ${damaged} terug.`,
    );
  }
  return { weights, sha256 };
}

/** A damaged tokenizer gives vectors too, of other words: everything on the list is checked. */
async function firstDamaged(modelDir: string, sums: string): Promise<string | undefined> {
  for (const [, expected, name = ''] of sums.matchAll(/^([0-9a-f]{64})[ *]+(\S+)$/gm)) {
    if (name === WEIGHTS || name.split('/').includes('..')) continue;
    if ((await fileSha256(join(modelDir, ...name.split('/'))).catch(() => undefined)) !== expected) return name;
  }
  return undefined;
}

/** The weights' sha256 as the folder's list has it, unchecked; undefined when there is no list. */
export async function readListedSha256(modelDir: string): Promise<string | undefined> {
  return listedSha256(await readFile(join(modelDir, 'SHA256SUMS'), 'utf8').catch(() => ''));
}

function listedSha256(sums: string): string | undefined {
  return sums.split('\n').find((line) => line.trim().endsWith(WEIGHTS))?.trim().split(/\s+/)[0];
}

async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

const tokenizers = new Map<string, Promise<Tokenizer>>();

/**
 * The tokenizer both models share (SentencePiece unigram, XLM-R special tokens); kept, since reading
 * it takes as long as all the rest of a model folder. @throws IndexUnusableError when it cannot be read
 */
export function readTokenizer(modelDir: string): Promise<Tokenizer> {
  const dir = resolve(modelDir);
  const known = tokenizers.get(dir) ?? loadTokenizer(dir);
  tokenizers.set(dir, known);
  known.catch(() => tokenizers.delete(dir));
  return known;
}

async function loadTokenizer(dir: string): Promise<Tokenizer> {
  try {
    const [tokenizer, config] = await Promise.all(
      ['tokenizer.json', 'tokenizer_config.json'].map(async (name) => JSON.parse(await readFile(join(dir, name), 'utf8')) as object),
    );
    return new TokenizerClass(tokenizer!, config!);
  } catch {
    throw new IndexUnusableError(
      `De woordsplitser in "${basename(dir)}" ontbreekt of is beschadigd. Zet tokenizer.json en tokenizer_config.json terug.`,
    );
  }
}

/** Length of the vectors, from the model's own `config.json`. @throws IndexUnusableError when it does not say */
export async function readDimensions(modelDir: string): Promise<number> {
  const text = await readFile(join(modelDir, 'config.json'), 'utf8').catch(() => '');
  const size = Number(/"hidden_size"\s*:\s*(\d+)/.exec(text)?.[1]);
  if (size > 0) return size;
  throw new IndexUnusableError(`Het bestand config.json in "${basename(modelDir)}" ontbreekt of noemt geen hidden_size. Zet het terug.`);
}
