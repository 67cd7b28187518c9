import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { StatementDetail } from '../../contract.ts';
import { createTestApp } from '../../testing/create-test-app.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { examples } from '../openapi/examples.ts';

const made = (id: string, changes: Partial<StatementDetail> = {}): StatementDetail => ({ ...examples.statement, id, ...changes });

const many = Array.from({ length: 60 }, (_, index) => made(`uitspraak-${index}`, index % 2 === 0 ? { slot: 'datum', routes: ['oi'], subject: 'even' } : {}));
const { app } = createTestApp({
  services: {
    statements: {
      list: (day) => many.map((one) => ({ ...one, text: `Gezegd op ${day}.` })),
      get: (id, day) => many.filter((one) => one.id === id).map((one) => ({ ...one, text: `Gezegd op ${day}.` }))[0],
    },
  },
});
const get = (query: string) => request(app).get(`/api/v1/statements${query}`);
const ids = (body: unknown) => (body as { statements: StatementDetail[] }).statements.map(({ id }) => id);

describe('GET /api/v1/statements', () => {
  it('gives a page and says how many there are', async () => {
    const first = await get('');
    expect(first.body).toMatchObject({ total: 60, offset: 0, asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as unknown });
    expect(ids(first.body)).toHaveLength(50);
    const rest = await get('?offset=50&limit=100');
    expect(ids(rest.body)).toEqual(many.slice(50).map(({ id }) => id));
    expect(ids((await get('?offset=1000')).body)).toEqual([]);
  });

  it('keeps to route, slot and subject, together', async () => {
    for (const query of ['?route=oi', '?slot=datum', '?subject=even', '?route=oi&slot=datum&subject=even']) expect((await get(query)).body).toMatchObject({ total: 30 });
    expect((await get('?route=oi&slot=voorwaarde')).body).toMatchObject({ total: 0, statements: [] });
  });

  it('says them as on the day that was asked', async () => {
    const { body } = await get('?asOf=2025-02-01&limit=1');
    expect(body).toMatchObject({ asOf: '2025-02-01', statements: [{ text: 'Gezegd op 2025-02-01.' }] });
  });

  it('takes a route without statements for a route', async () => {
    const { app: bare } = createTestApp({ services: { statements: { list: () => [made('a', { routes: [] })], get: () => undefined } } });
    expect((await request(bare).get('/api/v1/statements?route=oi')).body).toMatchObject({ total: 0 });
  });

  it.each([
    ['?route=nergens', 'route', 'oi, pgaz'],
    ['?slot=kleur', 'slot', 'datum, voorwaarde'],
    ['?subject=x', 'subject', 'even, voorbeeld'],
    ['?limit=0', 'limit', '1 tot en met 100'],
    ['?limit=101', 'limit', '1 tot en met 100'],
    ['?limit=veel', 'limit', '1 tot en met 100'],
    ['?limit=', 'limit', '1 tot en met 100'],
    ['?limit=1&limit=2', 'limit', '1 tot en met 100'],
    ['?offset=-1', 'offset', 'vanaf 0'],
    ['?asOf=morgen', 'asOf', 'JJJJ-MM-DD'],
    ['?asOf=2026-02-30', 'asOf', 'bestaat niet'],
    ['?route=pgaz&route=oi', 'route', 'een tekst'],
  ])('refuses %s and says what to give', async (query, field, says) => {
    const problem = problemOf(await get(query));
    expect(problem.status).toBe(400);
    expect(problem.errors).toEqual([{ field, detail: expect.stringContaining(says) as unknown }]);
  });

  it('says that a server without them has none', async () => {
    const { app: without } = createTestApp({ services: { statements: undefined as never } });
    expect(problemOf(await request(without).get('/api/v1/statements')).status).toBe(503);
  });
});

describe('GET /api/v1/statements/{id}', () => {
  it('gives one, as on a day', async () => {
    expect((await get('/uitspraak-3?asOf=2025-02-01')).body).toMatchObject({ id: 'uitspraak-3', text: 'Gezegd op 2025-02-01.' });
  });

  it.each(['bestaat-niet', '%00', '__proto__', 'Uitspraak-3'])('does not know %s', async (id) => {
    const problem = problemOf(await get(`/${id}`));
    expect([problem.status, problem.detail]).toEqual([404, expect.stringContaining('/api/v1/statements')]);
  });
});
