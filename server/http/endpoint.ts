import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { z } from 'zod/v4';
import type { FeedbackStore } from '../assistant/services.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { Readiness } from '../runtime/readiness.ts';
import type { ProblemStatus } from './openapi/problem-responses.ts';

/** What handlers are made from. */
export interface EndpointContext {
  logger: Logger;
  metrics: Metrics;
  /** Assistant, documents and rules, once they are loaded. */
  readiness: Readiness;
  feedback: FeedbackStore;
  /** What `/metrics` asks for; absent: it answers on this machine only. */
  metricsToken?: string | undefined;
}

/** A body by its media type. An example is what clients see in the OpenAPI document, and what the tests send and expect. */
export type Content = Record<string, { schema: z.ZodType; example?: unknown }>;

/**
 * All there is to say about one call of the API. The Express route, the operation in the OpenAPI document and the tests
 * that every endpoint must pass are made from it.
 */
export interface Endpoint {
  method: 'get' | 'post';
  /** As Express writes it: `/api/v1/documents/:id`. */
  path: string;
  /** Name of the operation, which generated clients make their function from. */
  name: string;
  tag: 'answers' | 'sources' | 'statements' | 'check' | 'openai' | 'operation';
  summary: string;
  description?: string;
  /** Parts of the path, each with an example. */
  pathParameters?: z.ZodObject;
  /** Parameters of the query; never anything that a user typed as a question. */
  query?: z.ZodObject;
  /** Whose calls are counted: the address's, for all under `/api`, and the session's as well for what costs work. */
  limit: 'none' | 'address' | 'session';
  /** What it leaves is kept: an address may leave only so much a day. */
  isKept?: true;
  /** Bodies that cost no work and so do not count for the session. */
  countsNot?: (body: unknown) => boolean;
  /** JSON of at most 8 kB; 32 kB for a body that carries the history of a conversation; `limit` bytes for another protocol. */
  body?: { schema: z.ZodType; example: unknown; history?: true; limit?: number };
  /** Without content the answer is a 204. */
  response: { description: string; content?: Content };
  /** What can go wrong in the handler; the faults of any body and the limits come on their own. */
  problems: ProblemStatus[];
  /** Problems in the form of another protocol; by default problem+json. */
  errorForm?: 'openai';
  handler: (context: EndpointContext) => RequestHandler;
}

export const json = (schema: z.ZodType, example?: unknown): Content => ({
  'application/json': { schema, ...(example === undefined ? {} : { example }) },
});
