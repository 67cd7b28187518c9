import request, { type Test } from 'supertest';
import { describe, expect, it } from 'vitest';
import type { Services } from '../../../assistant/services.ts';
import { createTestApp } from '../../../testing/create-test-app.ts';
import { examples } from '../../openapi/examples.ts';

const message = (method: string, params: object = {}) => ({ jsonrpc: '2.0', id: 1, method, params });
const call = (name: string, args: object) => message('tools/call', { name, arguments: args });

type App = ReturnType<typeof createTestApp>['app'];
const post = (app: App, body: object | string, headers: Record<string, string> = {}): Test =>
  request(app)
    .post('/mcp')
    .set({ 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', ...headers })
    .send(body);
const { app } = createTestApp();

/** The message in a response, which is JSON or one event. */
function messageIn({ text }: { text: string }): { result?: Record<string, unknown>; error?: { code: number; message: string }; id: unknown } {
  return JSON.parse(text.startsWith('{') ? text : (/^data: (.*)$/m.exec(text)?.[1] ?? '')) as ReturnType<typeof messageIn>;
}

describe('POST /mcp', () => {
  it.each(['2025-03-26', '2025-06-18', '2025-11-25'])('shakes hands in the protocol of %s', async (protocolVersion) => {
    const response = await post(app, message('initialize', { protocolVersion, capabilities: {}, clientInfo: { name: 'test', version: '1' } }));
    expect(response.status).toBe(200);
    expect(messageIn(response).result).toMatchObject({ protocolVersion, serverInfo: { name: 'bekostigingswijzer', title: 'Bekostigingswijzer' } });
    expect(response.headers['mcp-session-id']).toBeUndefined();
  });

  it('answers a call without handshake: no request needs an earlier one', async () => {
    const response = await post(app, call('ask', { question: 'Wanneer wordt coördinatie betaald?' }));
    expect(messageIn(response).result).toMatchObject({ structuredContent: { outcome: 'beantwoord', citations: [{ n: 1 }] } });
    expect(response.headers['cache-control']).toMatch(/no-(?:store|cache)/);
  });

  it('offers a plan where the server can make one', async () => {
    const without = createTestApp({ services: { planner: undefined } as unknown as Partial<Services> }).app;
    const names = async (to: App) => (messageIn(await post(to, message('tools/list'))).result as { tools: { name: string }[] }).tools.map(({ name }) => name);
    expect(await names(app)).toContain('plan');
    expect(await names(without)).not.toContain('plan');
    const made = messageIn(await post(app, call('plan', examples.planRequest))).result;
    expect(made).toMatchObject({ structuredContent: { asOf: examples.planResult.asOf, citations: examples.planResult.citations } });
    expect(messageIn(await post(app, call('plan', { participants: [{ name: 'mevrouw De Vries, geboren 3 april 1950' }] }))).result).toMatchObject({ isError: true });
    expect(messageIn(await post(app, call('plan', { participants: [] }))).result).toMatchObject({ isError: true });
  });

  it('lets no model say that a question is not about a patient', async () => {
    const { result } = messageIn(await post(app, call('ask', { question: 'Wie betaalt mevrouw De Vries, geboren 3 april 1950?', notAboutPatient: true })));
    expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('Haal dit weg') as string }] });
  });

  it.each<[string, object | string, number, number]>([
    ['no JSON', '{"a"', 400, -32700],
    ['nothing', '', 400, -32700],
    ['a batch', [message('tools/list'), message('tools/list')], 400, -32600],
    ['no message', { vraag: 'x' }, 400, -32600],
    ['an unknown method', message('wis/alles'), 200, -32601],
    ['an unknown tool', call('wis_alles', {}), 200, -32602],
    ['arguments that are none', message('tools/call', { name: 'ask', arguments: 'x' }), 200, -32602],
    ['something too large', call('ask', { question: 'x'.repeat(70_000) }), 413, -32600],
  ])('says in the protocol that it got %s', async (_what, body, status, code) => {
    const response = await post(app, body);
    expect([response.status, messageIn(response).error?.code]).toEqual([status, code]);
    expect(response.text).not.toMatch(/node_modules|\n\s+at /);
  });

  it('knows no other method', async () => {
    for (const method of ['get', 'delete', 'put'] as const) {
      const response = await request(app)[method]('/mcp');
      expect([response.status, response.headers['allow']]).toEqual([405, 'POST, OPTIONS']);
      expect(messageIn(response).error?.message).toContain('Gebruik POST');
    }
  });

  it('says that it is not ready yet', async () => {
    const response = await post(createTestApp({ loading: true }).app, message('tools/list'));
    expect([response.status, messageIn(response).error?.code]).toEqual([503, -32000]);
    expect(response.headers['retry-after']).toBe('2');
  });
});

describe('who may call', () => {
  const site = 'https://www.ziekenhuis.nl';
  const status = async (headers: Record<string, string>, config = {}) => (await post(createTestApp({ config }).app, message('tools/list'), headers)).status;

  it('is a program, a page of this machine, or a site that is on the list', async () => {
    expect(await status({})).toBe(200);
    expect(await status({ Origin: 'http://localhost:6274' })).toBe(200);
    expect(await status({ Origin: site })).toBe(403);
    expect(await status({ Origin: site }, { allowedOrigins: [site] })).toBe(200);
    expect(await status({ Origin: 'null' })).toBe(403);
  });

  it('is nobody who gave this machine another name, unless a proxy stands before it', async () => {
    expect(await status({ Host: 'kwaad.example:3000' })).toBe(403);
    expect(await status({ Host: 'localhost:3000' })).toBe(200);
    expect(await status({ Host: '[::1]:3000' })).toBe(200);
    expect(await status({ Host: 'wijzer.example' }, { trustProxy: 1 })).toBe(200);
  });

  it('may ask for any header of the protocol from a site on the list', async () => {
    const response = await request(createTestApp({ config: { allowedOrigins: [site] } }).app)
      .options('/mcp')
      .set({ Origin: site, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'mcp-protocol-version,content-type' });
    expect(response.headers['access-control-allow-headers']).toBe('mcp-protocol-version,content-type');
  });
});

describe('limits', () => {
  it('count questions and searches of a session, and no other call', async () => {
    const limited = createTestApp({ config: { rateLimits: { perAddress: 0, perSession: 2 } } }).app;
    for (const free of [message('tools/list'), call('verify_quote', { text: 'x' }), call('fetch', { id: 'voorbeeld-2024' }), call('check', { facts: {} })]) {
      expect((await post(limited, free)).status).toBe(200);
    }
    expect((await post(limited, call('ask', { question: 'Wie betaalt?' }))).status).toBe(200);
    expect((await request(limited).post('/api/v1/search').send({ query: 'x' })).status).toBe(200);
    const refused = await post(limited, call('search', { query: 'x' }));
    expect([refused.status, messageIn(refused).error?.code]).toEqual([429, -32000]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('count every call of an address', async () => {
    const limited = createTestApp({ config: { rateLimits: { perAddress: 1, perSession: 0 } } }).app;
    expect((await post(limited, message('tools/list'))).status).toBe(200);
    expect((await post(limited, message('tools/list'))).status).toBe(429);
    expect((await request(limited).get('/api/v1/documents')).status).toBe(429);
  });
});

describe('the log', () => {
  it('has the name of the tool and nothing of what was asked', async () => {
    const test = createTestApp();
    await post(test.app, call('ask', { question: 'KANARIE7351' }));
    await post(test.app, call('KANARIE7351', { vraag: 'KANARIE7351' }));
    expect(test.logged()).toContainEqual(expect.objectContaining({ route: '/mcp', tool: 'ask', status: 200 }));
    expect(JSON.stringify(test.logged())).not.toContain('KANARIE7351');
  });
});
