import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod/v4';
import { Answer, CheckDescription, CheckResult, DocumentDetail, DocumentSummary, Problem, SearchResponse } from '../../server/contract.ts';
import type { Stopwatch } from './stopwatch.ts';
import { SystemError } from './failure.ts';
import type { System } from './system.ts';

/** A server that asks for patience (429, 503 while it loads) gets it this often. */
const MOST_RETRIES = 6;
const LONGEST_WAIT_MS = 61_000;

export interface HttpOptions {
  /** For tests. */
  fetch?: typeof fetch;
  wait?: (ms: number) => Promise<unknown>;
}

/** A running server; every response is checked against the contract's schemas. */
export function systemAt(address: string, { fetch: send = fetch, wait: pause = wait }: HttpOptions = {}): System {
  const base = address.replace(/\/+$/, '');

  const call = async <T>(schema: z.ZodType<T>, path: string, body?: unknown, watch?: Stopwatch): Promise<T> => {
    for (let attempt = 0; ; attempt += 1) {
      const response = await request(send, `${base}/api/v1${path}`, body, watch?.signal);
      const retry = response.status === 429 || response.status === 503;
      if (retry && attempt < MOST_RETRIES) {
        await response.body?.cancel();
        const patience = (): Promise<unknown> => pause(retryAfter(response, attempt));
        await (watch ? watch.pause(patience) : patience());
        continue;
      }
      return read(schema, response, path);
    }
  };

  return {
    name: `de server op ${base}`,
    async documents() {
      const list = await call(z.array(DocumentSummary), '/documents');
      return Promise.all(list.map(({ id }) => call(DocumentDetail, `/documents/${encodeURIComponent(id)}`)));
    },
    ask: async (question, watch) => ({ answer: await call(Answer, '/ask', question, watch) }),
    search: async (query, limit, watch) => (await call(SearchResponse, '/search', { query, limit }, watch)).results,
    rules: {
      describe: () => call(CheckDescription, '/check'),
      check: (facts, asOf) => call(CheckResult, '/check', { facts, ...(asOf !== undefined && { asOf }) }),
    },
    async idle(watch) {
      const response = await request(send, `${base}/livez`, undefined, watch.signal);
      await response.body?.cancel();
      if (!response.ok) throw new SystemError('refused', `HTTP ${response.status} op /livez`);
    },
    close: () => Promise.resolve(),
  };
}

async function request(send: typeof fetch, url: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await send(url, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify(body),
      }),
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw new SystemError('unreachable', `De server is niet bereikbaar (${causeOf(error)}). Staat hij aan, en klopt het adres?`);
  }
}

async function read<T>(schema: z.ZodType<T>, response: Response, path: string): Promise<T> {
  const text = await response.text().catch(() => '');
  const json = parse(text);
  if (!response.ok) {
    const problem = Problem.safeParse(json);
    throw new SystemError('refused', `HTTP ${response.status} op ${path}: ${problem.data?.detail ?? 'geen uitleg van de server'}`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = json === undefined ? 'het is geen JSON' : `veld ${issue?.path.join('.') || '(geheel)'}: ${issue?.message}`;
  throw new SystemError('unreadable', `Het antwoord op ${path} voldoet niet aan het contract: ${where}.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Seconds in `Retry-After`; without it one second, doubled each time. */
function retryAfter(response: Response, attempt: number): number {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return Math.min(Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : 1000 * 2 ** attempt, LONGEST_WAIT_MS);
}

function causeOf(error: unknown): string {
  const cause = (error as { cause?: { code?: unknown } }).cause;
  return typeof cause?.code === 'string' ? cause.code : 'geen verbinding';
}
