import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { createTestApp } from '../../testing/create-test-app.ts';
import { problemOf } from '../../testing/problem-of.ts';

describe('POST /api/v1/feedback', () => {
  it('stores the verdict and counts it', async () => {
    const { app, feedback, metrics } = createTestApp();
    const entry = { answerId: '3f0c1a52-7a5e-4d0e-9a51-6f3f2f3f9d10', verdict: 'fout', reason: 'Verouderd' };
    const response = await request(app).post('/api/v1/feedback').send({ ...entry, question: 'Wie betaalt?' });
    expect([response.status, response.text]).toEqual([204, '']);
    expect(feedback).toEqual([entry]);
    expect((await metrics.render()).text).toContain('bekostigingswijzer_feedback_total{verdict="fout"} 1');
  });

  it('works while the sources are being loaded', async () => {
    const { app } = createTestApp({ loading: true });
    expect((await request(app).post('/api/v1/feedback').send({ answerId: 'antwoord-1', verdict: 'goed' })).status).toBe(204);
  });

  it.each(['', 'kort', 'met spaties erin', 'x'.repeat(65), '../../etc'])('refuses "%s" as the id of an answer', async (answerId) => {
    const { app, feedback } = createTestApp();
    const response = await request(app).post('/api/v1/feedback').send({ answerId, verdict: 'goed' });
    expect(problemOf(response).errors?.[0]?.field).toBe('answerId');
    expect(feedback).toEqual([]);
  });

  it('stores no data about a patient', async () => {
    const { app, feedback } = createTestApp();
    const response = await request(app)
      .post('/api/v1/feedback')
      .send({ answerId: 'antwoord-1', verdict: 'fout', reason: 'Klopt niet voor de patiënt met BSN 123456782' });
    expect(problemOf(response).type).toBe('urn:problem-type:bekostigingswijzer:patientgegevens');
    expect(feedback).toEqual([]);
  });

  it('says so when it cannot be stored, without a path', async () => {
    const { app, metrics } = createTestApp({
      feedback: { add: () => Promise.reject(Object.assign(new Error("ENOSPC: no space, open '/srv/var/feedback'"), { code: 'ENOSPC' })) },
    });
    const response = await request(app).post('/api/v1/feedback').send({ answerId: 'antwoord-1', verdict: 'goed' });
    expect(response.status).toBe(500);
    expect(JSON.stringify(problemOf(response))).not.toContain('/srv');
    expect((await metrics.render()).text).not.toContain('feedback_total{verdict="goed"}');
  });
});
