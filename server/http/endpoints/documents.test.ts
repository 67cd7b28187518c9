import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import { DocumentDetail, DocumentSummary } from '../../contract.ts';
import { createTestApp } from '../../testing/create-test-app.ts';
import { fakeDocument } from '../../testing/fake-services.ts';
import { problemOf } from '../../testing/problem-of.ts';

const { app } = createTestApp();

describe('GET /api/v1/documents', () => {
  it('lists the sources without their text', async () => {
    const response = await request(app).get('/api/v1/documents');
    expect(z.array(DocumentSummary.strict()).parse(response.body)).toHaveLength(1);
  });
});

describe('GET /api/v1/documents/{id}', () => {
  it('gives a source with the text that citations count in', async () => {
    const response = await request(app).get('/api/v1/documents/voorbeeld-2024');
    expect(DocumentDetail.strict().parse(response.body)).toEqual(fakeDocument);
  });

  it('sends nothing again to a client that has it', async () => {
    const first = await request(app).get('/api/v1/documents/voorbeeld-2024');
    expect(first.headers['cache-control']).toBe('no-cache');
    const second = await request(app)
      .get('/api/v1/documents/voorbeeld-2024')
      .set('If-None-Match', String(first.headers['etag']));
    expect(second.status).toBe(304);
  });

  it.each(['bestaat-niet', '..%2F..%2Fetc%2Fpasswd', '%00', '__proto__', 'Voorbeeld-2024'])('does not know %s', async (id) => {
    const response = await request(app).get(`/api/v1/documents/${id}`);
    expect(response.status).toBe(404);
    expect(problemOf(response).detail).toContain('/api/v1/documents');
  });
});
