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
import { composeAbstention, composeAnswer } from './compose.ts';
import { QuestionCoverage } from './coverage.ts';
import { sentenceCandidates, type SentenceCandidate } from './evidence.ts';
import { noticesFor } from './notices.ts';
import { readQuestion, type ReadQuestion } from './prepare-query.ts';
import { selectEvidence, type Evidence } from './select-citations.ts';
import { isVerified } from './verify.ts';
import { ANSWER_THRESHOLD, SENTENCE } from './weights.ts';

/** Passages, then sentences, that the answer model reads: each costs 10–40 ms. */
const PASSAGES_READ = 6;
const SENTENCES_READ = 10;
/** Quotes that score further below the best than this are left out. */
const MARGIN = 6;

export interface AnswererDependencies {
  index: SearchIndex;
  retriever: HybridRetriever;
  glossary: Glossary;
  statistics: TermStatistics;
  /** Absent: retrieval alone decides, and more is refused. */
  answerModel?: AnswerModel;
  onWithheld?: (count: number) => void;
}

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
  async find(text: string, history: NonNullable<AskRequest['history']>, options: AskOptions = {}): Promise<Finding> {
    const { index, retriever, glossary, statistics, answerModel } = this.#with;
    const question = readQuestion(text, history, glossary, index.lexical);
    const retrieval = await timed('retrieve', options, () => retriever.retrieve(question));
    options.signal?.throwIfAborted();
    const coverage = new QuestionCoverage(question, statistics);
    const answers = new Map<number, number>();
    if (answerModel) {
      const read = retrieval.passages.slice(0, PASSAGES_READ);
      const scores = await timed('judge-passages', options, () =>
        answerModel.score(
          question.standalone,
          read.map(({ document, passage }) => document.text.slice(passage.start, passage.end)),
          options.signal,
        ),
      );
      read.forEach(({ ordinal }, i) => answers.set(ordinal, scores[i]!));
    }
    const candidates = sentenceCandidates(retrieval, index, coverage, question.profile, answers);
    rank(candidates);
    if (answerModel) {
      const read = candidates.slice(0, SENTENCES_READ);
      const scores = await timed('judge-sentences', options, () =>
        answerModel.score(question.standalone, read.map((candidate) => candidate.text), options.signal),
      );
      read.forEach((candidate, i) => (candidate.features.answer = scores[i]!));
      rank(candidates);
    }
    const evidence = selectEvidence(candidates, { margin: MARGIN });
    const citedText = evidence.map(({ document, start, end }) => `${sectionAt(document, start)} ${document.text.slice(start, end)}`).join(' ');
    const cited = candidates.filter((candidate) =>
      evidence.some((run) => run.document === candidate.document && candidate.sentence >= run.first && candidate.sentence < run.last),
    );
    const features = answerabilityFeatures(retrieval, cited, citedText, coverage, question.profile, [...answers.values()]);
    return { question, retrieval, candidates, evidence, features, probability: answerability(features) };
  }

  async ask(request: AskRequest, options: AskOptions = {}): Promise<Answer> {
    const { index, glossary } = this.#with;
    const history = request.history ?? [];
    options.onEvent?.({ type: 'status', text: 'Ik zoek in de bronnen.' });
    const whole = await this.find(request.question, history, options);
    options.onConfidence?.(whole.probability);
    const base = { id: randomUUID(), question: request.question, mode: 'extractief' as const, routes: [] };
    if (whole.probability < ANSWER_THRESHOLD || whole.evidence.length === 0) {
      const answer = composeAbstention(nearest(whole));
      options.onEvent?.({ type: 'citations', citations: [] });
      options.onEvent?.({ type: 'delta', text: answer });
      return { ...base, answer, citations: [], outcome: 'niet-in-bronnen', abstained: true, notices: [] };
    }
    const citations = this.#verified(whole.evidence.map(({ document, start, end }, i) => makeCitation(document, start, end, i + 1)));
    options.onEvent?.({ type: 'citations', citations });
    const answer = composeAnswer(citations, index.documents);
    for (const text of answer.split(/(?<=\n\n)/)) options.onEvent?.({ type: 'delta', text });
    const notices = noticesFor({
      question: request.question,
      citations,
      documents: index.documents,
      glossary,
      asOf: request.asOf ?? new Date().toISOString().slice(0, 10),
    });
    return { ...base, answer, citations, outcome: 'beantwoord', abstained: false, notices };
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
