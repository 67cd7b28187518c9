import request from 'supertest';
import { describe, expect, it, vi } from 'vitest';
import { AllocationResult, CheckDescription, CheckResult, PlanResult, ReadParticipants } from '../../contract.ts';
import { BadInputError } from '../../errors.ts';
import { createTestApp } from '../../testing/create-test-app.ts';
import { fakePlanner, fakeRules } from '../../testing/fake-services.ts';
import { problemOf } from '../../testing/problem-of.ts';

describe('/api/v1/check', () => {
  it('describes facts and routes', async () => {
    const response = await request(createTestApp().app).get('/api/v1/check');
    expect(CheckDescription.strict().parse(response.body).facts[0]?.id).toBe('onderwerp');
  });

  it('gives the verdict for facts and date', async () => {
    const check = vi.fn(fakeRules.check);
    const { app } = createTestApp({ services: { rules: { ...fakeRules, check } } });
    const response = await request(app)
      .post('/api/v1/check')
      .send({ facts: { onderwerp: 'groep' }, asOf: '2029-05-01' });
    expect(CheckResult.strict().parse(response.body).asOf).toBe('2029-05-01');
    expect(check).toHaveBeenCalledWith({ onderwerp: 'groep' }, '2029-05-01');
  });

  it('passes on which facts are unknown or impossible', async () => {
    const response = await request(createTestApp().app)
      .post('/api/v1/check')
      .send({ facts: { onderwerp: 'dorp', kleur: 'rood' } });
    expect(response.status).toBe(400);
    expect(problemOf(response).errors?.map(({ field }) => field)).toEqual(['facts.onderwerp', 'facts.kleur']);
  });
});

describe('POST /api/v1/allocation', () => {
  const body = { total: '1000.00', domains: [{ name: 'Zvw', percentage: '100' }], referenceDate: '2026-01-01', area: ['1234'] };

  it('divides', async () => {
    const allocate = vi.fn(fakeRules.allocate);
    const { app } = createTestApp({ services: { rules: { ...fakeRules, allocate } } });
    const response = await request(app).post('/api/v1/allocation').send(body);
    expect(AllocationResult.strict().parse(response.body).domains).toHaveLength(2);
    expect(allocate).toHaveBeenCalledWith(body);
  });

  it('says what percentages add up to', async () => {
    const allocate = () => {
      throw new BadInputError('De percentages van domains tellen op tot 90, niet tot 100.');
    };
    const { app } = createTestApp({ services: { rules: { ...fakeRules, allocate } } });
    const response = await request(app).post('/api/v1/allocation').send(body);
    expect(problemOf(response)).toMatchObject({ status: 400, detail: 'De percentages van domains tellen op tot 90, niet tot 100.' });
  });
});

describe('POST /api/v1/plan', () => {
  const body = { facts: { onderwerp: 'groep' }, participants: [{ name: ' huisartsen ', count: 4 }] };
  const post = (given: object) => request(createTestApp().app).post('/api/v1/plan').send(given);

  it('plans, with the names as typed and a count of one where none is given', async () => {
    const plan = vi.fn(fakePlanner.plan);
    const { app } = createTestApp({ services: { planner: { ...fakePlanner, plan } } });
    const response = await request(app).post('/api/v1/plan').send({ ...body, participants: [...body.participants, { name: 'gemeente', facts: { domein: 'sociaal-domein' } }] });
    expect(PlanResult.strict().parse(response.body).participants).toHaveLength(1);
    expect(plan).toHaveBeenCalledWith({
      facts: { onderwerp: 'groep' },
      participants: [
        { name: 'huisartsen', count: 4, facts: {} },
        { name: 'gemeente', count: 1, facts: { domein: 'sociaal-domein' } },
      ],
    });
  });

  it.each([
    ['nobody', { participants: [] }, 'participants', 'Noem minstens één deelnemer.'],
    ['too many', { participants: Array.from({ length: 51 }, (_, at) => ({ name: `a${at}` })) }, 'participants', 'Noem hoogstens 50 deelnemers.'],
    ['none of them', { participants: [{ name: 'a', count: 0 }] }, 'participants[0].count', '1 tot en met 500'],
    ['a crowd', { participants: [{ name: 'a', count: 501 }] }, 'participants[0].count', '1 tot en met 500'],
    ['half a one', { participants: [{ name: 'a', count: 1.5 }] }, 'participants[0].count', '1 tot en met 500'],
    ['no name', { participants: [{ name: ' ' }] }, 'participants[0].name', 'Geef iedere deelnemer een naam'],
    ['no day', { ...body, asOf: '2026-02-30' }, 'asOf', 'Deze datum bestaat niet.'],
    ['an unknown fact', { ...body, facts: { kleur: 'rood' } }, 'facts.kleur', 'bestaat niet'],
  ])('says in Dutch what is wrong: %s', async (_, given, field, detail) => {
    const response = await post(given);
    expect(response.status).toBe(400);
    const fault = problemOf(response).errors?.find((error) => error.field === field);
    expect(fault?.detail).toContain(detail);
  });

  it('takes no data of patients', async () => {
    const response = await post({ participants: [{ name: 'BSN 111222333' }] });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(response.body)).not.toContain('111222333');
  });

  it('says so where nobody plans', async () => {
    const { app } = createTestApp({ services: { planner: undefined as never } });
    expect((await request(app).post('/api/v1/plan').send(body)).status).toBe(503);
  });
});

describe('a server without rules', () => {
  it.each([
    ['get', '/api/v1/check', undefined],
    ['post', '/api/v1/check', { facts: {} }],
    ['post', '/api/v1/allocation', { total: '1', domains: [{ name: 'Zvw', percentage: '100' }] }],
  ] as const)('says so at %s %s', async (method, path, body) => {
    const { app } = createTestApp({ services: { rules: undefined as never } });
    const response = await request(app)[method](path).send(body);
    expect(response.status).toBe(503);
    expect(problemOf(response).detail).toBe('De controle van uw situatie is op deze server niet beschikbaar.');
  });
});

describe('POST /api/v1/participants', () => {
  it('reads who takes part', async () => {
    const readParticipants = vi.fn(fakePlanner.readParticipants);
    const { app } = createTestApp({ services: { planner: { ...fakePlanner, readParticipants } } });
    const response = await request(app).post('/api/v1/participants').send({ text: ' 4 huisartsen en de gemeente ' });
    expect(response.status).toBe(200);
    expect(ReadParticipants.parse(response.body).participants.map(({ count, name }) => `${count} ${name}`)).toEqual(['4 huisartsen', '1 gemeente']);
    expect(readParticipants).toHaveBeenCalledWith('4 huisartsen en de gemeente');
  });

  it.each([
    [{ text: ' ' }, 400, 'Typ wie er meedoen'],
    [{ text: 'x'.repeat(1001) }, 400, 'hoogstens 1.000 tekens'],
    [{ text: 'mevrouw Jansen, geboren 3-4-1950' }, 400, 'lijkt een naam'],
  ])('refuses %j', async (body, status, detail) => {
    const { app } = createTestApp();
    const response = await request(app).post('/api/v1/participants').send(body);
    expect([response.status, problemOf(response).detail]).toEqual([status, expect.stringContaining(detail)]);
  });
});
