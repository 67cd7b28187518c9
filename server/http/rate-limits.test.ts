import request, { type Test } from 'supertest';
import { describe, expect, it } from 'vitest';
import { createTestApp } from '../testing/create-test-app.ts';
import { problemOf } from '../testing/problem-of.ts';

const app = (perAddress: number, perSession: number, trustProxy: false | number = false) =>
  createTestApp({ config: { rateLimits: { perAddress, perSession }, trustProxy } }).app;

async function statuses(count: number, call: (n: number) => Test): Promise<number[]> {
  const result: number[] = [];
  for (let n = 0; n < count; n += 1) result.push((await call(n)).status);
  return result;
}

describe('limit per session', () => {
  it('refuses with Dutch text, seconds and headers', async () => {
    const server = app(0, 2);
    const ask = () => request(server).post('/api/v1/ask').send({ question: 'x' });
    const first = await ask();
    expect(first.headers['ratelimit']).toMatch(/^"sessie"; r=1; t=\d+$/);
    expect(first.headers['ratelimit-policy']).toMatch(/^"sessie"; q=2; w=60; pk=:[^:]+:$/);
    await ask();
    const refused = await ask();
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.headers['ratelimit']).toMatch(/^"sessie"; r=0; t=\d+$/);
    expect(problemOf(refused)).toMatchObject({
      type: 'urn:problem-type:bekostigingswijzer:te-veel-verzoeken',
      detail: `U stuurt veel verzoeken na elkaar. Wacht ${seconds === 1 ? '1 seconde' : `${seconds} seconden`} en probeer het dan opnieuw.`,
    });
  });

  it('counts questions, searches and feedback together, and nothing else', async () => {
    const server = app(0, 3);
    await request(server).post('/api/v1/ask').send({ question: 'x' });
    await request(server).post('/api/v1/search').send({ query: 'x' });
    await request(server).post('/api/v1/feedback').send({ answerId: 'antwoord-1', verdict: 'goed' });
    expect((await request(server).post('/api/v1/search').send({ query: 'x' })).status).toBe(429);
    expect((await request(server).post('/').type('form').send({ vraag: 'x' })).status).toBe(429);
    expect((await request(server).get('/api/v1/documents')).status).toBe(200);
    expect((await request(server).post('/api/v1/check').send({ facts: {} })).status).toBe(200);
  });

  it('counts each session of an address apart', async () => {
    const server = app(0, 1);
    const ask = (session: string) => request(server).post('/api/v1/ask').set('X-Session', session).send({ question: 'x' });
    expect((await ask('tabblad-1')).status).toBe(200);
    expect((await ask('tabblad-2')).status).toBe(200);
    expect((await ask('tabblad-1')).status).toBe(429);
  });

  it('refuses a session that is no session', async () => {
    const response = await request(app(0, 0)).post('/api/v1/ask').set('X-Session', 'wie betaalt dit?').send({ question: 'x' });
    expect(response.status).toBe(400);
    expect(problemOf(response).detail).toContain('X-Session');
  });
});

describe('limit per address', () => {
  it('counts every call of the API, whatever session it claims', async () => {
    const server = app(3, 0);
    const ask = (n: number) => request(server).post('/api/v1/ask').set('X-Session', `tabblad-${n}`).send({ question: 'x' });
    expect(await statuses(4, ask)).toEqual([200, 200, 200, 429]);
    expect((await request(server).get('/api/v1/documents')).status).toBe(429);
  });

  it('never counts preflights, health, metrics and pages', async () => {
    const server = app(1, 1);
    expect((await request(server).get('/api/v1/documents')).status).toBe(200);
    expect(await statuses(3, () => request(server).options('/api/v1/ask'))).toEqual([204, 204, 204]);
    for (const path of ['/livez', '/readyz', '/metrics', '/', '/bronnen']) expect((await request(server).get(path)).status).toBe(200);
  });

  it('believes no proxy header unless configured', async () => {
    const call = (server: ReturnType<typeof app>) => (n: number) => request(server).get('/api/v1/documents').set('X-Forwarded-For', `192.0.2.${n}`);
    expect(await statuses(3, call(app(1, 0)))).toEqual([200, 429, 429]);
    expect(await statuses(3, call(app(1, 0, 1)))).toEqual([200, 200, 200]);
  });

  it('takes the /56 of an IPv6 address as one subscriber', async () => {
    const server = app(1, 0, 1);
    const call = (address: string) => request(server).get('/api/v1/documents').set('X-Forwarded-For', address);
    expect((await call('2001:db8:0:1::1')).status).toBe(200);
    expect((await call('2001:db8:0:2::2')).status).toBe(429);
    expect((await call('2001:db8:1:1::1')).status).toBe(200);
  });
});

describe('limit of pages', () => {
  it('counts pages of every kind, shows the problem as a page, and counts no files, health and calls of the API', async () => {
    const { app: server } = createTestApp({ config: { rateLimits: { perAddress: 0, perSession: 0, pages: 3 } } });
    for (const path of ['/widget.js', '/livez', '/api/v1/documents']) await request(server).get(path);
    expect((await request(server).get('/')).status).toBe(200);
    expect((await request(server).get('/bronnen')).status).toBe(200);
    expect((await request(server).get('/sitemap.xml')).status).toBe(200);
    const refused = await request(server).get('/routes').set('Accept', 'text/html');
    expect([refused.status, refused.type]).toEqual([429, 'text/html']);
    expect(refused.headers['retry-after']).toMatch(/^\d+$/);
    expect((await request(server).get('/livez')).status).toBe(200);
  });
});

describe('limit of feedback', () => {
  it('is a number a day for each address, whatever session it claims', async () => {
    const { app: server, feedback } = createTestApp({ config: { rateLimits: { perAddress: 0, perSession: 0, feedback: 2 } } });
    const give = (n: number) => request(server).post('/api/v1/feedback').set('X-Session', `tabblad-${n}`).send({ answerId: 'antwoord-1', verdict: 'goed' });
    expect(await statuses(3, give)).toEqual([204, 204, 429]);
    expect(feedback).toHaveLength(2);
    expect((await give(9)).body).toMatchObject({ detail: 'U stuurt veel verzoeken na elkaar. Wacht 24 uur en probeer het dan opnieuw.' });
    expect((await request(server).post('/api/v1/ask').send({ question: 'x' })).status).toBe(200);
  });
});

describe('no limits', () => {
  it('is 0, and sends no headers about them', async () => {
    const server = app(0, 0);
    const response = await request(server).post('/api/v1/ask').send({ question: 'x' });
    expect(response.headers).not.toHaveProperty('ratelimit');
    expect(await statuses(30, () => request(server).post('/api/v1/ask').send({ question: 'x' }))).toEqual(Array(30).fill(200));
  });
});
