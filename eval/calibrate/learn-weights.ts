import type { Finding } from '../../server/answer/answerer.ts';
import type { Weights } from '../../server/answer/calibration.ts';
import { linear, type LinearModel } from '../../server/answer/linear-model.ts';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { sentenceKey } from '../../server/search/question-neighbours.ts';
import type { LabelledQuestion } from '../load/load-practice.ts';
import { fitLogistic, type Example } from './logistic.ts';
import { answersOf } from './questions.ts';

/** A question and what the assistant finds for it. */
export interface Observation {
  question: LabelledQuestion;
  finding: Finding;
}

/** Part of the answerable questions that may be refused with both models at work (out of fold). */
export const REFUSED = 0.04;
const REFUSED_WITHOUT_MODEL = 0.06;
const REFUSED_LEXICAL = 0.15;
const FOLDS = 6;
/** Penalties by cross-validation over the tune half; the optimum is flat. */
const SENTENCE_PENALTY = 1;
const ANSWERABILITY_PENALTY = 3;

const SENTENCE_FEATURES = [
  'vote', 'voteLog', 'late', 'passage', 'rank', 'coverage', 'coverageWindow', 'coverageLead', 'named', 'kind', 'length', 'heading', 'footnote', 'table',
  'lateGap', 'lateWindowGap', 'coverageGap', 'coverageWindowGap',
]; // prettier-ignore
const ANSWERABILITY_FEATURES = [
  'bestAnswer', 'secondAnswer', 'votesAnswered', 'votesUnanswered', 'votesAnsweredLog', 'votesUnansweredLog', 'bestVote', 'late', 'bestSentence', 'sentenceGap', 'meanSentences', 'meanCited', 'coverageCited',
  'known', 'uncitedSpecific', 'short', 'asksCode', 'asksMoney', 'asksQuantity', 'asksContact', 'kindMissing', 'instruction', 'english',
]; // prettier-ignore
const VOTES = new Set(['vote', 'voteLog', 'votesAnswered', 'votesUnanswered', 'votesAnsweredLog', 'votesUnansweredLog', 'bestVote']);
const MODEL_FEATURES = new Set(['bestAnswer', 'secondAnswer']);
/** What words alone cannot tell. */
const SEMANTIC_FEATURES = new Set([...MODEL_FEATURES, ...VOTES, 'late', 'bestSentence', 'sentenceGap', 'meanSentences', 'meanCited']);

const chosen = (names: readonly string[], voted: boolean): string[] => (voted ? [...names] : names.filter((name) => !VOTES.has(name)));

export function learnSentence(observations: readonly Observation[], documents: ReadonlyMap<string, CanonicalDocument>, voted: boolean): LinearModel {
  const examples = observations.flatMap(({ question, finding }): Example[] => {
    if (question.abstain) return [];
    const answers = answersOf(question, documents);
    return finding.candidates.map(({ document, sentence, features }) => ({ features: { ...features }, label: answers.has(sentenceKey(document.id, sentence)) }));
  });
  return fitLogistic(examples, chosen(SENTENCE_FEATURES, voted), SENTENCE_PENALTY, 300);
}

/** @returns also the share of the unanswerable questions that the full threshold refuses, out of fold */
export function learnAnswerability(observations: readonly Observation[], voted: boolean): Omit<Weights, 'sentence'> & { abstained: number } {
  const names = chosen(ANSWERABILITY_FEATURES, voted);
  const examples = observations.map(({ question, finding }): Example => ({ features: { ...finding.features }, label: !question.abstain }));
  const fit = (some: readonly Example[]) => fitLogistic(some, names, ANSWERABILITY_PENALTY);
  const scoresWithout = (left: ReadonlySet<string>) =>
    outOfFold(examples, fit, ({ features }, model) => linear(Object.fromEntries(Object.entries(features).filter(([name]) => !left.has(name))), model));
  const full = scoresWithout(new Set());
  const thresholds = {
    full: quantileOfAnswerable(full, examples, REFUSED),
    withoutAnswerModel: quantileOfAnswerable(scoresWithout(MODEL_FEATURES), examples, REFUSED_WITHOUT_MODEL),
    lexical: quantileOfAnswerable(scoresWithout(SEMANTIC_FEATURES), examples, REFUSED_LEXICAL),
  };
  const unanswerable = full.filter((_, i) => !examples[i]!.label);
  return { answerability: fit(examples), thresholds, abstained: unanswerable.filter((score) => score < thresholds.full).length / unanswerable.length };
}

/** Each example scored by a model that was learned without its fold. */
function outOfFold(examples: readonly Example[], learn: (some: readonly Example[]) => LinearModel, score: (example: Example, model: LinearModel) => number): number[] {
  const scores = new Array<number>(examples.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = learn(examples.filter((_, i) => i % FOLDS !== fold));
    examples.forEach((example, i) => {
      if (i % FOLDS === fold) scores[i] = score(example, model);
    });
  }
  return scores;
}

/** The score below which `share` of the answerable questions lies. */
function quantileOfAnswerable(scores: readonly number[], examples: readonly Example[], share: number): number {
  const answerable = scores.filter((_, i) => examples[i]!.label).sort((a, b) => a - b);
  return answerable[Math.floor(answerable.length * share)]!;
}
