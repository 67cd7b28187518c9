import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createTestApp } from './testing/create-test-app.ts';
import { problemOf } from './testing/problem-of.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('every response', () => {
  it('carries an id of its own, whatever the client sends', async () => {
    const { app } = createTestApp();
    const response = await request(app).get('/livez').set('X-Request-Id', 'van-buiten');
    expect(response.headers['x-request-id']).toMatch(uuid);
  });

  it('carries the security headers', async () => {
    const { app } = createTestApp({ config: { frameAncestors: ["'self'", 'https://*.ziekenhuis.nl'] } });
    for (const path of ['/', '/api/v1/documents', '/bestaat-niet']) {
      const { headers } = await request(app).get(path);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';connect-src 'self';img-src 'self' data:;base-uri 'none';" +
          "form-action 'self';frame-ancestors 'self' https://*.ziekenhuis.nl;require-trusted-types-for 'script';trusted-types 'none'",
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      // would forbid the sites that frame-ancestors lists
      expect(headers).not.toHaveProperty('x-frame-options');
      // belong to the proxy that ends TLS, or break plain http on an intranet
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers).not.toHaveProperty('cross-origin-opener-policy');
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });

  it.each([
    ["'self'", 'SAMEORIGIN'],
    ["'none'", 'DENY'],
  ])('tells old browsers about frame-ancestors %s', async (source, expected) => {
    const { app } = createTestApp({ config: { frameAncestors: [source] } });
    expect((await request(app).get('/livez')).headers['x-frame-options']).toBe(expected);
  });

  it('lets other sites load the widget and nothing else', async () => {
    const { app } = createTestApp();
    const policy = async (path: string) => (await request(app).get(path)).headers['cross-origin-resource-policy'];
    expect(await policy('/widget.js')).toBe('cross-origin');
    expect(await policy('/widget-1.2.0.abc123.js')).toBe('cross-origin');
    expect(await policy('/widget.html')).toBe('same-origin');
    expect(await policy('/bronnen/widget.js')).toBe('same-origin');
  });
});

describe('CORS', () => {
  const { app } = createTestApp({ config: { allowedOrigins: ['https://www.ziekenhuis.nl'] } });
  const preflight = (origin: string) =>
    request(app)
      .options('/api/v1/ask')
      .set('Origin', origin)
      .set('Access-Control-Request-Method', 'POST')
      .set('Access-Control-Request-Headers', 'content-type,x-session');

  it('answers the preflight of a listed origin, without credentials', async () => {
    const response = await preflight('https://www.ziekenhuis.nl');
    expect(response.status).toBe(204);
    expect(response.headers['access-control-allow-origin']).toBe('https://www.ziekenhuis.nl');
    expect(response.headers['access-control-allow-methods']).toBe('GET,HEAD,POST');
    expect(response.headers['access-control-allow-headers']).toBe('Content-Type,Accept,X-Session');
    expect(response.headers['access-control-max-age']).toBe('600');
    expect(response.headers['vary']).toContain('Origin');
    expect(response.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it.each(['https://kwaad.nl', 'null', 'https://www.ziekenhuis.nl.kwaad.nl', 'http://www.ziekenhuis.nl'])('allows nothing to %s', async (origin) => {
    expect((await preflight(origin)).headers).not.toHaveProperty('access-control-allow-origin');
    const response = await request(app).get('/api/v1/documents').set('Origin', origin);
    expect(response.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('lets a listed origin read answers, problems and the headers a client needs', async () => {
    for (const path of ['/api/v1/documents', '/api/v1/documents/bestaat-niet', '/api/v1/niets', '/widget.js']) {
      const { headers } = await request(app).get(path).set('Origin', 'https://www.ziekenhuis.nl');
      expect(headers['access-control-allow-origin']).toBe('https://www.ziekenhuis.nl');
      expect(headers['access-control-expose-headers']).toBe('RateLimit,RateLimit-Policy,Retry-After,X-Request-Id');
    }
  });

  it('is closed unless configured', async () => {
    const response = await request(createTestApp().app).get('/api/v1/documents').set('Origin', 'https://www.ziekenhuis.nl');
    expect(response.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('addresses and methods that do not exist', () => {
  it('answers an unknown address with a problem', async () => {
    const { app } = createTestApp();
    for (const path of ['/bestaat-niet', '/api/v1/bestaat-niet', '/api', '/API/V1/documents', '/api/v1/documents/bestaat-niet']) {
      const response = await request(app).get(path);
      expect(response.status).toBe(404);
      const problem = problemOf(response);
      expect(problem).toMatchObject({ type: 'urn:problem-type:bekostigingswijzer:niet-gevonden', title: 'Niet gevonden', status: 404 });
      expect(problem.instance).toBe(`urn:uuid:${response.headers['x-request-id']}`);
    }
  });

  it('shows it as a page to a browser, outside the API only', async () => {
    const { app } = createTestApp();
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    const page = await request(app).get('/bestaat-niet').set('Accept', accept);
    expect([page.status, page.type]).toEqual([404, 'text/html']);
    expect(page.text).toContain('Dit adres bestaat niet.');
    expect((await request(app).get('/api/v1/bestaat-niet').set('Accept', accept)).type).toBe('application/problem+json');
  });

  it.each([
    ['get', '/api/v1/ask', 'POST, OPTIONS'],
    ['get', '/api/v1/search', 'POST, OPTIONS'],
    ['get', '/api/v1/feedback', 'POST, OPTIONS'],
    ['get', '/api/v1/allocation', 'POST, OPTIONS'],
    ['put', '/api/v1/check', 'GET, HEAD, POST, OPTIONS'],
    ['post', '/api/v1/documents', 'GET, HEAD, OPTIONS'],
    ['delete', '/api/v1/documents/voorbeeld-2024', 'GET, HEAD, OPTIONS'],
    ['post', '/api/v1/openapi.json', 'GET, HEAD, OPTIONS'],
    ['post', '/livez', 'GET, HEAD, OPTIONS'],
    ['patch', '/readyz', 'GET, HEAD, OPTIONS'],
    ['trace', '/metrics', 'GET, HEAD, OPTIONS'],
    ['put', '/', 'GET, HEAD, POST, OPTIONS'],
    ['post', '/bronnen', 'GET, HEAD, OPTIONS'],
  ] as const)('refuses %s %s and says what is allowed', async (method, path, allow) => {
    const { app } = createTestApp();
    const response = await request(app)[method](path);
    expect(response.status).toBe(405);
    expect(response.headers['allow']).toBe(allow);
    expect(response.headers['content-type']).toBe('application/problem+json');
    const options = await request(app).options(path);
    expect([options.status, options.headers['allow']]).toEqual([204, allow]);
  });

  it('answers a broken percent-encoding with a problem', async () => {
    const response = await request(createTestApp().app).get('/api/v1/documents/%E0%A4');
    expect(response.status).toBe(400);
    expect(problemOf(response).detail).toBe('Het adres klopt niet: er staat een ongeldige %-code in.');
  });
});

describe('our own faults', () => {
  it('gives a problem with a number to report and tells nothing about the inside', async () => {
    const { app, logged } = createTestApp({
      services: { assistant: { search: () => Promise.reject(new TypeError('/srv/geheim/pad is stuk')), ask: () => Promise.reject(new Error()) } },
    });
    const response = await request(app).post('/api/v1/search').send({ query: 'wie betaalt' });
    expect(response.status).toBe(500);
    const problem = problemOf(response);
    expect(problem.title).toBe('Er ging iets mis');
    expect(JSON.stringify(problem)).not.toMatch(/geheim|TypeError|\.ts/);
    const line = logged().find(({ msg }) => msg === 'request failed');
    expect(line).toMatchObject({ requestId: response.headers['x-request-id'], route: '/api/v1/search', err: { type: 'TypeError' } });
  });
});

describe('the log', () => {
  it('has one line a request: id, method, route pattern, status, time, what was answered', async () => {
    const { app, logged, metrics } = createTestApp();
    const response = await request(app).post('/api/v1/ask').send({ question: 'wie betaalt' });
    await request(app).get('/api/v1/documents/voorbeeld-2024?vraag=wie');
    await request(app).get('/zomaar/iets');
    const lines = logged();
    expect(lines).toHaveLength(3);
    expect(lines[0]).toEqual({
      level: 30,
      time: expect.any(String) as string,
      msg: 'request',
      requestId: response.headers['x-request-id'],
      method: 'POST',
      route: '/api/v1/ask',
      status: 200,
      durationMs: expect.any(Number) as number,
      outcome: 'beantwoord',
      mode: 'extractief',
      documents: ['voorbeeld-2024'],
      stages: { retrieve: 12.3, compose: 1 },
    });
    expect(lines[1]).toMatchObject({ method: 'GET', route: '/api/v1/documents/:id', status: 200, documents: ['voorbeeld-2024'] });
    expect(lines[2]).toMatchObject({ method: 'GET', route: 'unknown', status: 404 });
    const { text } = await metrics.render();
    expect(text).toContain('http_requests_total{route="/api/v1/documents/:id",method="GET",status="200"} 1');
    expect(text).toContain('http_requests_total{route="unknown",method="GET",status="404"} 1');
  });
});
