import { quantise } from './token-index.ts';
import { componentsOf, kernelWeight, type QuestionMeasure } from '../model/question-measure.ts';
import { PlacedTexts } from './placed-texts.ts';
import { documentOf } from './sentence-key.ts';
import type { Verdict } from '../corpus/statement.ts';

/**
 * Questions of `corpus/questions` as the index holds them: a new question is compared with them, and the sentences that
 * answer the nearest ones get votes (kernel-weighted nearest neighbours). Next to late interaction this is a second way
 * to a sentence, by how people ask for it instead of by how it is worded, as document expansion by questions is
 * (doc2query, Nogueira et al. 2019, arXiv 1904.08375). Questions that some documents do not answer speak against an answer
 * from those documents, and say nothing of any other: what is added later is judged by what it says.
 */
export interface QuestionIndexData {
  /** Keys (`document/sentence`) of all sentences that a question points to. */
  sentences: string[];
  /** Per question the sentences that answer it, as places in `sentences`; none where documents are silent on it. */
  answers: number[][];
  /** Per question the ids of documents that do not answer it; of other documents it says nothing. None where a sentence answers. */
  silent: string[][];
  /** Per question what it is answered with; null where it asks for something else, or nobody said. */
  verdicts: (Verdict | null)[];
  /** Per question a hash of its text, and which measure it was placed in: what did not change need not be encoded again. */
  keys: string[];
  measureId: string;
  /** Per question who wrote it, as a place in `hands`. */
  hands: string[];
  handOf: number[];
  /** Places in the learned measure, `questions × components`, unit rows as int8 with a scale each. */
  vectors: Int8Array;
  scales: Float32Array;
  /** What counts against all of them together (in the same weights): a question far from all gives few votes. */
  background: number;
}

/** Shares of the votes; all together at most 1. */
export interface Votes {
  /** By `document/sentence`, 0…1; a sentence without votes is absent. A question that several sentences answer votes for each. */
  sentences: ReadonlyMap<string, number>;
  /** Documents that questions point to; of others the votes say nothing. */
  documents: ReadonlySet<string>;
  /** Of all answered questions together, 0…1: how near the question is to any that the sources answer. */
  answered: number;
  /** By document, 0…1: how near it is to questions that this document does not answer; absent is 0. */
  silent: ReadonlyMap<string, number>;
  /** Cosine with the nearest question, −1…1. */
  nearest: number;
  /** Questions that were decided, each with the cosine. */
  decided: readonly DecidedQuestion[];
}

/** A known question that was answered with ja, nee or hangt-af. */
export interface DecidedQuestion {
  verdict: Verdict;
  /** Cosine with the question that is asked, −1…1. */
  cosine: number;
  /** Keys of the sentences that decided it. */
  sentences: readonly string[];
}

/** Fewer than this share is no vote but noise. */
const SMALLEST_VOTE = 0.001;
/** Only a tenth of the questions has less around it, of other hands, than the background. */
const FAR_AWAY = 0.1;
const BACKGROUND_SAMPLE = 500;

export class QuestionIndex {
  readonly #data: QuestionIndexData;
  readonly #measure: QuestionMeasure;
  readonly #placed: PlacedTexts;
  readonly #documents: ReadonlySet<string>;

  constructor(data: QuestionIndexData, measure: QuestionMeasure) {
    this.#data = data;
    this.#measure = measure;
    this.#placed = new PlacedTexts(data, measure);
    this.#documents = new Set(data.answers.flatMap((places) => places.map((place) => documentOf(data.sentences[place]!))));
  }

  get size(): number {
    return this.#data.answers.length;
  }

  /** @param vector unit vector of the question, as the encoder gives it */
  votes(vector: Float32Array): Votes {
    const { answers, background, sentences: keys } = this.#data;
    const cosines = this.#placed.cosines(vector);
    const bySentence = new Float64Array(keys.length);
    let total = background;
    let nearest = -1;
    let answered = 0;
    const silent = new Map<string, number>();
    const decided = this.#data.verdicts.flatMap((verdict, i) => (verdict === null ? [] : [{ verdict, cosine: cosines[i]!, sentences: answers[i]!.map((place) => keys[place]!) }]));
    answers.forEach((places, i) => {
      const cosine = cosines[i]!;
      const weight = kernelWeight(cosine, this.#measure.sharpness);
      total += weight;
      for (const document of this.#data.silent[i]!) silent.set(document, (silent.get(document) ?? 0) + weight);
      if (places.length === 0) return;
      nearest = Math.max(nearest, cosine);
      answered += weight;
      for (const sentence of places) bySentence[sentence]! += weight;
    });
    for (const [document, weight] of silent) silent.set(document, weight / total);
    const sentences = new Map<string, number>();
    bySentence.forEach((weight, i) => {
      if (weight / total >= SMALLEST_VOTE) sentences.set(keys[i]!, weight / total);
    });
    return { sentences, documents: this.#documents, answered: total > 0 ? answered / total : 0, silent, nearest, decided };
  }
}

/** A question with what it points to, and its place in the measure. */
export interface PlacedQuestion {
  key: string;
  /** Keys of sentences that answer; or else documents that do not. */
  sentences: readonly string[];
  silent: readonly string[];
  verdict?: Verdict | undefined;
  hand: string;
  /** Unit vector, `components`. */
  place: Float32Array;
}

/** Puts placed questions together as the index keeps them. */
export function questionIndexData(questions: readonly PlacedQuestion[], measure: QuestionMeasure, measureId: string): QuestionIndexData {
  const sentences = [...new Set(questions.flatMap(({ sentences: keys }) => keys))].sort();
  const placeOf = new Map(sentences.map((key, i) => [key, i]));
  const hands = [...new Set(questions.map(({ hand }) => hand))].sort();
  const components = componentsOf(measure);
  const vectors = new Float32Array(questions.length * components);
  questions.forEach(({ place }, i) => vectors.set(place, i * components));
  return {
    sentences,
    answers: questions.map(({ sentences: keys }) => keys.map((key) => placeOf.get(key)!)),
    silent: questions.map(({ silent }) => [...silent]),
    verdicts: questions.map(({ verdict = null }) => verdict),
    keys: questions.map(({ key }) => key),
    measureId,
    hands,
    handOf: questions.map(({ hand }) => hands.indexOf(hand)),
    ...quantise(vectors, components),
    background: backgroundOf(questions, measure),
  };
}

/** What the questions weigh together, seen from a sample of them without their own hand's. */
function backgroundOf(questions: readonly PlacedQuestion[], { sharpness }: QuestionMeasure): number {
  const step = Math.max(1, Math.ceil(questions.length / BACKGROUND_SAMPLE));
  const totals = questions
    .filter(({ sentences }, i) => i % step === 0 && sentences.length > 0)
    .map(({ place, hand }) => questions.reduce((sum, other) => sum + (other.hand === hand ? 0 : kernelWeight(cosine(place, other.place), sharpness)), 0));
  return totals.sort((a, b) => a - b)[Math.floor(totals.length * FAR_AWAY)] ?? 0;
}

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/** The questions as if nobody had asked about a document: links to its sentences go, and what it does not answer is not known. */
export function withoutDocument(data: QuestionIndexData, documentId: string): QuestionIndexData {
  const unknown = { ...data, silent: data.silent.map((ids) => ids.filter((id) => id !== documentId)) };
  return kept(unknown, (sentence) => documentOf(data.sentences[sentence]!) !== documentId, () => true);
}

/** The questions without those of one hand: what a hand teaches is no proof for its own questions. */
export function withoutHand(data: QuestionIndexData, hand: string): QuestionIndexData {
  return kept(data, () => true, (question) => data.hands[data.handOf[question]!] !== hand);
}

function kept(data: QuestionIndexData, keepsSentence: (sentence: number) => boolean, keepsQuestion: (question: number) => boolean): QuestionIndexData {
  const components = data.answers.length === 0 ? 0 : data.vectors.length / data.answers.length;
  const links = data.answers.map((places, question) => (keepsQuestion(question) ? places.filter(keepsSentence) : []));
  const left = [...links.keys()].filter((question) => links[question]!.length > 0 || (keepsQuestion(question) && data.silent[question]!.length > 0));
  const vectors = new Int8Array(left.length * components);
  left.forEach((question, i) => vectors.set(data.vectors.subarray(question * components, (question + 1) * components), i * components));
  return {
    ...data,
    answers: left.map((question) => links[question]!),
    silent: left.map((question) => data.silent[question]!),
    verdicts: left.map((question) => data.verdicts[question]!),
    keys: left.map((question) => data.keys[question]!),
    handOf: left.map((question) => data.handOf[question]!),
    vectors,
    scales: Float32Array.from(left, (question) => data.scales[question]!),
  };
}
