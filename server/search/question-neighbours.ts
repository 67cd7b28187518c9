import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CanonicalDocument } from '../corpus/document.ts';
import { dotProducts, type DotProducts } from './dot-products.ts';
import { bytesFrom, dot, floatsFrom, toBase64, unit } from '../model/floats.ts';
import { quantise } from './token-index.ts';

/**
 * Questions whose answers are known, as vectors: a new question is compared with them, and the sentences that answered the
 * nearest ones get votes (kernel-weighted nearest neighbours). The measure of nearness was learned so that questions
 * with the same answer lie together: neighbourhood components analysis (Goldberger et al., NIPS 2004). Next to
 * late interaction this is a second way to a sentence, by how people ask for it instead of by how it is worded, as
 * document expansion by questions is (doc2query, Nogueira et al. 2019, arXiv 1904.08375).
 * Vectors and hashes of sentences only.
 */
export interface QuestionNeighbours {
  /** Embedding model whose vectors it was learned on; with another model it is left out. */
  modelSha256: string;
  /** A question at cosine c has weight exp(sharpness · c). */
  sharpness: number;
  /** What counts against all of them together (in the same weights): a question far from all that was learned gives few votes. */
  background: number;
  /** Mean of the learned questions; taken off first, since all vectors of the model lie close together. */
  mean: Float32Array;
  /** `k × dimensions`, row by row: what turns a centred question into the `k` numbers of the learned measure. */
  transform: Float32Array;
  /** Learned questions in that measure, `questions × k`, unit rows as int8 with a scale each. */
  vectors: Int8Array;
  scales: Float32Array;
  /** `sentenceId` of the sentences that answer, and per question which of them do; none where the sources do not answer. */
  sentences: string[];
  answers: number[][];
}

/** Shares of the votes; all together at most 1. */
export interface Votes {
  /** By `document/sentence`, 0…1; a sentence without votes is absent. A question that several sentences answer votes for each. */
  sentences: ReadonlyMap<string, number>;
  /** Documents about which questions were learned; of others the votes say nothing. */
  documents: ReadonlySet<string>;
  /** Of learned questions that the sources do not answer, 0…1. */
  unanswered: number;
  /** Of learned questions that they do. */
  answered: number;
}

export const sentenceKey = (documentId: string, sentence: number): string => `${documentId}/${sentence}`;

/** Fewer than this share is no vote but noise. */
const SMALLEST_VOTE = 0.001;
const ID_LENGTH = 12;
const FILE = new URL('./question-neighbours.json', import.meta.url);

/** Recognises a sentence by its letters and digits, in whatever document and at whatever place it stands. */
export function sentenceId(text: string): string {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return createHash('sha256').update(plain).digest('hex').slice(0, ID_LENGTH);
}

/** The question as one vector: its token vectors, weighted. @param weights of the tokens, adding up to 1 */
export function questionVector(vectors: Float32Array, weights: Float32Array): Float32Array {
  const dimensions = vectors.length / weights.length;
  const sum = new Float32Array(dimensions);
  weights.forEach((weight, token) => {
    for (let i = 0; i < dimensions; i += 1) sum[i]! += weight * vectors[token * dimensions + i]!;
  });
  return unit(sum);
}

/** A question's vector in the learned measure, of unit length. */
export function transformed(vector: Float32Array, { mean, transform }: Pick<QuestionNeighbours, 'mean' | 'transform'>): Float32Array {
  const centred = unit(vector.map((value, i) => value - mean[i]!));
  return unit(Float32Array.from({ length: transform.length / mean.length }, (_, row) => dot(centred, transform.subarray(row * mean.length, (row + 1) * mean.length))));
}

/** The learned questions with the sentences of the present documents that answered them. */
export class NeighbourVotes {
  readonly #learned: QuestionNeighbours;
  /** Keys of the present sentences that a learned one is found in. */
  readonly #keys: readonly (readonly string[])[];
  readonly #documents = new Set<string>();
  readonly #products: DotProducts;

  constructor(learned: QuestionNeighbours, documents: Iterable<CanonicalDocument>) {
    this.#learned = learned;
    this.#products = dotProducts(learned.vectors, learned.transform.length / learned.mean.length);
    const places = new Map<string, string[]>(learned.sentences.map((id) => [id, []]));
    for (const { id, text, sentences } of documents) {
      sentences.forEach(({ start, end }, i) => {
        const found = places.get(sentenceId(text.slice(start, end)));
        if (!found) return;
        found.push(sentenceKey(id, i));
        this.#documents.add(id);
      });
    }
    this.#keys = learned.sentences.map((id) => places.get(id)!);
  }

  /** @param vectors token vectors of the question and @param weights theirs, as for `questionVector` */
  votes(vectors: Float32Array, weights: Float32Array): Votes {
    const { answers, background, sharpness, scales } = this.#learned;
    const point = transformed(questionVector(vectors, weights), this.#learned);
    const { vectors: rounded, scales: [scale] } = quantise(point, point.length);
    const products = this.#products.of(rounded, 0, answers.length);
    const shares = Float64Array.from(scales, (own, i) => kernelWeight(products[i]! * scale! * own, sharpness));
    const total = shares.reduce((a, b) => a + b, background);
    const bySentence = new Float64Array(this.#keys.length);
    let unanswered = 0;
    answers.forEach((those, i) => {
      const share = shares[i]! / total;
      if (those.length === 0) unanswered += share;
      for (const sentence of those) bySentence[sentence]! += share;
    });
    const sentences = new Map<string, number>();
    bySentence.forEach((vote, i) => {
      if (vote >= SMALLEST_VOTE) for (const key of this.#keys[i]!) sentences.set(key, (sentences.get(key) ?? 0) + vote);
    });
    return { sentences, documents: this.#documents, unanswered, answered: (total - background) / total - unanswered };
  }
}

/** exp(sharpness · (cosine − 1)): 1 for the same question, less the further away. */
export function kernelWeight(cosine: number, sharpness: number): number {
  return Math.exp(sharpness * (cosine - 1));
}

let own: QuestionNeighbours | undefined;

/** The project's own, when they were learned on this model. */
export function ownQuestionNeighbours(modelSha256: string): QuestionNeighbours | undefined {
  own ??= decodeNeighbours(readFileSync(FILE, 'utf8'));
  return own.modelSha256 === modelSha256 ? own : undefined;
}

/** @param questions in the learned measure; @param answers ids of the sentences that answer each */
export function questionNeighbours(
  learned: Pick<QuestionNeighbours, 'modelSha256' | 'sharpness' | 'background' | 'mean' | 'transform'>,
  questions: readonly { vector: Float32Array; answers: readonly string[] }[],
): QuestionNeighbours {
  const sentences = [...new Set(questions.flatMap(({ answers }) => answers))].sort();
  const place = new Map(sentences.map((id, i) => [id, i]));
  const k = learned.transform.length / learned.mean.length;
  const vectors = new Float32Array(questions.length * k);
  questions.forEach(({ vector }, i) => vectors.set(vector, i * k));
  return { ...learned, ...quantise(vectors, k), sentences, answers: questions.map(({ answers }) => answers.map((id) => place.get(id)!)) };
}

/** As JSON; numbers little-endian in base64. */
export function encodeNeighbours({ mean, transform, vectors, scales, ...rest }: QuestionNeighbours): string {
  return `${JSON.stringify({ ...rest, mean: toBase64(mean), transform: toBase64(transform), scales: toBase64(scales), vectors: toBase64(vectors) })}\n`;
}

export function decodeNeighbours(json: string): QuestionNeighbours {
  const { mean, transform, vectors, scales, ...rest } = JSON.parse(json) as Record<'mean' | 'transform' | 'vectors' | 'scales', string> &
    Pick<QuestionNeighbours, 'modelSha256' | 'sharpness' | 'background' | 'sentences' | 'answers'>;
  return { ...rest, mean: floatsFrom(mean), transform: floatsFrom(transform), scales: floatsFrom(scales), vectors: new Int8Array(bytesFrom(vectors)) };
}
