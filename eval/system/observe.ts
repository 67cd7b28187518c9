import type { AskRequest, SearchResult } from '../../server/contract.ts';
import { AppError } from '../../server/errors.ts';
import type { EvaluationCase } from '../load/evaluation-case.ts';
import { Stopwatch } from './stopwatch.ts';
import { SystemError, type Failure } from './failure.ts';
import type { AskOutcome, System } from './system.ts';

/** What went wrong, for the report. */
export interface ObservedFailure {
  failure: Failure;
  message: string;
}

export interface AskObservation extends Partial<AskOutcome> {
  latencyMs: number;
  /** Time of a request that does nothing, just before this one; only over HTTP. */
  idleMs?: number;
  /** As third turn of a conversation about other things it gets the same first citation; where that was tried. */
  sameAsThirdTurn?: boolean;
  /** How a conversation about the asker's own situation went; where that was tried. */
  situation?: SituationOutcome;
  error?: ObservedFailure;
}

/** What came of a question about somebody's own situation, with the counter-questions answered as that person would. */
export interface SituationOutcome {
  /** Counter-questions answered. */
  taps: number;
  /** Statuses after the last one. */
  statuses: Record<string, string>;
  /** Facts that the assistant said it understood from the question itself. */
  understood: Record<string, string>;
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
export async function observeAsk(system: System, question: AskRequest, timeoutMs: number): Promise<AskObservation> {
  const { value, ...rest } = await attempt((watch) => system.ask(question, watch), timeoutMs);
  return { ...value, ...rest };
}

/** Time of a request that does nothing; undefined where there is no server, or it does not offer one. */
export async function observeIdle(system: System, timeoutMs: number): Promise<number | undefined> {
  if (!system.idle) return undefined;
  const { error, latencyMs } = await attempt((watch) => system.idle!(watch), timeoutMs);
  return error ? undefined : latencyMs;
}

/** Searches, and never throws. */
export async function observeSearch(system: System, query: string, limit: number, timeoutMs: number): Promise<SearchObservation> {
  const { value, error } = await attempt((watch) => system.search(query, limit, watch), timeoutMs);
  return { results: value ?? [], ...(error && { error }) };
}

interface Attempt<T> {
  value?: T;
  error?: ObservedFailure;
  latencyMs: number;
}

async function attempt<T>(task: (watch: Stopwatch) => Promise<T>, timeoutMs: number): Promise<Attempt<T>> {
  const watch = new Stopwatch(timeoutMs);
  try {
    const value = await Promise.race([task(watch), watch.late]);
    return { value, latencyMs: watch.elapsedMs };
  } catch (error) {
    return { error: failureOf(error), latencyMs: watch.elapsedMs };
  } finally {
    watch.stop();
  }
}

function failureOf(error: unknown): ObservedFailure {
  if (error instanceof SystemError) return { failure: error.failure, message: error.message };
  if (error instanceof AppError) return { failure: 'refused', message: error.message };
  return { failure: 'crashed', message: error instanceof Error ? `${error.name}: ${error.message}` : 'onbekend' };
}
