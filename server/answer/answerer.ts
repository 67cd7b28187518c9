import { randomUUID } from 'node:crypto';
import type { Answer, AskRequest, Citation } from '../contract.ts';
import { makeCitation, sectionAt } from '../corpus/citation.ts';
import { pageAt } from '../corpus/document.ts';
import type { Glossary } from '../retrieval/glossary.ts';
import type { SearchIndex } from '../retrieval/index-reader.ts';
import type { HybridRetriever, Retrieval } from '../retrieval/retriever.ts';
import type { TermStatistics } from '../retrieval/term-statistics.ts';
import type { AskOptions } from '../services.ts';
import type { AnswerModel } from './answer-model.ts';
import { answerability, answerabilityFeatures, linear, type AnswerabilityFeatures } from './answerability.ts';
import { composeAbstention, composeAnswer, composeUnanswered } from './compose.ts';
import { mergeEvidence } from './merge-evidence.ts';
import { QuestionCoverage } from './coverage.ts';
import { sentenceCandidates, type SentenceCandidate } from './evidence.ts';
import { noticesFor } from './notices.ts';
import { composeRoutes, type AboutQuestion } from './routes.ts';
import { readQuestion, type ReadQuestion } from './prepare-query.ts';
import { selectEvidence, type Evidence } from './select-citations.ts';
import { isVerified } from './verify.ts';
import { ANSWER_THRESHOLD, SENTENCE } from './weights.ts';

/** How much the answer model reads: passages, then sentences. Each costs 10–40 ms. */
interface Budget {
  passages: number;
  sentences: number;
}
const WHOLE: Budget = { passages: 6, sentences: 10 };
/** Of each part of a compound question, beside the whole. */
const PART: Budget = { passages: 2, sentences: 5 };
/** Quotes that score further below the best than this are left out. */
const MARGIN = 6;
/** A part of a question counts as unanswered below this part of the threshold: the whole was found answerable already. */
const PART_DOUBT = 0.5;

export interface AnswererDependencies {
  index: SearchIndex;
  retriever: HybridRetriever;
  glossary: Glossary;
  statistics: TermStatistics;
  /** Routes and facts that a question names; absent in tests without rules. */
  rules?: QuestionReader;
  /** Absent: retrieval alone decides, and more is refused. */
  answerModel?: AnswerModel;
  onWithheld?: (count: number) => void;
}

/** What the rule check makes of a question (`server/rules`); the answer side knows only this shape. */
export interface QuestionReader {
  aboutQuestion(question: string, asOf?: string): AboutQuestion;
}

type History = NonNullable<AskRequest['history']>;

const WITHOUT_MODEL = 'Het antwoordmodel staat uit. De assistent is daarom voorzichtiger en antwoordt minder vaak.';
const BUSY = 'Het is druk. Dit antwoord is alleen op woorden gezocht. Stel uw vraag later nog eens voor een beter antwoord.';

/** One part of a question with what was found for it. */
export interface Finding {
  question: ReadQuestion;
  retrieval: Retrieval;
  candidates: SentenceCandidate[];
  evidence: Evidence[];
  features: AnswerabilityFeatures;
  probability: number;
}

/** From question to cited answer; no claim without a quote, no quote unverified. */
export class Answerer {
  readonly #with: AnswererDependencies;

  constructor(dependencies: AnswererDependencies) {
    this.#with = dependencies;
  }

  /** Finds what answers one question; the part that evaluation and calibration look into. */
  async find(text: string, history: History, options: AskOptions = {}, budget: Budget = WHOLE): Promise<Finding> {
    const { index, retriever, glossary } = this.#with;
    const question = readQuestion(text, history, glossary, index.lexical);
    const retrieval = await timed('retrieve', options, () => retriever.retrieve(question));
    options.signal?.throwIfAborted();
    return this.#judge(question, retrieval, options, budget);
  }

  /** The same by words alone, without any model: for when there is no room for another question. */
  findLexically(text: string, history: History): Promise<Finding> {
    const { index, retriever, glossary } = this.#with;
    const question = readQuestion(text, history, glossary, index.lexical);
    return this.#judge(question, retriever.retrieveLexically(question), {}, { passages: 0, sentences: 0 });
  }

  async #judge(question: ReadQuestion, retrieval: Retrieval, options: AskOptions, budget: Budget): Promise<Finding> {
    const { index, statistics } = this.#with;
    const coverage = new QuestionCoverage(question, statistics);
    const read = retrieval.passages.slice(0, budget.passages);
    const texts = read.map(({ document, passage }) => document.text.slice(passage.start, passage.end));
    const scores = await this.#score('judge-passages', question, texts, options);
    const answers = new Map(scores.map((score, i) => [read[i]!.ordinal, score]));
    const candidates = sentenceCandidates(retrieval, index, coverage, question.profile, answers);
    rank(candidates);
    const best = candidates.slice(0, budget.sentences);
    const sentenceScores = await this.#score('judge-sentences', question, best.map((candidate) => candidate.text), options);
    sentenceScores.forEach((score, i) => (best[i]!.features.answer = score));
    rank(candidates);
    const evidence = selectEvidence(candidates, { margin: MARGIN });
    const features = answerabilityFeatures({ retrieval, candidates, evidence, coverage, profile: question.profile, answers: scores });
    return { question, retrieval, candidates, evidence, features, probability: answerability(features) };
  }

  async #score(stage: string, question: ReadQuestion, texts: readonly string[], options: AskOptions): Promise<number[]> {
    const { answerModel } = this.#with;
    if (!answerModel || texts.length === 0) return [];
    return timed(stage, options, () => answerModel.score(question.standalone, texts, options.signal));
  }

  async ask(request: AskRequest, options: AskOptions = {}): Promise<Answer> {
    const history = request.history ?? [];
    options.onEvent?.({ type: 'status', text: 'Ik zoek in de bronnen.' });
    const whole = await this.find(request.question, history, options);
    const parts: Finding[] = [];
    if (whole.question.profile.parts.length > 1) {
      for (const part of whole.question.profile.parts) parts.push(await this.find(part, history, options, PART));
    }
    return this.#answer(request, whole, parts, options, this.#with.answerModel ? [] : [WITHOUT_MODEL]);
  }

  /** Answers by words alone; says so. */
  async askLexically(request: AskRequest, options: AskOptions = {}): Promise<Answer> {
    options.onEvent?.({ type: 'status', text: 'Het is druk. Ik zoek op woorden.' });
    const whole = await this.findLexically(request.question, request.history ?? []);
    return this.#answer(request, whole, [], options, [BUSY]);
  }

  #answer(request: AskRequest, whole: Finding, parts: readonly Finding[], options: AskOptions, circumstances: string[]): Answer {
    const { index, glossary, rules } = this.#with;
    options.onConfidence?.(whole.probability);
    const about = rules?.aboutQuestion(whole.question.standalone, request.asOf);
    const base = { id: randomUUID(), question: request.question, mode: 'extractief' as const, routes: about?.routes ?? [] };
    if (whole.probability < ANSWER_THRESHOLD || whole.evidence.length === 0) {
      const answer = composeAbstention(nearest(whole));
      options.onEvent?.({ type: 'citations', citations: [] });
      options.onEvent?.({ type: 'delta', text: answer });
      return { ...base, answer, citations: [], outcome: 'niet-in-bronnen', abstained: true, notices: circumstances };
    }
    const unanswered = parts.filter(({ probability }) => probability < ANSWER_THRESHOLD * PART_DOUBT);
    const runs = mergeEvidence(whole, parts.filter((part) => !unanswered.includes(part)));
    const citations = this.#verified(runs.map(({ document, start, end }, i) => makeCitation(document, start, end, i + 1)));
    options.onEvent?.({ type: 'citations', citations });
    const answer = [
      composeAnswer(citations, index.documents),
      ...unanswered.map(({ question }) => composeUnanswered(question.profile.text)),
      ...(about ? [composeRoutes(about)] : []),
    ]
      .filter(Boolean)
      .join('\n\n');
    for (const text of answer.split(/(?<=\n\n)/)) options.onEvent?.({ type: 'delta', text });
    const notices = noticesFor({
      question: request.question,
      citations,
      documents: index.documents,
      glossary,
      asOf: request.asOf ?? today(),
    });
    return {
      ...base,
      answer,
      citations,
      outcome: unanswered.length > 0 ? 'deels' : 'beantwoord',
      abstained: false,
      notices: [...circumstances, ...notices],
    };
  }

  /** Withholds what is not verbatim and numbers the rest anew. */
  #verified(citations: Citation[]): Citation[] {
    const good = citations.filter((citation) => isVerified(citation, this.#with.index.documents));
    if (good.length < citations.length) this.#with.onWithheld?.(citations.length - good.length);
    return good.map((citation, i) => ({ ...citation, n: i + 1 }));
  }
}

function rank(candidates: SentenceCandidate[]): void {
  for (const candidate of candidates) candidate.score = linear(candidate.features as unknown as Record<string, number>, SENTENCE);
  candidates.sort((a, b) => b.score - a.score || a.document.authority - b.document.authority || a.start - b.start);
}

/** Today in the Netherlands, YYYY-MM-DD. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}

function nearest({ retrieval, probability }: Finding): Parameters<typeof composeAbstention>[0] {
  const best = retrieval.passages[0];
  if (!best || probability < ANSWER_THRESHOLD / 4) return undefined;
  const { document, passage } = best;
  return { document, section: sectionAt(document, passage.start), page: pageAt(document.pageStarts, passage.start) };
}

async function timed<T>(stage: string, { onStage }: AskOptions, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  onStage?.(stage, performance.now() - started);
  return result;
}
