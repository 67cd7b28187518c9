import { randomUUID } from 'node:crypto';
import type { Answer, AskRequest, Citation } from '../contract.ts';
import { makeCitation } from '../corpus/citation.ts';
import { dayInAmsterdam } from '../corpus/dates.ts';
import type { Glossary } from '../corpus/glossary.ts';
import type { SearchIndex } from '../search/index-reader.ts';
import type { HybridRetriever, Retrieval } from '../search/retriever.ts';
import type { TermStatistics } from '../search/term-statistics.ts';
import type { AskOptions } from '../assistant/services.ts';
import { answerabilityFeatures, type AnswerabilityFeatures } from './answerability.ts';
import { CALIBRATION, type Calibration, type Weights } from './calibration.ts';
import { composeAbstention, composeAnswer, composeUnanswered } from './compose.ts';
import { linear } from './linear-model.ts';
import { mergeEvidence } from './merge-evidence.ts';
import { QuestionCoverage } from './coverage.ts';
import { isVoted, sentenceCandidates, type SentenceCandidate } from './evidence.ts';
import { noticesFor } from './notices.ts';
import { composeRoutes, type AboutQuestion } from './routes.ts';
import { readQuestion, type ReadQuestion } from './prepare-query.ts';
import { selectEvidence, type Evidence } from './select-citations.ts';
import { isVerified } from './verify.ts';

/** A part of a question counts as unanswered this far (log-odds) below the threshold: the whole was found answerable already. */
const PART_DOUBT = 1.5;
/** Further below the threshold the nearest passage is no help either. */
const FAR = 2;

export interface AnswererDependencies {
  index: SearchIndex;
  retriever: HybridRetriever;
  glossary: Glossary;
  /** Words of the documents that hold on a day. */
  statistics: (day: string) => TermStatistics;
  /** Routes and facts that a question names; absent in tests without rules. */
  rules?: QuestionReader;
  onWithheld?: (count: number) => void;
  /** What was learned from evaluation cases; the project's own unless a new one is being learned. */
  calibration?: Calibration;
}

/** What the rule check makes of a question (`server/rules`); the answer side knows only this shape. */
export interface QuestionReader {
  aboutQuestion(question: string, asOf?: string): AboutQuestion;
}

/** The day that is asked about, YYYY-MM-DD: what no longer holds on it takes no part. Today unless given. */
export interface FindOptions extends AskOptions {
  asOf?: string | undefined;
}

type History = NonNullable<AskRequest['history']>;

const MODEL_FAILED = 'Het taalmodel is nu niet bereikbaar. Dit antwoord is alleen op woorden gezocht. Stel uw vraag later nog eens voor een beter antwoord.';
const BUSY = 'Het is druk. Dit antwoord is alleen op woorden gezocht. Stel uw vraag later nog eens voor een beter antwoord.';

/** One part of a question with what was found for it. */
export interface Finding {
  question: ReadQuestion;
  retrieval: Retrieval;
  candidates: SentenceCandidate[];
  evidence: Evidence[];
  features: AnswerabilityFeatures;
  /** Log-odds above the threshold: negative means refuse. */
  confidence: number;
}

/** From question to cited answer; no claim without a quote, no quote unverified. */
export class Answerer {
  readonly #with: AnswererDependencies;

  constructor(dependencies: AnswererDependencies) {
    this.#with = dependencies;
  }

  /** Finds what answers one question; the part that evaluation and calibration look into. */
  async find(text: string, history: History, options: FindOptions = {}): Promise<Finding> {
    const { index, retriever, glossary } = this.#with;
    const { asOf = today() } = options;
    const question = readQuestion(text, history, glossary, index.analyser);
    const retrieval = await timed('retrieve', options, () => retriever.retrieve(question, asOf));
    options.signal?.throwIfAborted();
    return this.#judge(question, retrieval, asOf);
  }

  /** The same by words alone, without any model: for when there is no room for another question. */
  async findLexically(text: string, history: History, asOf = today()): Promise<Finding> {
    const { index, retriever, glossary } = this.#with;
    const question = readQuestion(text, history, glossary, index.analyser);
    return this.#judge(question, await retriever.retrieveLexically(question, asOf), asOf);
  }

  #judge(question: ReadQuestion, retrieval: Retrieval, asOf: string): Finding {
    const { statistics, calibration = CALIBRATION } = this.#with;
    const coverage = new QuestionCoverage(question, statistics(asOf));
    const candidates = sentenceCandidates(retrieval, coverage, question.profile);
    rank(candidates, calibration);
    const evidence = selectEvidence(candidates);
    const features = answerabilityFeatures({ retrieval, candidates, evidence, coverage, profile: question.profile });
    const { answerability, thresholds } = weightsFor(candidates[0], calibration);
    const confidence = linear({ ...features }, answerability) - (retrieval.semantic ? thresholds.full : thresholds.lexical);
    return { question, retrieval, candidates, evidence, features, confidence };
  }

  async ask(request: AskRequest, options: AskOptions = {}): Promise<Answer> {
    const history = request.history ?? [];
    options.onEvent?.({ type: 'status', text: 'Ik zoek in de bronnen.' });
    const looking = { ...options, asOf: request.asOf };
    const whole = await this.find(request.question, history, looking);
    const parts: Finding[] = [];
    if (whole.question.profile.parts.length > 1) {
      for (const part of whole.question.profile.parts) parts.push(await this.find(part, history, looking));
    }
    return this.#answer(request, whole, parts, options, []);
  }

  /** Answers by words alone; says so. */
  async askLexically(request: AskRequest, options: AskOptions = {}, reason: 'queue-full' | 'model-failed' = 'queue-full'): Promise<Answer> {
    options.onEvent?.({ type: 'status', text: 'Ik zoek op woorden.' });
    const whole = await this.findLexically(request.question, request.history ?? [], request.asOf);
    return this.#answer(request, whole, [], options, [reason === 'queue-full' ? BUSY : MODEL_FAILED]);
  }

  #answer(request: AskRequest, whole: Finding, parts: readonly Finding[], options: AskOptions, circumstances: string[]): Answer {
    const { index, glossary, rules } = this.#with;
    options.onConfidence?.(whole.confidence);
    const about = rules?.aboutQuestion(whole.question.standalone, request.asOf);
    const base = { id: randomUUID(), question: request.question, mode: 'extractief' as const, routes: about?.routes ?? [] };
    if (whole.confidence < 0 || whole.evidence.length === 0) {
      const answer = composeAbstention(nearest(whole));
      options.onEvent?.({ type: 'citations', citations: [] });
      options.onEvent?.({ type: 'delta', text: answer });
      return { ...base, answer, citations: [], outcome: 'niet-in-bronnen', abstained: true, notices: circumstances };
    }
    const unanswered = parts.filter(({ confidence }) => confidence < -PART_DOUBT);
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

function rank(candidates: SentenceCandidate[], calibration: Calibration): void {
  for (const candidate of candidates) candidate.score = linear({ ...candidate.features }, weightsFor(candidate, calibration).sentence);
  candidates.sort((a, b) => b.score - a.score || a.document.authority - b.document.authority || a.start - b.start);
}

const today = (): string => dayInAmsterdam(new Date());

function nearest({ retrieval, confidence }: Finding): Parameters<typeof composeAbstention>[0] {
  const best = retrieval.passages[0];
  if (!best || confidence < -FAR) return undefined;
  return { document: best.document, offset: best.passage.start };
}

function weightsFor(candidate: SentenceCandidate | undefined, { voted, unvoted }: Calibration): Weights {
  return isVoted(candidate) ? voted : unvoted;
}

async function timed<T>(stage: string, { onStage }: AskOptions, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  onStage?.(stage, performance.now() - started);
  return result;
}
