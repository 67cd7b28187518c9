import request, { type Response, type Test } from 'supertest';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import type { Problem } from '../contract.ts';
import { createTestApp } from '../testing/create-test-app.ts';
import { problemOf } from '../testing/problem-of.ts';
import { OpenAiError } from './doors/openai/openai-error.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { createOpenApiDocument } from './openapi/create-openapi-document.ts';

/** What every endpoint of the table must do, also one that is added tomorrow. */

type App = ReturnType<typeof createTestApp>['app'];
const { app } = createTestApp();
const strict = (schema: z.ZodType) => (schema instanceof z.ZodObject ? schema.strict() : schema);

/** Path with the example of each parameter. */
function pathOf({ path, pathParameters }: Endpoint): string {
  return path.replace(/:(\w+)/g, (_part, name: string) => String((pathParameters?.shape[name] as z.ZodType | undefined)?.meta()?.['example']));
}

/** The example request of an endpoint. */
function call(endpoint: Endpoint, to: App = app): Test {
  const test = request(to)[endpoint.method](pathOf(endpoint));
  return endpoint.body ? test.send(endpoint.body.example as object) : test;
}

const post = (endpoint: Endpoint, type: string, body: string) => request(app).post(pathOf(endpoint)).set('Content-Type', type).send(body);

/** The problem in a response, in the form in which the endpoint gives it. */
function problemIn({ errorForm }: Endpoint, response: Response): Pick<Problem, 'status' | 'type' | 'errors'> {
  if (errorForm === undefined) return problemOf(response);
  const { error } = OpenAiError.strict().parse(response.body);
  return { status: response.status, type: error.code, ...(error.param !== null && { errors: [{ field: error.param, detail: error.message }] }) };
}

const named = (list: readonly Endpoint[]) => list.map((endpoint) => [`${endpoint.method.toUpperCase()} ${endpoint.path}`, endpoint] as const);
const withBody = endpoints.filter(({ body }) => body !== undefined);

describe.each(named(endpoints))('%s', (_name, endpoint) => {
  const { path, method, name, limit, body, response, problems } = endpoint;

  it('answers its example request as it says', async () => {
    const answer = await call(endpoint);
    expect(answer.status).toBe(response.content ? 200 : 204);
    if (response.content === undefined) return;
    const schema = response.content[answer.type]?.schema;
    expect(schema, answer.type).toBeDefined();
    expect(strict(schema!).safeParse(answer.type === 'application/json' ? answer.body : answer.text).error).toBeUndefined();
  });

  it('has examples that fit their schemas', () => {
    for (const { schema, example } of [...(body ? [body] : []), ...Object.values(response.content ?? {})]) {
      if (example !== undefined) expect(strict(schema).safeParse(example).error).toBeUndefined();
    }
  });

  it('refuses other methods and says what is allowed', async () => {
    const known = endpoints.filter((other) => other.path === path).map((other) => other.method);
    const allow = [...(known.includes('get') ? ['GET', 'HEAD'] : []), ...(known.includes('post') ? ['POST'] : []), 'OPTIONS'].join(', ');
    for (const other of (['get', 'post', 'put', 'patch', 'delete', 'trace'] as const).filter((one) => !known.includes(one as Endpoint['method']))) {
      const refused = await request(app)[other](pathOf(endpoint));
      expect(problemIn(endpoint, refused).status).toBe(405);
      expect(refused.headers['allow']).toBe(allow);
    }
    const options = await request(app).options(pathOf(endpoint));
    expect([options.status, options.headers['allow']]).toEqual([204, allow]);
  });

  it('meets the limits it names and no other', async () => {
    const statusAfter = async (rateLimits: { perAddress: number; perSession: number }) => {
      const limited = createTestApp({ config: { rateLimits } }).app;
      await call(endpoint, limited);
      const second = await call(endpoint, limited);
      if (second.status === 429) problemIn(endpoint, second);
      return second.status;
    };
    const fine = response.content ? 200 : 204;
    expect(await statusAfter({ perAddress: 1, perSession: 0 })).toBe(limit === 'none' ? fine : 429);
    expect(await statusAfter({ perAddress: 0, perSession: 1 })).toBe(limit === 'session' ? 429 : fine);
  });

  it('says so while the sources are being loaded, or does without them', async () => {
    const answer = await call(endpoint, createTestApp({ loading: true }).app);
    if (problems.includes(503)) expect(problemIn(endpoint, answer).status).toBe(503);
    else expect(answer.status).toBe(response.content ? 200 : 204);
  });

  it('is in the OpenAPI document', () => {
    const { paths } = createOpenApiDocument(endpoints) as { paths: Record<string, Record<string, { operationId: string; responses: object }>> };
    const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method];
    expect(operation?.operationId).toBe(name);
    expect(Object.keys(operation?.responses ?? {})).toEqual(
      expect.arrayContaining([response.content ? '200' : '204', ...problems.map(String), ...(body ? ['400', '413', '415'] : []), ...(limit === 'none' ? [] : ['429'])]),
    );
  });
});

describe.each(named(withBody))('the body of %s', (_name, endpoint) => {
  it.each(['', 'text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16'])('is not of type "%s"', async (type) => {
    const refused = await post(endpoint, type, JSON.stringify(endpoint.body?.example));
    expect(problemIn(endpoint, refused).status).toBe(415);
    expect(refused.headers['accept']).toBe('application/json');
  });

  it.each([['no JSON', '{"a": x}'], ['no object', '"tekst"'], ['nothing', '']])('is refused when it is %s', async (_what, text) => {
    expect(problemIn(endpoint, await post(endpoint, 'application/json', text)).status).toBe(400);
  });

  it('is refused field by field when nothing in it fits', async () => {
    const problem = problemIn(endpoint, await post(endpoint, 'application/json', '{}'));
    expect(problem).toMatchObject({ status: 400, type: endpoint.errorForm ? 'invalid_value' : 'urn:problem-type:bekostigingswijzer:ongeldige-invoer' });
    expect(problem.errors?.length).toBeGreaterThan(0);
  });

  it('has a limited size', async () => {
    const history = endpoint.body?.history ? { history: [{ role: 'user', content: 'x' }] } : {};
    const limit = endpoint.body?.limit ?? (endpoint.body?.history ? 32 * 1024 : 8 * 1024);
    const ofSize = (bytes: number) => {
      const text = JSON.stringify({ ...(endpoint.body?.example as object), ...history, vulling: '' });
      return text.replace('"vulling":""', `"vulling":"${'x'.repeat(bytes - text.length)}"`);
    };
    // the filling is no field: some refuse it, but not for its size
    expect((await post(endpoint, 'application/json', ofSize(limit - 100))).status).not.toBe(413);
    expect(problemIn(endpoint, await post(endpoint, 'application/json', ofSize(limit + 1))).status).toBe(413);
  });
});

describe('the table of endpoints', () => {
  it('names each operation, and each method of a path, once', () => {
    expect(new Set(endpoints.map(({ name }) => name)).size).toBe(endpoints.length);
    expect(new Set(endpoints.map(({ method, path }) => `${method} ${path}`)).size).toBe(endpoints.length);
  });

  it('is the whole OpenAPI document', () => {
    const { paths } = createOpenApiDocument(endpoints) as { paths: Record<string, object> };
    expect(Object.values(paths).flatMap((methods) => Object.keys(methods))).toHaveLength(endpoints.length);
  });
});
