import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../../assistant/assistant.ts';
import type { Services } from '../../assistant/services.ts';
import { readConfig } from '../../runtime/config.ts';
import { createLogger } from '../../runtime/logger.ts';
import { Metrics } from '../../runtime/metrics.ts';
import { examples } from './examples.ts';
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts';
import { validatorOf, type Validate } from '../../testing/schema-validator.ts';

let services: Services;
let app: TestApp['app'];
let fits: (path: string, method: string, status?: string, type?: string) => Validate;
beforeAll(async () => {
  services = await createAssistant(readConfig({ EXPLAIN: 'on', ANSWER_WITHIN_SECONDS: '170' }), createLogger('silent'), new Metrics());
  ({ app } = createTestApp({ services }));
  const pointer = validatorOf((await request(app).get('/api/v1/openapi.json')).body as object);
  const part = (text: string): string => text.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
  fits = (path, method, status = '200', type = 'application/json') => pointer(`/paths/${part(path)}/${method}/responses/${status}/content/${part(type)}/schema`);
});
afterAll(() => services.close?.());

/** Together they show every kind of block that an answer can hold. */
const QUESTIONS: object[] = [
  { question: 'Wie betaalt een groepsconsult?' },
  { question: 'Mag ik PGAZ declareren zonder overeenkomst?' },
  { question: 'Wij zijn een huisartsenpraktijk en overleggen elke week met de wijkverpleging over een groep kwetsbare ouderen thuis. Wie betaalt dat?' },
  { question: 'Ik ben fysiotherapeut en overleg over één patiënt in de eerste lijn. Hoe krijg ik dat betaald?' },
  { question: 'Wat is het verschil tussen PGAZ en SOP?' },
  { question: 'Welke kosten vallen onder O&I?' },
  { question: 'Wat is het tarief van een maanreis per uur?' },
  { question: 'Hallo' },
  { question: 'Who pays for a multidisciplinary consultation?' },
  { question: 'Tot wanneer loopt het experiment en wie evalueert het?' },
  { question: 'Wat betaalt de huisarts? Wie betaalt PGAZ? Wat is O&I? Wanneer begint het? Hoe lang duurt het? Wat kost de proef?' },
  { question: 'Nee', history: [{ role: 'user', content: 'Wij overleggen met een groep zorgverleners. Wie betaalt dat?' }, { role: 'assistant', content: 'Doen er huisartsen mee?' }] },
];

describe('what the server really sends fits the document that it publishes', () => {
  it('answers, with their explanation', async () => {
    const blocks = new Set<string>();
    for (const body of QUESTIONS) {
      const response = await request(app).post('/api/v1/ask').send({ ...body, explain: true });
      expect(response.status).toBe(200);
      expect(fits('/api/v1/ask', 'post')(response.body), JSON.stringify(body)).toEqual([]);
      for (const { type } of (response.body as { blocks: { type: string }[] }).blocks) blocks.add(type);
    }
    expect([...blocks]).toEqual(expect.arrayContaining(['statement', 'quote', 'refusal', 'lead', 'situation', 'remark', 'table', 'notice', 'term']));
  });

  it('a field that the document does not name is seen', async () => {
    const { body } = await request(app).post('/api/v1/ask').send(QUESTIONS[0]);
    expect(fits('/api/v1/ask', 'post')({ ...(body as object), lead: 'iets' })).toEqual([expect.stringContaining('additional properties')]);
  });

  it('searches, documents, statements, the check, the plan and the allocation', async () => {
    const gets: [string, string][] = [
      ['/api/v1/documents', '/api/v1/documents'],
      ['/api/v1/statements', '/api/v1/statements'],
      ['/api/v1/check', '/api/v1/check'],
      ...services.documents.list().map(({ id }): [string, string] => ['/api/v1/documents/{id}', `/api/v1/documents/${id}`]),
      ...(services.statements?.list('2026-01-31').slice(0, 30) ?? []).map(({ id }): [string, string] => ['/api/v1/statements/{id}', `/api/v1/statements/${encodeURIComponent(id)}`]),
      ['/openai/v1/models', '/openai/v1/models'],
      ['/readyz', '/readyz'],
    ];
    for (const [path, address] of gets) {
      const response = await request(app).get(address);
      expect([response.status, fits(path, 'get')(response.body)], address).toEqual([200, []]);
    }
    const check = services.rules!.describe();
    const facts = check.facts.map(({ id, type, choices }) => ({ [id]: type === 'boolean' ? true : choices![0]!.value }));
    const posts: [string, object][] = [
      ['/api/v1/search', { query: 'wie betaalt de samenwerking', limit: 50 }],
      ['/api/v1/check', { facts: {} }],
      ...facts.map((fact): [string, object] => ['/api/v1/check', { facts: fact }]),
      ['/api/v1/plan', examples.planRequest],
      ['/api/v1/allocation', examples.allocationRequest],
      ['/openai/v1/chat/completions', { model: 'bekostigingswijzer', messages: [{ role: 'user', content: 'Wie betaalt een groepsconsult?' }] }],
    ];
    for (const [path, body] of posts) {
      const response = await request(app).post(path).send(body);
      expect([response.status, fits(path, 'post')(response.body)], JSON.stringify(body)).toEqual([200, []]);
    }
  });

  it('problems', async () => {
    const wrong: [string, object | string, number][] = [
      ['/api/v1/ask', {}, 400],
      ['/api/v1/ask', { question: 'x'.repeat(9000) }, 413],
      ['/api/v1/check', { facts: { bestaatniet: true } }, 400],
      ['/api/v1/plan', {}, 400],
      ['/api/v1/allocation', {}, 400],
    ];
    for (const [path, body, status] of wrong) {
      const response = await request(app).post(path).send(body);
      const problem: unknown = JSON.parse(response.text ?? (response.body as Buffer).toString());
      expect([response.status, fits(path, 'post', String(status), 'application/problem+json')(problem)], path).toEqual([status, []]);
    }
  });
});
