import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createTestApp } from '../../testing/create-test-app.ts';
import { fakeServices } from '../../testing/fake-services.ts';
import { problemOf } from '../../testing/problem-of.ts';

describe('/livez', () => {
  it('answers from the first moment to the last', async () => {
    const { app, readiness } = createTestApp({ loading: true });
    expect((await request(app).get('/livez')).body).toEqual({ status: 'levend' });
    readiness.stopping();
    expect((await request(app).get('/livez')).status).toBe(200);
  });
});

describe('/readyz', () => {
  it('is ready between loading and stopping, and requests under way still find the services', async () => {
    const { app, readiness } = createTestApp({ loading: true });
    const loading = await request(app).get('/readyz');
    expect([loading.status, loading.headers['retry-after']]).toEqual([503, '2']);
    expect(problemOf(loading).detail).toContain('start op');

    readiness.loaded(fakeServices);
    const ready = await request(app).get('/readyz');
    expect([ready.status, ready.body]).toEqual([200, { status: 'gereed' }]);

    readiness.stopping();
    const stopping = await request(app).get('/readyz');
    expect(stopping.status).toBe(503);
    expect(problemOf(stopping).detail).toContain('stopt');
    expect((await request(app).post('/api/v1/ask').send({ question: 'x' })).status).toBe(200);
  });
});

describe('a server that answers less well than it could', () => {
  it('is ready, and says in /readyz what is the matter', async () => {
    const warnings = ['De geleerde gewichten doen niet mee.'];
    const ready = await request(createTestApp({ services: { warnings } }).app).get('/readyz');
    expect([ready.status, ready.body]).toEqual([200, { status: 'gereed', warnings }]);
  });
});

describe('/metrics', () => {
  it('is Prometheus text', async () => {
    const { app } = createTestApp();
    await request(app).get('/livez');
    const response = await request(app).get('/metrics');
    expect(response.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.text).toContain('bekostigingswijzer_http_requests_total{route="/livez",method="GET",status="200"} 1');
  });

  it('answers this machine only, and nobody who comes through a proxy on it', async () => {
    const { app } = createTestApp();
    for (const header of ['X-Forwarded-For', 'Forwarded', 'Via']) {
      const response = await request(app).get('/metrics').set(header, '192.0.2.1');
      expect(problemOf(response).status).toBe(403);
    }
  });

  it('answers whoever has the token, from anywhere, and nobody else', async () => {
    const { app } = createTestApp({ config: { metricsToken: 'een-lange-sleutel' } });
    const get = (authorization?: string) => {
      const test = request(app).get('/metrics').set('X-Forwarded-For', '192.0.2.1');
      return authorization === undefined ? test : test.set('Authorization', authorization);
    };
    expect((await get('Bearer een-lange-sleutel')).status).toBe(200);
    for (const wrong of [undefined, 'Bearer een-lange-sleute', 'Bearer een-lange-sleutel2', 'een-lange-sleutel', 'Basic een-lange-sleutel']) {
      expect((await get(wrong)).status).toBe(403);
    }
  });
});
