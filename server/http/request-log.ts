import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from '../runtime/metrics.ts';

/** What a handler may add to the request's log line: fixed words, counts and document ids, never user text. */
export interface LogNotes {
  outcome?: string;
  mode?: string;
  documents?: string[];
  results?: number;
  verdict?: string;
  /** Step of the pipeline that failed. */
  failedStep?: string;
  /** MCP tool that was called. */
  tool?: string;
  /** What a client of a chat program wanted beside an answer: a title, tags … */
  job?: string;
  /** Milliseconds by stage. */
  stages?: Record<string, number>;
}

/** nginx's number for a client that left before the response was complete; only in logs and metrics. */
const clientLeft = 499;

export function note(res: Response, notes: LogNotes): void {
  Object.assign((res.locals['notes'] ??= {}) as LogNotes, notes);
}

/**
 * Gives each request an id (returned as `X-Request-Id`) and writes one line and one count when its response ends.
 * A line is built from a list of allowed fields rather than from the request with fields taken out: an address, query
 * string, header or body can carry a question. An id sent by the client is ignored for the same reason.
 */
export function requestLog(logger: Logger, metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    res.locals['requestId'] = requestId;
    res.locals['route'] = 'unknown';
    res.set('X-Request-Id', requestId);
    const method = req.method;
    res.once('close', () => {
      const durationMs = performance.now() - startedAt;
      const status = res.writableFinished ? res.statusCode : clientLeft;
      const route = res.locals['route'] as string;
      metrics.requestFinished(route, method, status, durationMs / 1000);
      const line = {
        requestId,
        method,
        route,
        status,
        durationMs: Math.round(durationMs * 10) / 10,
        ...(res.locals['notes'] as LogNotes | undefined),
      };
      if (status >= 500) logger.error(line, 'request');
      else logger.info(line, 'request');
    });
    next();
  };
}
