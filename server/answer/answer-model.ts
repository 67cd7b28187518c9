import { InferenceSession } from 'onnxruntime-node';
import { sequenceInputs, sessionOptions } from '../model/encoder.ts';
import { readModelFiles, readTokenizer, type Tokenizer } from '../model/model-files.ts';

/** Judges whether a passage answers a question. */
export interface AnswerModel {
  /** Logit per passage: above 0 rather answered than not; comparable between questions only roughly. */
  score(question: string, passages: readonly string[], signal?: AbortSignal): Promise<number[]>;
}

const BOS = 0;
const EOS = 2;
/** Longest input in the model's training; what is longer is cut at the end of the passage. */
const MAX_TOKENS = 360;

/** The local cross-encoder: question and passage are read together. */
export class OnnxAnswerModel implements AnswerModel {
  readonly #session: InferenceSession;
  readonly #tokenizer: Tokenizer;

  private constructor(session: InferenceSession, tokenizer: Tokenizer) {
    this.#session = session;
    this.#tokenizer = tokenizer;
  }

  /**
   * @param tokenizerDir folder of the embedding model, whose tokenizer this model shares
   * @throws IndexUnusableError when damaged
   */
  static async load(modelDir: string, tokenizerDir: string, threads = 2): Promise<OnnxAnswerModel> {
    const [{ weights }, tokenizer] = await Promise.all([readModelFiles(modelDir), readTokenizer(tokenizerDir)]);
    return new OnnxAnswerModel(await InferenceSession.create(weights, sessionOptions(threads)), tokenizer);
  }

  async score(question: string, passages: readonly string[], signal?: AbortSignal): Promise<number[]> {
    const head = [BOS, ...this.#tokenize(`query: ${question}`), EOS, EOS];
    const scores: number[] = [];
    for (const passage of passages) {
      signal?.throwIfAborted();
      // One at a time: batches of unlike length cost more in padding than they save.
      const output = await this.#session.run(sequenceInputs(this.#input(head, passage)));
      scores.push((output['answered']!.data as Float32Array)[0]!);
    }
    return scores;
  }

  /** Token ids of a pair; exported through the class for the test against the reference ids. */
  inputIds(question: string, passage: string): number[] {
    return this.#input([BOS, ...this.#tokenize(`query: ${question}`), EOS, EOS], passage);
  }

  #input(head: readonly number[], passage: string): number[] {
    const tail = this.#tokenize(`passage: ${passage}`).slice(0, Math.max(1, MAX_TOKENS - 1 - head.length));
    return [...head, ...tail, EOS];
  }

  #tokenize(text: string): number[] {
    return this.#tokenizer.encode(text, { add_special_tokens: false }).ids;
  }
}
