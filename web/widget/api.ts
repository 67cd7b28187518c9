import type { Answer, AskRequest, Block, Citation, DocumentDetail, FeedbackRequest } from '../../server/contract.ts';
import { errors, fill } from '../../server/views/labels.ts';
import { readEvents } from './event-stream.ts';
import { sessionName } from './session.ts';

export type ApiErrorKind = 'offline' | 'unreachable' | 'rate-limited' | 'refused' | 'patient-data' | 'server' | 'broken';

/** End of the problem type with which the server refuses data about a patient. */
const patientDataProblem = 'patientgegevens';

/** A call that failed, with a message a user can act on. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  /** Seconds to wait before trying again (`rate-limited` only). */
  readonly retryAfterSeconds: number;
  /** What of the request is at fault (`refused` only), as the server names it: `facts.domein`. */
  readonly fields: readonly string[];

  constructor(kind: ApiErrorKind, message: string, retryAfterSeconds = 0, fields: readonly string[] = []) {
    super(message);
    this.kind = kind;
    this.retryAfterSeconds = retryAfterSeconds;
    this.fields = fields;
  }
}

export interface AskHandlers {
  signal: AbortSignal;
  onStatus: (text: string) => void;
  onCitations: (citations: Citation[]) => void;
  onBlock: (block: Block) => void;
  /** The same answer as text, from servers that send no blocks. */
  onDelta: (text: string) => void;
}

/** The calls of the server's HTTP contract that the web needs. Questions travel in bodies only. */
export class Api {
  readonly server: string;

  /** @param server Address of the server without a slash at the end; empty for the page's own. */
  constructor(server: string) {
    this.server = server.replace(/\/$/, '');
  }

  /** Asks a question and follows the answer while it is made. @throws ApiError, or the signal's AbortError. */
  async ask(request: AskRequest, handlers: AskHandlers): Promise<Answer> {
    const response = await this.#send('/api/v1/ask', request, handlers.signal, 'text/event-stream');
    if (response.body === null) throw new ApiError('broken', errors.broken);
    try {
      for await (const { event, data } of readEvents(response.body)) {
        const value = JSON.parse(data) as unknown;
        if (event === 'status') handlers.onStatus(textIn(value));
        else if (event === 'citations') handlers.onCitations(citationsIn(value));
        else if (event === 'block') handlers.onBlock((value as { block: Block }).block);
        else if (event === 'delta') handlers.onDelta(textIn(value));
        else if (event === 'done') return value as Answer;
        else if (event === 'error') throw problemError(value);
      }
    } catch (error) {
      if (error instanceof ApiError || handlers.signal.aborted) throw error;
      throw new ApiError('broken', navigator.onLine ? errors.broken : errors.offline);
    }
    throw new ApiError('broken', errors.broken);
  }

  async document(id: string, signal?: AbortSignal): Promise<DocumentDetail> {
    const response = await this.#fetch(`/api/v1/documents/${encodeURIComponent(id)}`, { signal: signal ?? null });
    return (await response.json()) as DocumentDetail;
  }

  async feedback(request: FeedbackRequest): Promise<void> {
    await this.#send('/api/v1/feedback', request);
  }

  /** GET or POST of JSON to a path of the contract. */
  async json<Result>(path: string, body?: unknown, signal?: AbortSignal): Promise<Result> {
    const response = body === undefined ? await this.#fetch(path, { signal: signal ?? null }) : await this.#send(path, body, signal);
    return (await response.json()) as Result;
  }

  #send(path: string, body: unknown, signal?: AbortSignal, accept = 'application/json'): Promise<Response> {
    return this.#fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept, 'x-session': sessionName() },
      body: JSON.stringify(body),
      signal: signal ?? null,
    });
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(this.server + path, { credentials: 'omit', referrerPolicy: 'no-referrer', ...init });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw navigator.onLine ? new ApiError('unreachable', errors.unreachable) : new ApiError('offline', errors.offline);
    }
    if (response.ok) return response;
    throw await problemOf(response);
  }
}

async function problemOf(response: Response): Promise<ApiError> {
  if (response.status === 429) {
    const seconds = Math.min(600, Math.max(1, Number(response.headers.get('retry-after')) || 30));
    return new ApiError('rate-limited', fill(errors.rateLimited, { seconds }), seconds);
  }
  const problem = (await response.json().catch(() => undefined)) as unknown;
  return problemError({ ...(problem as object | undefined), status: response.status });
}

/** A problem+json of the server; below 500 it is something the user can change. */
function problemError(problem: unknown): ApiError {
  const { status, type, errors: faults } = problem as { status?: unknown; type?: unknown; errors?: unknown };
  const message = detailIn(problem) ?? errors.server;
  if (typeof type === 'string' && type.endsWith(patientDataProblem)) return new ApiError('patient-data', message);
  const fields = Array.isArray(faults) ? faults.flatMap((fault) => (fault as { field?: unknown } | null)?.field).filter((field) => typeof field === 'string') : [];
  return new ApiError(typeof status === 'number' && status < 500 ? 'refused' : 'server', message, 0, fields);
}

function detailIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { detail, title } = value as { detail?: unknown; title?: unknown };
  return [detail, title].find((text): text is string => typeof text === 'string' && text !== '');
}

function textIn(value: unknown): string {
  const text = (value as { text?: unknown } | null)?.text;
  return typeof text === 'string' ? text : '';
}

function citationsIn(value: unknown): Citation[] {
  const list = Array.isArray(value) ? value : (value as { citations?: unknown } | null)?.citations;
  return Array.isArray(list) ? (list as Citation[]) : [];
}
