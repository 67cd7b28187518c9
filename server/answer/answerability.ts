import type { SentenceCandidate } from './sentence-candidates.ts';
import type { QuestionCoverage } from './coverage.ts';
import type { QuestionProfile } from './question.ts';
import { MOST_CITATIONS, type Evidence } from './select-citations.ts';
import { sectionAt } from '../corpus/citation.ts';
import type { Votes } from '../search/question-index.ts';
import type { Retrieval } from '../search/retriever.ts';
import { meanSimilarity } from './word-similarities.ts';
import { kindMatch } from './answer-kinds.ts';
import type { StatementCandidate } from './statement-candidate.ts';
import type { MissingMatch } from './missing-book.ts';

/** What speaks for and against an answer standing in the sources; absent where a model did not take part. */
export interface AnswerabilityFeatures {
  /** How near the question is to any that the sources answer, 0…1, and ln of that, at least ln 0.01; cosine with the nearest. */
  votesAnswered?: number;
  votesAnsweredLog?: number;
  nearestQuestion?: number;
  /** How near it is to questions that the document of the best sentence does not answer, 0…1, and ln of that, at least ln 0.01. */
  votesSilent?: number;
  votesSilentLog?: number;
  /** Root of the share of the best sentence. */
  bestVote?: number;
  /** 1 when nobody asked about the document of the best sentence. */
  unasked: number;
  /** Log-odds of the learned head: of the best sentence, the most of all, the mean of the best five by it. */
  evidence?: number;
  bestEvidence?: number;
  meanEvidence?: number;
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
  /** A kind of answer is asked for that the quotes do not hold. */
  kindMissing: number;
  instruction: number;
  /** Of statements: cosine with the nearest form of any, what the best scores above the next and above the fifth, BM25+ of the best by words. */
  nearestForm?: number;
  statementGap?: number;
  statementLead?: number;
  statementWords?: number;
  /** Share of the question's words that the best statement meets. */
  statementCoverage?: number;
  /** Of what the sources are known not to say: cosine with the nearest form, its share, BM25+, and whether a word tells it. */
  nearestMissing?: number;
  missingShare?: number;
  missingWords?: number;
  missingByWord?: number;
  /** How much nearer it is to a form of a statement than to one of what is missing. */
  formMargin?: number;
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
  statements?: readonly StatementCandidate[];
  missing?: MissingMatch | undefined;
}

export function answerabilityFeatures({ retrieval, candidates, evidence, coverage, profile, statements = [], missing }: AnswerabilityInput): AnswerabilityFeatures {
  const cited = candidates.filter(({ document, sentence }) =>
    evidence.some((run) => run.document === document && sentence >= run.first && sentence < run.last),
  );
  const citedText = evidence
    .map(({ document, start, end }) => `${document.subject ?? ''} ${sectionAt(document, start)} ${document.text.slice(start, end)}`)
    .join(' ');
  const citedTerms = coverage.termsOf(citedText);
  const nearest = nearestForm(statements);
  return {
    ...(retrieval.votes && voteFeatures(retrieval.votes, candidates[0]?.document.id ?? '')),
    unasked: candidates[0]?.features.unasked ?? 1,
    ...(retrieval.evidence && evidenceFeatures(candidates)),
    ...(retrieval.tokenWeights && { late: Math.max(-1, ...cited.map(({ features }) => features.lateWindow ?? -1)) }),
    ...(retrieval.tokenWeights && sentenceScores(candidates)),
    ...meanSimilarity(retrieval, evidence, coverage),
    ...statementFeatures(statements),
    ...(nearest !== undefined && { nearestForm: nearest }),
    ...(missing && missingFeatures(missing, candidates[0]?.document.id)),
    ...(nearest !== undefined && missing?.nearest !== undefined && { formMargin: nearest - missing.nearest }),
    coverageCited: coverage.of(citedText),
    known: coverage.known,
    uncitedSpecific: Math.min(3, coverage.groups.filter((group) => group.specific && !coverage.meets(group, citedTerms)).length),
    short: Number(profile.text.split(/\s+/).length <= SHORT),
    kindMissing: Number(kindMatch(profile.asksFor, citedText) < 0),
    instruction: Number(profile.isInstruction),
    english: Number(profile.language === 'en'),
  };
}

function voteFeatures({ answered, nearest, sentences, silent }: Votes, documentId: string): Partial<AnswerabilityFeatures> {
  return {
    votesAnswered: answered,
    votesAnsweredLog: Math.log(answered + SMALLEST_SHARE),
    nearestQuestion: nearest,
    votesSilent: silent.get(documentId) ?? 0,
    votesSilentLog: Math.log((silent.get(documentId) ?? 0) + SMALLEST_SHARE),
    bestVote: Math.sqrt(Math.max(0, ...sentences.values())),
  };
}

function statementFeatures(statements: readonly StatementCandidate[]): Partial<AnswerabilityFeatures> {
  const [best, second, , , fifth] = statements;
  if (!best) return {};
  return {
    statementGap: best.score - (second ?? best).score,
    statementLead: best.score - (fifth ?? best).score,
    statementWords: Math.max(...statements.map(({ features }) => features.words)),
    statementCoverage: best.features.coverage,
  };
}

/** What a list of missing things says of documents that were not searched for it is nothing. */
function missingFeatures({ kind, nearest, share, words, byWord }: MissingMatch, documentId: string | undefined): Partial<AnswerabilityFeatures> {
  const searched = documentId === undefined || kind.documents.includes(documentId);
  if (!searched) return { missingWords: 0, missingByWord: 0 };
  return { ...(nearest !== undefined && { nearestMissing: nearest, missingShare: share ?? 0 }), missingWords: words, missingByWord: Number(byWord) };
}

const nearestForm = (statements: readonly StatementCandidate[]): number | undefined => {
  const known = statements.flatMap(({ features }) => features.nearest ?? []);
  return known.length === 0 ? undefined : Math.max(...known);
};

/** What the learned head makes of the candidates. */
function evidenceFeatures(ranked: readonly SentenceCandidate[]): Pick<AnswerabilityFeatures, 'evidence' | 'bestEvidence' | 'meanEvidence'> {
  const read = ranked.filter(({ features }) => features.heading === 0).map(({ features }) => features.evidence ?? -Infinity);
  const best = read.toSorted((a, b) => b - a).slice(0, MOST_CITATIONS);
  if (best.length === 0 || best.includes(-Infinity)) return {};
  return { evidence: read[0]!, bestEvidence: best[0]!, meanEvidence: best.reduce((a, b) => a + b, 0) / best.length };
}

/** How the ranked sentences stand: one far above the rest, or many that say as little. */
function sentenceScores(ranked: readonly SentenceCandidate[]): Pick<AnswerabilityFeatures, 'bestSentence' | 'sentenceGap' | 'meanSentences'> {
  const scores = ranked.filter(({ features }) => features.heading === 0).slice(0, MOST_CITATIONS).map(({ score }) => score);
  const [best, second] = scores;
  if (best === undefined) return {};
  return { bestSentence: best, sentenceGap: best - (second ?? best), meanSentences: scores.reduce((a, b) => a + b, 0) / scores.length };
}
