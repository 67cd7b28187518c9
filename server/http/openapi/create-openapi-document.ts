import { z } from 'zod/v4';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
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
} from '../../contract.ts';
import { examples } from './examples.ts';
import { problemResponses, type ProblemStatus } from './problem-responses.ts';

/** The API's own version: its major number stands in the path. */
const apiVersion = '1.0.0';

const session = z.object({
  'X-Session': z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,64}$/)
    .optional()
    .meta({ description: 'Random name of this session (a browser tab), for the limit per session. Without it the address counts.', example: 'tab-5f2c9e01' }),
});

const rateLimitHeaders = z.object({
  RateLimit: z.string().optional().meta({ description: 'Requests left and seconds until the count starts anew, for each limit', example: '"sessie"; r=19; t=60' }),
  'RateLimit-Policy': z.string().optional().meta({ description: 'The limits themselves', example: '"sessie"; q=20; w=60; pk=:N2E1:' }),
});

const eventStream = [
  'Server-sent events. `status` `{ "text" }`: what is going on. `citations`: the array of citations, before the text that',
  'refers to them. `block` `{ "block" }`: the next of the answer’s `blocks`, for clients that lay it out themselves.',
  '`delta` `{ "text" }`: the next piece of the Markdown answer. `done`: the whole `Answer`; the last event.',
  '`error`: a `Problem` in place of `done`. A fault before the first event comes as an ordinary problem response.',
].join('\n');

const eventExample = [
  'event: status\ndata: {"text":"De bronnen worden doorzocht"}',
  `event: citations\ndata: ${JSON.stringify(examples.answer.citations)}`,
  `event: block\ndata: ${JSON.stringify({ block: examples.answer.blocks?.[0] })}`,
  'event: delta\ndata: {"text":"Volgens het voorbeelddocument"}',
  `event: done\ndata: ${JSON.stringify(examples.answer)}`,
  '',
].join('\n\n');

const json = (schema: z.ZodType, example: unknown) => ({ 'application/json': { schema, example } });

const body = (schema: z.ZodType, example: unknown) => ({ required: true, content: json(schema, example) });

const success = (description: string, schema: z.ZodType, example: unknown, more: object = {}) => ({
  description,
  headers: rateLimitHeaders,
  content: { ...json(schema, example), ...more },
});

/** What any call with a body can answer besides success. */
const bodyProblems: ProblemStatus[] = [400, 413, 415, 429, 500, 503];

const operations = {
  ask: {
    operationId: 'ask',
    summary: 'Answer a question from the sources, with verified citations',
    description:
      'With `"explain": true` the answer also holds `trace`: what each step found, and why the question was answered or refused. Only on a server with `EXPLAIN=on`; elsewhere the wish is ignored.',
    tags: ['answers'],
    requestParams: { header: session },
    requestBody: body(AskRequest, examples.askRequest),
    responses: {
      '200': success('The answer, or that the sources do not answer the question', Answer, examples.answer, {
        'text/event-stream': { schema: z.string().meta({ description: eventStream }), example: eventExample },
      }),
      ...problemResponses(...bodyProblems),
    },
  },
  search: {
    operationId: 'search',
    summary: 'Passages nearest to a query, best first',
    tags: ['answers'],
    requestParams: { header: session },
    requestBody: body(SearchRequest, examples.searchRequest),
    responses: { '200': success('Passages', SearchResponse, examples.searchResponse), ...problemResponses(...bodyProblems) },
  },
  feedback: {
    operationId: 'feedback',
    summary: 'Say whether an answer was good',
    description: 'Stored without question and answer; removed after 30 days.',
    tags: ['answers'],
    requestParams: { header: session },
    requestBody: body(FeedbackRequest, examples.feedbackRequest),
    responses: { '204': { description: 'Stored' }, ...problemResponses(400, 413, 415, 429, 500) },
  },
  listDocuments: {
    operationId: 'listDocuments',
    summary: 'The sources',
    tags: ['sources'],
    responses: {
      '200': success('Sources without text', z.array(DocumentSummary), examples.documentList),
      ...problemResponses(429, 500, 503),
    },
  },
  getDocument: {
    operationId: 'getDocument',
    summary: 'One source with its canonical text',
    tags: ['sources'],
    requestParams: { path: z.object({ id: z.string().meta({ description: 'Id of the document', example: examples.documentDetail.id }) }) },
    responses: {
      '200': success('The source; offsets of citations count in `text` (UTF-16 code units)', DocumentDetail, examples.documentDetail),
      ...problemResponses(400, 404, 429, 500, 503),
    },
  },
  describeCheck: {
    operationId: 'describeCheck',
    summary: 'Facts and routes of the rule check',
    tags: ['check'],
    responses: { '200': success('Facts and routes', CheckDescription, examples.checkDescription), ...problemResponses(429, 500, 503) },
  },
  runCheck: {
    operationId: 'runCheck',
    summary: 'Which funding routes apply to a situation',
    description: 'Leave out a fact that is not known; unknown never counts as no.',
    tags: ['check'],
    requestBody: body(CheckRequest, examples.checkRequest),
    responses: { '200': success('Every route with its conditions', CheckResult, examples.checkResult), ...problemResponses(...bodyProblems) },
  },
  allocate: {
    operationId: 'allocate',
    summary: 'Divide an amount over domains, sectors and insurers, to the cent',
    description: 'Percentages that do not add up to 100 are a 400 that says what they add up to.',
    tags: ['check'],
    requestBody: body(AllocationRequest, examples.allocationRequest),
    responses: { '200': success('Amounts', AllocationResult, examples.allocationResult), ...problemResponses(...bodyProblems) },
  },
  livez: {
    operationId: 'livez',
    summary: 'The process answers',
    tags: ['operation'],
    responses: { '200': { description: 'Alive', content: json(z.object({ status: z.literal('levend') }), { status: 'levend' }) } },
  },
  readyz: {
    operationId: 'readyz',
    summary: 'Index and models are loaded',
    tags: ['operation'],
    responses: {
      '200': { description: 'Ready', content: json(z.object({ status: z.literal('gereed') }), { status: 'gereed' }) },
      ...problemResponses(503),
    },
  },
  metrics: {
    operationId: 'metrics',
    summary: 'Figures in Prometheus text',
    tags: ['operation'],
    responses: { '200': { description: 'Figures', content: { 'text/plain': { schema: z.string() } } }, ...problemResponses(500) },
  },
  openapi: {
    operationId: 'openapi',
    summary: 'This document',
    tags: ['operation'],
    responses: {
      '200': { description: 'OpenAPI 3.1', content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } } },
      ...problemResponses(429, 500),
    },
  },
} satisfies Record<string, ZodOpenApiOperationObject>;

const paths: ZodOpenApiPathsObject = {
  '/api/v1/ask': { post: operations.ask },
  '/api/v1/search': { post: operations.search },
  '/api/v1/feedback': { post: operations.feedback },
  '/api/v1/documents': { get: operations.listDocuments },
  '/api/v1/documents/{id}': { get: operations.getDocument },
  '/api/v1/check': { get: operations.describeCheck, post: operations.runCheck },
  '/api/v1/allocation': { post: operations.allocate },
  '/api/v1/openapi.json': { get: operations.openapi },
  '/livez': { get: operations.livez },
  '/readyz': { get: operations.readyz },
  '/metrics': { get: operations.metrics },
};

/**
 * The OpenAPI 3.1 document, from the schemas that validate requests. With the description of the rule check, the facts
 * are spelled out with their values; without it they are "any fact".
 */
export function createOpenApiDocument(check?: CheckDescription): object {
  const document = createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Bekostigingswijzer',
      version: apiVersion,
      description:
        'Who pays for coordination between Dutch carers, proved from the official documents. Questions travel in bodies only, never in an address. Errors are `application/problem+json` (RFC 9457) with Dutch texts; a method that a path does not know is a 405 with `Allow`.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'answers', description: 'Questions and answers' },
      { name: 'sources', description: 'The documents every answer rests on' },
      { name: 'check', description: 'The rule check and the allocation' },
      { name: 'operation', description: 'Running the server' },
    ],
    paths,
  });
  if (check !== undefined) {
    const request = document.components?.schemas?.['CheckRequest'] as { properties: { facts: object } };
    request.properties.facts = factsSchema(check);
  }
  return document;
}

function factsSchema({ facts }: CheckDescription): object {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      facts.map((fact) => [
        fact.id,
        fact.type === 'boolean'
          ? { type: 'boolean', description: fact.question }
          : { enum: (fact.choices ?? []).map(({ value }) => value), type: 'string', description: fact.question },
      ]),
    ),
  };
}
