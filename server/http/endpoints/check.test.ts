import request from 'supertest';
import { describe, expect, it, vi } from 'vitest';
import { AllocationResult, CheckDescription, CheckResult } from '../../contract.ts';
import { BadInputError } from '../../errors.ts';
import { createTestApp } from '../../testing/create-test-app.ts';
import { fakeRules } from '../../testing/fake-services.ts';
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
