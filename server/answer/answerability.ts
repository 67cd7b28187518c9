import type { SentenceCandidate } from './evidence.ts';
import type { QuestionCoverage } from './coverage.ts';
import type { AnswerKind, QuestionProfile } from './question.ts';
import type { Evidence } from './select-citations.ts';
import { sectionAt } from '../corpus/citation.ts';
import type { Retrieval, ScoredPassage } from '../retrieval/retriever.ts';
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
  lateSentence?: number;
  latePassage?: number;
  /** Best cosine and best BM25 score per question word. */
  dense?: number;
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

export interface AnswerabilityInput {
  retrieval: Retrieval;
  candidates: readonly SentenceCandidate[];
  evidence: readonly Evidence[];
  coverage: QuestionCoverage;
  profile: QuestionProfile;
  /** Logits of the passages that the answer model read. */
  answers: readonly number[];
}

export function answerabilityFeatures({ retrieval, candidates, evidence, coverage, profile, answers }: AnswerabilityInput): AnswerabilityFeatures {
  const top = retrieval.passages.slice(0, 5);
  const asks = (kind: AnswerKind) => Number(profile.asksFor.has(kind));
  const sorted = [...answers].sort((a, b) => b - a);
  const cited = candidates.filter(({ document, sentence }) =>
    evidence.some((run) => run.document === document && sentence >= run.first && sentence < run.last),
  );
  const citedText = evidence
    .map(({ document, start, end }) => `${document.subject ?? ''} ${sectionAt(document, start)} ${document.text.slice(start, end)}`)
    .join(' ');
  const passageText = ({ passage, document }: ScoredPassage) =>
    `${document.subject ?? ''} ${passage.headings.join(' ')} ${document.text.slice(passage.start, passage.end)}`;
  const sentenceAnswers = cited.flatMap(({ features }) => features.answer ?? []);
  const wordCount = coverage.groups.length;
  return {
    ...(sorted.length > 0 && { bestAnswer: sorted[0]!, secondAnswer: sorted[1] ?? sorted[0]! }),
    ...(sentenceAnswers.length > 0 && { sentenceAnswer: Math.max(...sentenceAnswers) }),
    ...(retrieval.semantic && {
      lateSentence: Math.max(-1, ...cited.map(({ features }) => features.lateWindow)),
      latePassage: Math.max(-1, ...top.map(({ late }) => late)),
      dense: Math.max(-1, ...top.map(({ dense }) => dense)),
    }),
    lexical: Math.max(0, ...top.map(({ lexical }) => lexical)) / Math.max(1, wordCount),
    coverageCited: coverage.of(citedText),
    coveragePassages: Math.max(0, ...top.slice(0, 3).map((scored) => coverage.of(passageText(scored)))),
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
