import { z } from 'zod/v4';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, type ZodOpenApiResponseObject } from 'zod-openapi';
import type { CheckDescription } from '../../contract.ts';
import { givableFacts } from '../../views/fact-parts.ts';
import type { Endpoint } from '../endpoint.ts';
import { sessionId } from '../rate-limits.ts';
import { problemResponses, type ProblemStatus } from './problem-responses.ts';

/** The API's own version: its major number stands in the path. */
const apiVersion = '1.0.0';

const session = z.object({
  'X-Session': z
    .string()
    .regex(sessionId)
    .optional()
    .meta({ description: 'Random name of this session (a browser tab), for the limit per session. Without it the address counts.', example: 'tab-5f2c9e01' }),
});

const rateLimitHeaders = z.object({
  RateLimit: z.string().optional().meta({ description: 'Requests left and seconds until the count starts anew, for each limit', example: '"sessie"; r=19; t=60' }),
  'RateLimit-Policy': z.string().optional().meta({ description: 'The limits themselves', example: '"sessie"; q=20; w=60; pk=:N2E1:' }),
});

/**
 * The OpenAPI 3.1 document of the endpoints, from the schemas that validate requests. With the description of the rule
 * check, the facts are spelled out with their values; without it they are "any fact".
 */
export function createOpenApiDocument(endpoints: readonly Endpoint[], check?: CheckDescription): object {
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
      { name: 'statements', description: 'What the sources say, said once in plain words' },
      { name: 'check', description: 'The rule check and the allocation' },
      { name: 'openai', description: 'The assistant as a model, for front ends that speak to OpenAI; its errors have OpenAI’s form' },
      { name: 'operation', description: 'Running the server' },
    ],
    paths: pathsOf(endpoints),
  });
  if (check !== undefined) {
    const request = document.components?.schemas?.['CheckRequest'] as { properties: { facts: object } };
    request.properties.facts = factsSchema(check);
  }
  return document;
}

function pathsOf(endpoints: readonly Endpoint[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint) };
  }
  return paths;
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { name, summary, description, tag, pathParameters, query, limit, body } = endpoint;
  const parameters = { ...(pathParameters ? { path: pathParameters } : {}), ...(query ? { query } : {}), ...(limit === 'session' ? { header: session } : {}) };
  return {
    operationId: name,
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    ...(Object.keys(parameters).length > 0 ? { requestParams: parameters } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body.schema, example: body.example } } } } : {}),
    responses: { [endpoint.response.content ? '200' : '204']: success(endpoint), ...problemResponses(problemsOf(endpoint), endpoint.errorForm) },
  };
}

function success({ limit, response }: Endpoint): ZodOpenApiResponseObject {
  return { ...response, ...(limit === 'none' ? {} : { headers: rateLimitHeaders }) };
}

/** What a body and a limit can go wrong with, besides the handler's own. */
function problemsOf({ body, limit, problems }: Endpoint): ProblemStatus[] {
  return [...(body ? ([400, 413, 415] as const) : []), ...(limit === 'none' ? [] : ([429] as const)), ...problems];
}

function factsSchema(description: CheckDescription): object {
  const facts = givableFacts(description);
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
