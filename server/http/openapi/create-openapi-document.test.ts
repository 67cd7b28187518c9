import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod/v4';
import * as contract from '../../contract.ts';
import { createTestApp } from '../../testing/create-test-app.ts';
import { OpenAiError } from '../doors/openai/openai-error.ts';
import { endpoints } from '../endpoints.ts';
import { createOpenApiDocument } from './create-openapi-document.ts';
import { examples } from './examples.ts';

interface Operation {
  requestBody?: { content: Record<string, { schema: object; example: object }> };
  responses: Record<string, { content?: Record<string, { schema: object; example?: unknown }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties: Record<string, object>; required: string[] }> };
}

const document = createOpenApiDocument(endpoints) as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('createOpenApiDocument', () => {
  it('is OpenAPI 3.1 with every call of the contract', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(operations.map(({ path, method }) => `${method} ${path}`)).toEqual(
      expect.arrayContaining([
        'post /api/v1/ask',
        'post /api/v1/search',
        'post /api/v1/feedback',
        'get /api/v1/documents',
        'get /api/v1/documents/{id}',
        'get /api/v1/check',
        'post /api/v1/check',
        'post /api/v1/allocation',
        'get /openai/v1/models',
        'post /openai/v1/chat/completions',
        'get /api/v1/openapi.json',
        'get /livez',
        'get /readyz',
        'get /metrics',
      ]),
    );
  });

  it('describes the limits that validation enforces', () => {
    const { AskRequest, SearchRequest } = document.components.schemas;
    expect(AskRequest?.properties['question']).toMatchObject({ type: 'string', minLength: 1, maxLength: 1000 });
    expect(AskRequest?.required).toEqual(['question']);
    expect(SearchRequest?.properties['limit']).toMatchObject({ type: 'integer', minimum: 1, maximum: 50, default: 8 });
    // a default makes it optional for the client
    expect(SearchRequest?.required).toEqual(['query']);
  });

  it('gives every call with a body every problem it can answer, each with an example', () => {
    for (const { path, operation } of operations.filter(({ method }) => method === 'post')) {
      for (const status of ['400', '413', '415', '429', '500']) {
        const content = operation.responses[status]?.content;
        if (path.startsWith('/openai/')) expect(OpenAiError.safeParse(content?.['application/json']?.example).error, `${path} ${status}`).toBeUndefined();
        else expect(contract.Problem.parse(content?.['application/problem+json']?.example).status, `${path} ${status}`).toBe(Number(status));
      }
    }
  });

  it('has an example for every JSON body', () => {
    for (const { path, method, operation } of operations) {
      if (path.endsWith('openapi.json')) continue;
      const bodies = [operation.requestBody, ...Object.values(operation.responses)].flatMap((body) => Object.entries(body?.content ?? {}));
      for (const [type, body] of bodies.filter(([type]) => type.includes('json'))) {
        expect(body.example, `${method} ${path} ${type}`).toBeDefined();
      }
    }
  });

  it('spells out the facts of the rule check once they are known', () => {
    const facts = (createOpenApiDocument(endpoints, examples.checkDescription) as Document).components.schemas['CheckRequest']?.properties['facts'];
    expect(facts).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: {
        onderwerp: { type: 'string', enum: ['individu', 'groep'], description: 'Gaat het overleg over één patiënt of over een groep?' },
      },
    });
    // and leaves the general document alone
    expect((createOpenApiDocument(endpoints) as Document).components.schemas['CheckRequest']?.properties['facts']).not.toHaveProperty('properties');
  });

  it('is served, from the first moment', async () => {
    const served = await request(createTestApp().app).get('/api/v1/openapi.json');
    expect(served.body).toEqual(createOpenApiDocument(endpoints, examples.checkDescription));
    const loading = await request(createTestApp({ loading: true }).app).get('/api/v1/openapi.json');
    expect(loading.body).toEqual(document);
  });
});

describe('examples', () => {
  it.each<[keyof typeof examples, z.ZodType]>([
    ['askRequest', contract.AskRequest],
    ['answer', contract.Answer.strict()],
    ['searchRequest', contract.SearchRequest],
    ['searchResponse', contract.SearchResponse.strict()],
    ['documentDetail', contract.DocumentDetail.strict()],
    ['feedbackRequest', contract.FeedbackRequest.strict()],
    ['checkDescription', contract.CheckDescription.strict()],
    ['checkRequest', contract.CheckRequest.strict()],
    ['checkResult', contract.CheckResult.strict()],
    ['allocationRequest', contract.AllocationRequest.strict()],
    ['allocationResult', contract.AllocationResult.strict()],
  ])('%s is valid', (name, schema) => {
    expect(schema.safeParse(examples[name]).error).toBeUndefined();
  });

  it('quote what stands in the example document', () => {
    const { text } = examples.documentDetail;
    for (const { quote, start, end } of examples.answer.citations) expect(text.slice(start, end)).toBe(quote);
  });
});
