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

  const agreed = {
    answerId: 'antwoord-1', verdict: 'fout', reasons: ['bron', 'mist-iets'], reason: 'Verouderd', consent: true, question: 'Wie betaalt?',
    citations: [{ documentId: 'handleiding-pgaz-2024', start: 3, end: 9 }], statementIds: ['pgaz-einde'],
  };

  it('keeps the question, and what was said and cited, of who agreed to that', async () => {
    const { app, feedback } = createTestApp();
    expect((await request(app).post('/api/v1/feedback').send(agreed)).status).toBe(204);
    expect(feedback).toEqual([agreed]);
  });

  it.each([{ consent: false }, { consent: undefined }])('drops it where it came along without %j', async (change) => {
    const { app, feedback } = createTestApp();
    expect((await request(app).post('/api/v1/feedback').send({ ...agreed, ...change })).status).toBe(204);
    expect(feedback).toEqual([{ answerId: 'antwoord-1', verdict: 'fout', reasons: ['bron', 'mist-iets'], reason: 'Verouderd' }]);
  });

  it.each([
    [{ reasons: ['lelijk'] }, 'reasons[0]'],
    [{ reasons: ['bron', 'bron'] }, 'reasons'],
    [{ consent: 'ja' }, 'consent'],
    [{ question: 'x'.repeat(1001) }, 'question'],
    [{ citations: [{ documentId: 'a b', start: 0, end: 1 }] }, 'citations[0].documentId'],
    [{ citations: [{ documentId: 'a', start: 4, end: 4 }] }, 'citations[0].end'],
    [{ citations: [{ documentId: 'a', start: -1, end: 4 }] }, 'citations[0].start'],
    [{ citations: Array.from({ length: 21 }, () => ({ documentId: 'a', start: 0, end: 1 })) }, 'citations'],
    [{ statementIds: ['Geen id'] }, 'statementIds[0]'],
    [{ statementIds: Array.from({ length: 21 }, () => 'a') }, 'statementIds'],
  ])('refuses %j', async (change, field) => {
    const { app, feedback } = createTestApp();
    const problem = problemOf(await request(app).post('/api/v1/feedback').send({ ...agreed, ...change }));
    expect([problem.status, problem.errors?.map((error) => error.field)]).toEqual([400, [field]]);
    expect(feedback).toEqual([]);
  });

  it('takes the largest feedback that it allows', async () => {
    const { app, feedback } = createTestApp();
    const citations = Array.from({ length: 20 }, () => ({ documentId: 'verslag-bijeenkomsten-alk-2024', start: 100_000, end: 100_500 }));
    const statementIds = Array.from({ length: 20 }, (_, n) => `een-uitspraak-over-de-betaling-${n}`);
    await request(app).post('/api/v1/feedback').send({ ...agreed, reason: 'é'.repeat(1000), question: 'é'.repeat(1000), citations, statementIds });
    expect(feedback).toHaveLength(1);
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

  it('stores no question with data about a patient, and needs no question to store the verdict', async () => {
    const { app, feedback } = createTestApp();
    const question = 'Mag overleg over mevrouw Jansen betaald worden?';
    const refused = problemOf(await request(app).post('/api/v1/feedback').send({ ...agreed, question }));
    expect(refused.type).toBe('urn:problem-type:bekostigingswijzer:patientgegevens');
    expect(feedback).toEqual([]);
    await request(app).post('/api/v1/feedback').send({ ...agreed, question, consent: false });
    expect(JSON.stringify(feedback)).not.toContain('Jansen');
    expect(feedback).toHaveLength(1);
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
