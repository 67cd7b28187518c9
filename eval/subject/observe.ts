import type { AskRequest, SearchResult } from '../../server/contract.ts';
import { AppError } from '../../server/errors.ts';
import type { EvaluationCase } from '../case/evaluation-case.ts';
import { SubjectError, type AskOutcome, type Failure, type Subject } from './subject.ts';

/** What went wrong, for the report. */
export interface ObservedFailure {
  failure: Failure;
  message: string;
}

export interface AskObservation extends Partial<AskOutcome> {
  latencyMs: number;
  error?: ObservedFailure;
}

export interface SearchObservation {
  results: SearchResult[];
  error?: ObservedFailure;
}

/** A question as the contract wants it. */
export function askRequest({ question, history }: Pick<EvaluationCase, 'question' | 'history'>): AskRequest {
  return history.length > 0 ? { question, history: [...history] } : { question };
}

/** A search knows no history: a follow-up is searched with what the user said before it, for every system alike. */
export function searchQuery({ question, history }: Pick<EvaluationCase, 'question' | 'history'>): string {
  const earlier = history.filter(({ role }) => role === 'user').map(({ content }) => content);
  return [...earlier, question].join(' ').slice(-1000);
}

/** Asks, and never throws: what goes wrong is part of the result. */
export async function observeAsk(subject: Subject, question: AskRequest, timeoutMs: number): Promise<AskObservation> {
  const start = performance.now();
  const { value, error } = await attempt((signal) => subject.ask(question, signal), timeoutMs);
  return { ...value, ...(error && { error }), latencyMs: performance.now() - start };
}

/** Searches, and never throws. */
export async function observeSearch(subject: Subject, query: string, limit: number, timeoutMs: number): Promise<SearchObservation> {
  const { value, error } = await attempt((signal) => subject.search(query, limit, signal), timeoutMs);
  return { results: value ?? [], ...(error && { error }) };
}

async function attempt<T>(
  task: (signal: AbortSignal) => Promise<T>,
  timeoutMs: number,
): Promise<{ value?: T; error?: ObservedFailure }> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  // Not only the signal: a subject that ignores it must not hold up the run.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new SubjectError('timeout', `Geen antwoord binnen ${timeoutMs / 1000} seconden.`);
      controller.abort(error);
      reject(error);
    }, timeoutMs);
  });
  try {
    return { value: await Promise.race([task(controller.signal), late]) };
  } catch (error) {
    if (error instanceof SubjectError) return { error: { failure: error.failure, message: error.message } };
    if (error instanceof AppError) return { error: { failure: 'refused', message: error.message } };
    return { error: { failure: 'crashed', message: error instanceof Error ? `${error.name}: ${error.message}` : 'onbekend' } };
  } finally {
    clearTimeout(timer);
  }
}
