import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createTestApp } from '../testing/create-test-app.ts';
import { problemOf } from '../testing/problem-of.ts';

const { app } = createTestApp();
const post = (path: string) => request(app).post(path);
const ofSize = (bytes: number, body: object) => {
  const text = JSON.stringify({ ...body, vulling: '' });
  return text.replace('"vulling":""', `"vulling":"${'x'.repeat(bytes - text.length)}"`);
};

describe('size of a body', () => {
  it.each(['/api/v1/search', '/api/v1/feedback', '/api/v1/check', '/api/v1/allocation', '/api/v1/ask'])('is at most 8 kB at %s', async (path) => {
    const send = (bytes: number) => post(path).type('json').send(ofSize(bytes, { query: 'x', question: 'x', facts: {} }));
    expect((await send(8192)).status).not.toBe(413);
    const response = await send(8193);
    expect(response.status).toBe(413);
    expect(problemOf(response).detail).toBe('Het bericht is te groot. Stuur hoogstens 8 kB.');
  });

  it('is at most 32 kB for a question with history', async () => {
    const history = [{ role: 'user', content: 'Eerder gevraagd' }];
    const send = (bytes: number) => post('/api/v1/ask').type('json').send(ofSize(bytes, { question: 'x', history }));
    expect((await send(32_768)).status).toBe(200);
    expect(problemOf(await send(32_769)).detail).toBe(
      'Het bericht is te groot. Stuur hoogstens 32 kB, en zonder eerdere berichten (history) hoogstens 8 kB.',
    );
  });

  it('does not grow by an empty history', async () => {
    expect((await post('/api/v1/ask').type('json').send(ofSize(8193, { question: 'x', history: [] }))).status).toBe(413);
  });
});

describe('form of a body', () => {
  it.each([
    ['an empty type', ''],
    ['a form', 'application/x-www-form-urlencoded'],
    ['plain text', 'text/plain'],
    ['another JSON type', 'application/vnd.api+json'],
    ['another character set', 'application/json; charset=utf-16'],
    ['Latin-1', 'application/json; charset=iso-8859-1'],
  ])('refuses %s', async (_name, type) => {
    const response = await post('/api/v1/ask').set('Content-Type', type).send('{"question":"x"}');
    expect(response.status).toBe(415);
    expect(response.headers['accept']).toBe('application/json');
    expect(problemOf(response).type).toBe('urn:problem-type:bekostigingswijzer:verkeerde-vorm');
  });

  it('takes JSON with its character set', async () => {
    expect((await post('/api/v1/ask').set('Content-Type', 'application/json; charset=UTF-8').send('{"question":"x"}')).status).toBe(200);
  });

  it('refuses compression, which would be a way around the limit', async () => {
    const response = await post('/api/v1/ask')
      .type('json')
      .set('Content-Encoding', 'gzip')
      .serialize((body: Buffer) => body as unknown as string)
      .send(gzipSync('{"question":"x"}'));
    expect(response.status).toBe(415);
    expect(problemOf(response).detail).toBe('Stuur de inhoud zonder compressie (geen Content-Encoding).');
  });

  it('says that there is no body', async () => {
    const response = await post('/api/v1/ask');
    expect(response.status).toBe(400);
    expect(problemOf(response).detail).toBe('De inhoud ontbreekt. Stuur een JSON-object.');
  });

  it('says that a body is no JSON', async () => {
    const response = await post('/api/v1/ask').type('json').send('{"question": x}');
    expect(response.status).toBe(400);
    expect(problemOf(response).detail).toBe("De inhoud is geen geldige JSON. Controleer aanhalingstekens, komma's en haakjes.");
  });

  it('refuses bytes that are no UTF-8 rather than answer another question', async () => {
    const bytes = Buffer.concat([Buffer.from('{"question":"pati'), Buffer.from([0xeb]), Buffer.from('nt"}')]);
    const response = await post('/api/v1/ask')
      .type('json')
      .serialize((body: Buffer) => body as unknown as string)
      .send(bytes);
    expect(response.status).toBe(400);
    expect(problemOf(response).detail).toContain('geen geldige UTF-8');
  });

  it('takes a byte order mark', async () => {
    expect((await post('/api/v1/ask').type('json').send('\uFEFF{"question":"x"}')).status).toBe(200);
  });

  it.each(['null', '5', '"wie betaalt"', '[]', '[{"question":"x"}]'])('wants an object, not %s', async (text) => {
    const response = await post('/api/v1/ask').type('json').send(text);
    expect(response.status).toBe(400);
    expect(problemOf(response).detail).toContain('inhoud: Geef een JSON-object. U gaf ');
  });
});
