import type { RequestHandler } from 'express';
import { z } from 'zod/v4';
import {
  AllocationRequest,
  AllocationResult,
  Answer,
  AskRequest,
  CheckDescription,
  CheckRequest,
  CheckResult,
  DocumentDetail,
  DocumentSummary,
  FeedbackRequest,
  SearchRequest,
  SearchResponse,
} from '../contract.ts';
import { json, type Endpoint } from './endpoint.ts';
import { ask } from './endpoints/ask.ts';
import { allocate, describeCheck, runCheck } from './endpoints/check.ts';
import { getDocument, listDocuments } from './endpoints/documents.ts';
import { feedback } from './endpoints/feedback.ts';
import { livez, metricsText, readyz } from './endpoints/health.ts';
import { openapi } from './endpoints/openapi.ts';
import { search } from './endpoints/search.ts';
import { askEvents } from './openapi/ask-events.ts';
import { createOpenApiDocument } from './openapi/create-openapi-document.ts';
import { examples } from './openapi/examples.ts';

const readyStatus = z.object({
  status: z.literal('gereed'),
  warnings: z.array(z.string()).optional().describe('What makes answers less good than they could be, and what to do about it, in Dutch'),
});

/** Every call of the API, in the order of the OpenAPI document. */
export const endpoints: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/api/v1/ask',
    name: 'ask',
    tag: 'answers',
    summary: 'Answer a question from the sources, with verified citations',
    description:
      'With `"explain": true` the answer also holds `trace`: what each step found, and why the question was answered or refused. Only on a server with `EXPLAIN=on`; elsewhere the wish is ignored.',
    limit: 'session',
    body: { schema: AskRequest, example: examples.askRequest, history: true },
    response: {
      description: 'The answer, or that the sources do not answer the question',
      content: { ...json(Answer, examples.answer), ...askEvents },
    },
    problems: [500, 503],
    handler: ({ readiness, logger }) => ask(readiness, logger),
  },
  {
    method: 'post',
    path: '/api/v1/search',
    name: 'search',
    tag: 'answers',
    summary: 'Passages nearest to a query, best first',
    limit: 'session',
    body: { schema: SearchRequest, example: examples.searchRequest },
    response: { description: 'Passages', content: json(SearchResponse, examples.searchResponse) },
    problems: [500, 503],
    handler: ({ readiness }) => search(readiness),
  },
  {
    method: 'post',
    path: '/api/v1/feedback',
    name: 'feedback',
    tag: 'answers',
    summary: 'Say whether an answer was good',
    description: 'Stored without question and answer; removed after 30 days.',
    limit: 'session',
    body: { schema: FeedbackRequest, example: examples.feedbackRequest },
    response: { description: 'Stored' },
    problems: [500],
    handler: (context) => feedback(context.feedback, context.metrics),
  },
  {
    method: 'get',
    path: '/api/v1/documents',
    name: 'listDocuments',
    tag: 'sources',
    summary: 'The sources',
    limit: 'address',
    response: { description: 'Sources without text', content: json(z.array(DocumentSummary), examples.documentList) },
    problems: [500, 503],
    handler: ({ readiness }) => listDocuments(readiness),
  },
  {
    method: 'get',
    path: '/api/v1/documents/:id',
    name: 'getDocument',
    tag: 'sources',
    summary: 'One source with its canonical text',
    limit: 'address',
    pathParameters: z.object({ id: z.string().meta({ description: 'Id of the document', example: examples.documentDetail.id }) }),
    response: {
      description: 'The source; offsets of citations count in `text` (UTF-16 code units)',
      content: json(DocumentDetail, examples.documentDetail),
    },
    problems: [400, 404, 500, 503],
    handler: ({ readiness }) => getDocument(readiness) as RequestHandler,
  },
  {
    method: 'get',
    path: '/api/v1/check',
    name: 'describeCheck',
    tag: 'check',
    summary: 'Facts and routes of the rule check',
    limit: 'address',
    response: { description: 'Facts and routes', content: json(CheckDescription, examples.checkDescription) },
    problems: [500, 503],
    handler: ({ readiness }) => describeCheck(readiness),
  },
  {
    method: 'post',
    path: '/api/v1/check',
    name: 'runCheck',
    tag: 'check',
    summary: 'Which funding routes apply to a situation',
    description: 'Leave out a fact that is not known; unknown never counts as no.',
    limit: 'address',
    body: { schema: CheckRequest, example: examples.checkRequest },
    response: { description: 'Every route with its conditions', content: json(CheckResult, examples.checkResult) },
    problems: [500, 503],
    handler: ({ readiness }) => runCheck(readiness),
  },
  {
    method: 'post',
    path: '/api/v1/allocation',
    name: 'allocate',
    tag: 'check',
    summary: 'Divide an amount over domains, sectors and insurers, to the cent',
    description: 'Percentages that do not add up to 100 are a 400 that says what they add up to.',
    limit: 'address',
    body: { schema: AllocationRequest, example: examples.allocationRequest },
    response: { description: 'Amounts', content: json(AllocationResult, examples.allocationResult) },
    problems: [500, 503],
    handler: ({ readiness }) => allocate(readiness),
  },
  {
    method: 'get',
    path: '/api/v1/openapi.json',
    name: 'openapi',
    tag: 'operation',
    summary: 'This document',
    limit: 'address',
    response: { description: 'OpenAPI 3.1', content: json(z.record(z.string(), z.unknown())) },
    problems: [500],
    handler: ({ readiness }) => openapi(readiness, (check) => createOpenApiDocument(endpoints, check)),
  },
  {
    method: 'get',
    path: '/livez',
    name: 'livez',
    tag: 'operation',
    summary: 'The process answers',
    limit: 'none',
    response: { description: 'Alive', content: json(z.object({ status: z.literal('levend') }), { status: 'levend' }) },
    problems: [],
    handler: () => livez,
  },
  {
    method: 'get',
    path: '/readyz',
    name: 'readyz',
    tag: 'operation',
    summary: 'Index and models are loaded',
    limit: 'none',
    response: { description: 'Ready', content: json(readyStatus, { status: 'gereed' }) },
    problems: [503],
    handler: ({ readiness }) => readyz(readiness),
  },
  {
    method: 'get',
    path: '/metrics',
    name: 'metrics',
    tag: 'operation',
    summary: 'Figures in Prometheus text',
    limit: 'none',
    response: { description: 'Figures', content: { 'text/plain': { schema: z.string() } } },
    problems: [500],
    handler: ({ metrics }) => metricsText(metrics),
  },
];
