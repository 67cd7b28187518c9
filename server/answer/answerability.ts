import type { SentenceCandidate } from './evidence.ts';
import type { QuestionCoverage } from './coverage.ts';
import type { QuestionProfile } from './question.ts';
import type { Retrieval } from '../retrieval/retriever.ts';
import { kindMatch } from './answer-kinds.ts';
import { ANSWERABILITY, type LinearModel } from './weights.ts';

/** What speaks for and against an answer standing in the sources. */
export interface AnswerabilityFeatures {
  /** Best and second best logit of the answer model over the passages; absent without the model. */
  bestAnswer?: number;
  secondAnswer?: number;
  /** Best logit over single sentences. */
  sentenceAnswer?: number;
  /** Best late interaction of a sentence with its neighbours, and of a passage. */
  lateSentence: number;
  latePassage: number;
  /** Best cosine and best BM25 score per question word. */
  dense: number;
  lexical: number;
  /** Share of the question's words met by the quotes, by the best passages, by the collection. */
  coverageCited: number;
  coveragePassages: number;
  known: number;
  /** Weight of the words that nothing meets, counted in words. */
  unknownWords: number;
  /** −1 when a kind of answer is asked for that the quotes do not hold. */
  kind: number;
  asksMoney: number;
  asksQuantity: number;
  asksContact: number;
  asksPerson: number;
  words: number;
}

export function answerabilityFeatures(
  retrieval: Retrieval,
  cited: readonly SentenceCandidate[],
  citedText: string,
  coverage: QuestionCoverage,
  profile: QuestionProfile,
  answers: readonly number[],
): AnswerabilityFeatures {
  const top = retrieval.passages.slice(0, 5);
  const asks = (kind: Parameters<typeof profile.asksFor.has>[0]) => Number(profile.asksFor.has(kind));
  const sorted = [...answers].sort((a, b) => b - a);
  const sentenceAnswers = cited.flatMap(({ features }) => features.answer ?? []);
  const wordCount = coverage.groups.length;
  return {
    ...(sorted.length > 0 && { bestAnswer: sorted[0]!, secondAnswer: sorted[1] ?? sorted[0]! }),
    ...(sentenceAnswers.length > 0 && { sentenceAnswer: Math.max(...sentenceAnswers) }),
    lateSentence: Math.max(-1, ...cited.map(({ features }) => features.lateWindow)),
    latePassage: Math.max(-1, ...top.map(({ late }) => late)),
    dense: Math.max(-1, ...top.map(({ dense }) => dense)),
    lexical: Math.max(0, ...top.map(({ lexical }) => lexical)) / Math.max(1, wordCount),
    coverageCited: coverage.of(citedText),
    coveragePassages: Math.max(0, ...top.slice(0, 3).map(({ passage, document }) => coverage.of(`${passage.headings.join(' ')} ${document.text.slice(passage.start, passage.end)}`))),
    known: coverage.known,
    unknownWords: coverage.unknownWords.length,
    kind: kindMatch(profile.asksFor, citedText),
    asksMoney: asks('money'),
    asksQuantity: asks('quantity'),
    asksContact: asks('contact'),
    asksPerson: asks('person'),
    words: Math.log(1 + wordCount),
  };
}

/** Probability (0…1, by the calibration cases) that the sources answer. */
export function answerability(features: AnswerabilityFeatures, model: LinearModel = ANSWERABILITY): number {
  return 1 / (1 + Math.exp(-linear(features as unknown as Record<string, number | undefined>, model)));
}

/** Weighted sum; a feature that is absent counts as its mean over the calibration cases. */
export function linear(features: Readonly<Record<string, number | undefined>>, { bias, terms }: LinearModel): number {
  let sum = bias;
  for (const [name, { weight, mean }] of Object.entries(terms)) sum += weight * ((features[name] ?? mean) - mean);
  return sum;
}
