import { InferenceSession, Tensor } from 'onnxruntime-node';
import { readDimensions, readModelFiles, readTokenizer, type Tokenizer } from './model-files.ts';
import { cutMiddle, MOST_QUERY_TOKENS } from './query-tokens.ts';

/** Token vectors of one text, each of unit length: `count × dimensions` in one array; none from a model that gives no token vectors. */
export interface TokenVectors {
  /** Vocabulary ids of the tokens kept (prefix and special tokens left out). */
  ids: number[];
  vectors: Float32Array;
}

export interface EncodedText extends TokenVectors {
  /** Unit-length mean vector. */
  vector: Float32Array;
  /** Per part `[first, last)` into the tokens: the sentences of a passage, the words (by white space) of a query. */
  parts: [first: number, last: number][];
}

/** Turns text into vectors; token vectors carry the context of the whole text. */
export interface Encoder {
  readonly dimensions: number;
  /** Identity of the model: an index is only usable with the model it was built with. */
  readonly modelSha256: string;
  /** @param signal aborted when nobody waits any more: what has not begun is not begun */
  encodeQuery(text: string, signal?: AbortSignal): Promise<EncodedText>;
  /** `context` (document, headings) stands before the parts (sentences); its tokens are kept but belong to no part. */
  encodePassage(parts: readonly string[], context?: string): Promise<EncodedText>;
}

type Cut = (ids: number[], parts: [number, number][]) => { ids: number[]; parts: [number, number][] };

const BOS = 0;
const EOS = 2;
/** The model's positions; longer texts are cut at the end. */
const MAX_TOKENS = 512;

/**
 * The local ONNX encoder. Conventions of E5 (Wang et al., arXiv 2402.05672): `query: ` and
 * `passage: ` prefixes, mean of the last hidden state, unit length, compared by dot product.
 */
export class OnnxEncoder implements Encoder {
  readonly dimensions: number;
  readonly modelSha256: string;
  readonly #session: InferenceSession;
  readonly #tokenizer: Tokenizer;

  private constructor(session: InferenceSession, tokenizer: Tokenizer, dimensions: number, modelSha256: string) {
    this.dimensions = dimensions;
    this.#session = session;
    this.#tokenizer = tokenizer;
    this.modelSha256 = modelSha256;
  }

  /** Loads model and tokenizer from disk. @throws IndexUnusableError when damaged. */
  static async load(modelDir: string, threads = 2): Promise<OnnxEncoder> {
    const [{ weights, sha256 }, tokenizer, dimensions] = await Promise.all([
      readModelFiles(modelDir),
      readTokenizer(modelDir),
      readDimensions(modelDir),
    ]);
    const session = await InferenceSession.create(weights, sessionOptions(threads));
    return new OnnxEncoder(session, tokenizer, dimensions, sha256);
  }

  async encodeQuery(text: string): Promise<EncodedText> {
    return this.#encode('query:', '', text.trim().split(/\s+/), (ids, parts) => cutMiddle(ids, parts, MOST_QUERY_TOKENS));
  }

  async encodePassage(parts: readonly string[], context = ''): Promise<EncodedText> {
    return this.#encode('passage:', context, parts);
  }

  /** Token ids of a text without special tokens. */
  tokenize(text: string): number[] {
    return this.#tokenizer.encode(text, { add_special_tokens: false }).ids;
  }

  async #encode(prefix: string, context: string, parts: readonly string[], cut: Cut = (ids, ranges) => ({ ids, parts: ranges })): Promise<EncodedText> {
    // SentencePiece never joins over white space, so parts can be tokenized apart: that is how
    // a sentence's tokens are found back inside the passage.
    const head = [BOS, ...this.tokenize(prefix)];
    const all = context ? this.tokenize(context) : [];
    const ranges: [number, number][] = [];
    for (const part of parts) {
      const first = all.length;
      // no spread: one endless word has more tokens than a call may have arguments
      for (const id of this.tokenize(part)) all.push(id);
      ranges.push([first, all.length]);
    }
    const kept = cut(all, ranges);
    const keep = Math.min(kept.ids.length, MAX_TOKENS - 1 - head.length);
    const ids = [...head, ...kept.ids.slice(0, keep), EOS];
    const last = head.length + keep;
    const hidden = await runEncoder(this.#session, ids);
    return {
      vector: unitMean(hidden, this.dimensions),
      ids: ids.slice(head.length, last),
      vectors: unitRows(hidden.subarray(head.length * this.dimensions, last * this.dimensions), this.dimensions),
      parts: kept.parts.map(([a, b]) => [Math.min(a, keep), Math.min(b, keep)]),
    };
  }
}

/** One small machine serves many people: sequential execution, no arena that keeps the largest batch for ever. */
export function sessionOptions(threads: number): InferenceSession.SessionOptions {
  return {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    enableCpuMemArena: false,
    // Waiting threads sleep instead of spinning: other work shares the cores.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
    logSeverityLevel: 3,
  };
}

/** Input tensors for one sequence, without padding (padding costs time). */
export function sequenceInputs(ids: readonly number[]): { input_ids: Tensor; attention_mask: Tensor } {
  return {
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), [1, ids.length]),
  };
}

async function runEncoder(session: InferenceSession, ids: readonly number[]): Promise<Float32Array> {
  const output = await session.run(sequenceInputs(ids));
  return output['last_hidden_state']!.data as Float32Array;
}

function unitMean(rows: Float32Array, dimensions: number): Float32Array {
  const mean = new Float32Array(dimensions);
  for (let i = 0; i < rows.length; i += 1) mean[i % dimensions]! += rows[i]!;
  return unitRows(mean, dimensions);
}

/** Divides each row by its length. */
function unitRows(rows: Float32Array, dimensions: number): Float32Array {
  const out = new Float32Array(rows.length);
  for (let row = 0; row < rows.length; row += dimensions) {
    let sum = 0;
    for (let i = row; i < row + dimensions; i += 1) sum += rows[i]! * rows[i]!;
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
    for (let i = row; i < row + dimensions; i += 1) out[i] = rows[i]! * scale;
  }
  return out;
}
