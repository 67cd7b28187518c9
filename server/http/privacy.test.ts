import request, { type Test } from 'supertest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BadInputError, IndexUnusableError, NotFoundError, NotReadyError, QueueFullError, UnavailableError } from '../errors.ts';
import type { TraceStep } from '../contract.ts';
import type { Services } from '../assistant/services.ts';
import { createTestApp } from '../testing/create-test-app.ts';
import { fakeRules, fakeServices } from '../testing/fake-services.ts';
import { endpoints } from './endpoints.ts';

/**
 * A canary in everything a client can send, through every route and every fault: it must come out in no log line, metric,
 * header or console output.
 */
const canary = 'KANARIE7351';

/** Every kind of error that a service can throw, each carrying the canary in every place an error has. */
const faults: (new (message: string) => Error)[] = [
  Error,
  TypeError,
  BadInputError,
  NotFoundError,
  NotReadyError,
  QueueFullError,
  UnavailableError,
  IndexUnusableError,
];

function failing(Fault: new (message: string) => Error): Services {
  const fail = (): never => {
    const cause = Object.assign(new Error(`${canary}\n    at ${canary} (/${canary}.ts:1:1)`), { code: canary.toLowerCase() });
    throw Object.assign(new Fault(`${canary}\n    at ${canary} (/${canary}.ts:1:1)`), { cause, body: canary, question: canary });
  };
  return {
    assistant: { search: () => Promise.resolve().then(fail), ask: () => Promise.resolve().then(fail) },
    documents: { list: fail, get: fail },
    rules: { describe: fail, check: fail, allocate: fail },
    routes: { list: fail, get: fail },
    statements: { list: fail, get: fail },
  };
}

function echoing(): Services {
  return {
    ...fakeServices,
    assistant: {
      search: async (input) => (await fakeServices.assistant.search(input)).map((result) => ({ ...result, text: canary })),
      ask: async (input, options) => {
        options?.onEvent?.({ type: 'delta', text: canary });
        options?.onEvent?.({ type: 'block', block: { type: 'gap', question: canary } });
        const found: TraceStep = { step: 'quote', durationMs: 1, quotes: [], open: [canary], partDoubt: 1 };
        options?.onStep?.(found);
        return { ...(await fakeServices.assistant.ask(input)), answer: canary, notices: [canary], trace: [found] };
      },
    },
    rules: fakeRules,
  };
}

/** The example with the canary for every text in it. */
const canaries = (example: unknown): unknown => JSON.parse(JSON.stringify(example), (_key, value) => (typeof value === 'string' ? canary : value));

type App = ReturnType<typeof createTestApp>['app'];

/** Every way to send something, well formed and not. */
function requests(app: App): Test[] {
  const q = `?q=${canary}`;
  const json = (path: string, body: unknown) =>
    request(app)
      .post(path + q)
      .set({ 'X-Request-Id': canary, 'User-Agent': canary, Referer: `http://${canary}/`, Cookie: `a=${canary}`, Origin: `http://${canary}` })
      .type('json')
      .send(typeof body === 'string' ? body : JSON.stringify(body));
  const history = [{ role: 'user', content: canary }];
  return [
    json('/api/v1/ask', { question: canary, history }),
    json('/api/v1/ask', { question: canary, explain: true }),
    json('/api/v1/ask', { question: canary, explain: canary }),
    json('/api/v1/ask', { question: canary }).set('Accept', 'text/event-stream'),
    json('/api/v1/ask', { question: canary, asOf: canary }),
    json('/api/v1/ask', { question: canary.repeat(200) }),
    json('/api/v1/ask', { question: 5, [canary]: canary }),
    json('/api/v1/ask', `{"question":"${canary}`),
    json('/api/v1/ask', `{"question":"${canary.repeat(4000)}"}`),
    json('/api/v1/ask', { question: canary }).set('Content-Type', `text/${canary}`),
    json('/api/v1/ask', { question: canary }).set('Content-Type', `application/json; charset=${canary}`),
    json('/api/v1/ask', { question: canary }).set('Content-Encoding', canary),
    json('/api/v1/ask', { question: canary }).set('X-Session', `${canary} wie betaalt`),
    json('/api/v1/search', { query: canary }),
    json('/api/v1/search', { query: canary, limit: canary }),
    json('/api/v1/feedback', { answerId: 'antwoord-1', verdict: 'goed', reason: canary }),
    json('/api/v1/feedback', { answerId: `${canary} !`, verdict: canary }),
    json('/api/v1/check', { facts: { [canary]: canary } }),
    json('/api/v1/check', { facts: canary }),
    json('/api/v1/allocation', { total: canary, domains: [{ name: canary, percentage: canary }] }),
    json('/api/v1/documents', canary),
    json(`/api/v1/${canary}`, { question: canary }),
    request(app).get(`/api/v1/documents${q}`),
    request(app).get(`/api/v1/documents/${canary}${q}`),
    request(app).get(`/api/v1/documents/%E0${canary}`),
    request(app).get(`/api/v1/check${q}`),
    request(app).get(`/api/v1/openapi.json${q}`),
    request(app).get(`/livez${q}`),
    request(app).get(`/readyz${q}`),
    request(app).get(`/metrics${q}`),
    request(app).get(`/${canary}`),
    request(app).get(`/${q}`).set('Accept', 'text/html'),
    request(app).get(`/bronnen${q}`),
    request(app).get(`/bronnen/${canary}${q}`).set('Accept', 'text/html'),
    request(app).post(`/${q}`).type('form').send({ vraag: canary }),
    request(app).post(`/${q}`).type('form').send({ vraag: canary.repeat(200) }),
    request(app).post(`/${q}`).type('form').send(`vraag=%E0${canary}&${'x=1&'.repeat(50)}`),
    request(app).put(`/api/v1/ask${q}`).send({ question: canary }),
    request(app).options(`/api/v1/ask${q}`),
    ...endpoints.flatMap(({ path, body }) => (body ? [json(path, canaries(body.example)), json(path, `{"${canary}`)] : [])),
  ];
}

const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
  }
});
afterEach(() => vi.restoreAllMocks());

async function expectSilence({ app, logged, metrics }: ReturnType<typeof createTestApp>): Promise<void> {
  let answered = 0;
  for (const call of requests(app)) {
    const { headers, status } = await call;
    answered += 1;
    expect(status).toBeGreaterThanOrEqual(200);
    expect(JSON.stringify(headers).toLowerCase()).not.toContain(canary.toLowerCase());
  }
  const lines = logged();
  expect(lines.filter(({ msg }) => msg === 'request')).toHaveLength(answered);
  expect(JSON.stringify(lines).toLowerCase()).not.toContain(canary.toLowerCase());
  expect((await metrics.render()).text.toLowerCase()).not.toContain(canary.toLowerCase());
  expect(written.join('').toLowerCase()).not.toContain(canary.toLowerCase());
}

describe('what users type stays out of logs, metrics, headers and console', () => {
  it('when all goes well', () => expectSilence(createTestApp({ services: echoing() })));

  it.each(faults)('when a service fails with %o', (Fault) => expectSilence(createTestApp({ services: failing(Fault) })));

  it('when a limit is met', () =>
    expectSilence(createTestApp({ services: echoing(), config: { rateLimits: { perAddress: 3, perSession: 1 }, allowedOrigins: ['https://a.nl'] } })));

  it('when a proxy is trusted', () => expectSilence(createTestApp({ services: echoing(), config: { trustProxy: 1 } })));

  it('while loading', () => expectSilence(createTestApp({ loading: true })));

  it('when feedback cannot be stored', () =>
    expectSilence(createTestApp({ feedback: { add: ({ reason }) => Promise.reject(new Error(reason)) } })));
});
