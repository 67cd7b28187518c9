import { isVoted, type SentenceCandidate } from './evidence.ts';
import type { QuestionCoverage } from './coverage.ts';
import type { AnswerKind, QuestionProfile } from './question.ts';
import { MOST_CITATIONS, type Evidence } from './select-citations.ts';
import { sectionAt } from '../corpus/citation.ts';
import type { Votes } from '../search/question-neighbours.ts';
import type { Retrieval } from '../search/retriever.ts';
import { meanSimilarity } from './word-similarities.ts';
import { kindMatch } from './answer-kinds.ts';

/** What speaks for and against an answer standing in the sources; absent where a model did not take part. */
export interface AnswerabilityFeatures {
  /** Share of the votes from learned questions that the sources answer, from those they do not, 0…1; and ln of these, at least ln 0.01. */
  votesAnswered?: number;
  votesUnanswered?: number;
  votesAnsweredLog?: number;
  votesUnansweredLog?: number;
  /** Root of the share of the best sentence. */
  bestVote?: number;
  /** Best late interaction of a quoted sentence with its neighbours. */
  late?: number;
  /** Score of the best sentence (log-odds that it answers), how far the next lies below it, and the mean of the best five. */
  bestSentence?: number;
  sentenceGap?: number;
  meanSentences?: number;
  /** How well the question's words are met in the quotes by token vectors, weighted by rarity. */
  meanCited?: number;
  /** Share of the question's words met by the quotes, and known to the collection at all. */
  coverageCited: number;
  known: number;
  /** Names, years and numbers of the question that the quotes do not meet (0…3). */
  uncitedSpecific: number;
  /** At most five words: the vector of so short a question tells its form more than its topic. */
  short: number;
  asksCode: number;
  asksMoney: number;
  asksQuantity: number;
  asksContact: number;
  /** A kind of answer is asked for that the quotes do not hold. */
  kindMissing: number;
  instruction: number;
  /** Words of an English question are rarely met by Dutch ones: its coverage means less. */
  english: number;
}

const SHORT = 5;
const SMALLEST_SHARE = 0.01;

export interface AnswerabilityInput {
  retrieval: Retrieval;
  candidates: readonly SentenceCandidate[];
  evidence: readonly Evidence[];
  coverage: QuestionCoverage;
  profile: QuestionProfile;
}

export function answerabilityFeatures({ retrieval, candidates, evidence, coverage, profile }: AnswerabilityInput): AnswerabilityFeatures {
  const asks = (kind: AnswerKind) => Number(profile.asksFor.has(kind));
  const cited = candidates.filter(({ document, sentence }) =>
    evidence.some((run) => run.document === document && sentence >= run.first && sentence < run.last),
  );
  const citedText = evidence
    .map(({ document, start, end }) => `${document.subject ?? ''} ${sectionAt(document, start)} ${document.text.slice(start, end)}`)
    .join(' ');
  const citedTerms = coverage.termsOf(citedText);
  return {
    ...(isVoted(candidates[0]) && retrieval.votes && voteFeatures(retrieval.votes)),
    ...(retrieval.tokenWeights && { late: Math.max(-1, ...cited.map(({ features }) => features.lateWindow ?? -1)) }),
    ...(retrieval.tokenWeights && sentenceScores(candidates)),
    ...meanSimilarity(retrieval, evidence, coverage),
    coverageCited: coverage.of(citedText),
    known: coverage.known,
    uncitedSpecific: Math.min(3, coverage.groups.filter((group) => group.specific && !coverage.meets(group, citedTerms)).length),
    short: Number(profile.text.split(/\s+/).length <= SHORT),
    asksCode: asks('code'),
    asksMoney: asks('money'),
    asksQuantity: asks('quantity'),
    asksContact: asks('contact'),
    kindMissing: Number(kindMatch(profile.asksFor, citedText) < 0),
    instruction: Number(profile.isInstruction),
    english: Number(profile.language === 'en'),
  };
}

function voteFeatures({ answered, unanswered, sentences }: Votes): Partial<AnswerabilityFeatures> {
  return {
    votesAnswered: answered,
    votesUnanswered: unanswered,
    votesAnsweredLog: Math.log(answered + SMALLEST_SHARE),
    votesUnansweredLog: Math.log(unanswered + SMALLEST_SHARE),
    bestVote: Math.sqrt(Math.max(0, ...sentences.values())),
  };
}

/** How the ranked sentences stand: one far above the rest, or many that say as little. */
function sentenceScores(ranked: readonly SentenceCandidate[]): Pick<AnswerabilityFeatures, 'bestSentence' | 'sentenceGap' | 'meanSentences'> {
  const scores = ranked.filter(({ features }) => features.heading === 0).slice(0, MOST_CITATIONS).map(({ score }) => score);
  const [best, second] = scores;
  if (best === undefined) return {};
  return { bestSentence: best, sentenceGap: best - (second ?? best), meanSentences: scores.reduce((a, b) => a + b, 0) / scores.length };
}
