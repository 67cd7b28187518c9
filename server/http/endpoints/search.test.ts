import request from 'supertest';
import { describe, expect, it, vi } from 'vitest';
import { SearchResponse } from '../../contract.ts';
import { createTestApp } from '../../testing/create-test-app.ts';
import { fakeAssistant, fakeDocument } from '../../testing/fake-services.ts';
import { problemOf } from '../../testing/problem-of.ts';

describe('POST /api/v1/search', () => {
  it('gives passages as the contract describes them', async () => {
    const response = await request(createTestApp().app).post('/api/v1/search').send({ query: 'coördinatie' });
    expect(response.status).toBe(200);
    const { results } = SearchResponse.strict().parse(response.body);
    expect(results).toHaveLength(1);
    for (const { text, start, end } of results) expect(text).toBe(fakeDocument.text.slice(start, end));
  });

  it('asks for 8 passages unless told', async () => {
    const search = vi.fn(fakeAssistant.search);
    const { app } = createTestApp({ services: { assistant: { ...fakeAssistant, search } } });
    await request(app).post('/api/v1/search').send({ query: ' meedenkadvies ' });
    await request(app).post('/api/v1/search').send({ query: 'x', limit: 50 });
    expect(search.mock.calls.map(([input]) => input)).toEqual([
      { query: 'meedenkadvies', limit: 8 },
      { query: 'x', limit: 50 },
    ]);
    expect(search.mock.calls[0]?.[1]?.aborted).toBe(false);
  });

  it('refuses data about a patient before searching', async () => {
    const search = vi.fn(fakeAssistant.search);
    const { app } = createTestApp({ services: { assistant: { ...fakeAssistant, search } } });
    const response = await request(app).post('/api/v1/search').send({ query: 'patiënt met BSN 123456782' });
    expect(problemOf(response).type).toBe('urn:problem-type:bekostigingswijzer:patientgegevens');
    expect(search).not.toHaveBeenCalled();
  });
});
