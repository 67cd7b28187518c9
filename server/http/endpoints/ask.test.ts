import request from 'supertest';
import { describe, expect, it, vi } from 'vitest';
import { Answer } from '../../contract.ts';
import { BadInputError, QueueFullError } from '../../errors.ts';
import type { Assistant } from '../../assistant/services.ts';
import { createTestApp } from '../../testing/create-test-app.ts';
import { fakeAssistant } from '../../testing/fake-services.ts';
import { problemOf } from '../../testing/problem-of.ts';

const withAsk = (ask: Assistant['ask']) => createTestApp({ services: { assistant: { ...fakeAssistant, ask } } });

describe('POST /api/v1/ask', () => {
  it('gives the answer as the contract describes it', async () => {
    const { app } = createTestApp();
    const response = await request(app).post('/api/v1/ask').send({ question: 'Wie betaalt?' });
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(Answer.strict().parse(response.body)).toMatchObject({ question: 'Wie betaalt?', outcome: 'beantwoord' });
  });

  it('hands the assistant the question in NFC with history and date', async () => {
    const ask = vi.fn(fakeAssistant.ask);
    const { app } = withAsk(ask);
    const history = [
      { role: 'user', content: 'Wie betaalt een groepsoverleg?' },
      { role: 'assistant', content: 'De zorgverzekeraar [1].' },
    ];
    await request(app)
      .post('/api/v1/ask')
      .send({ question: ' En bij één patie\u0308nt? ', history, asOf: '2026-01-31' });
    expect(ask).toHaveBeenCalledOnce();
    expect(ask.mock.calls[0]?.[0]).toEqual({ question: 'En bij één patiënt?', history, asOf: '2026-01-31' });
    expect(ask.mock.calls[0]?.[1]?.signal?.aborted).toBe(false);
  });

  it('says whose turn it is: the address, and the session within it', async () => {
    const ask = vi.fn(fakeAssistant.ask);
    await request(withAsk(ask).app).post('/api/v1/ask').set('X-Session', 'tabblad-1').send({ question: 'x' });
    expect(ask.mock.calls[0]?.[1]?.caller).toEqual({ address: '127.0.0.1', session: 'tabblad-1' });
  });

  it.each(['application/json', '*/*', 'text/html', 'application/json, text/event-stream', 'text/event-stream;q=0.5, application/json'])(
    'gives JSON to a client that accepts %s',
    async (accept) => {
      const response = await request(createTestApp().app).post('/api/v1/ask').set('Accept', accept).send({ question: 'x' });
      expect([response.status, response.type]).toEqual([200, 'application/json']);
    },
  );

  it.each([
    [new BadInputError('Noem geen gegevens van patiënten.'), 400],
    [new QueueFullError('Het is druk.'), 503],
    [new Error('stuk'), 500],
  ])('gives the problem of %s, whichever form was asked for', async (error, status) => {
    const { app } = withAsk(() => Promise.reject(error));
    for (const accept of ['application/json', 'text/event-stream']) {
      const response = await request(app).post('/api/v1/ask').set('Accept', accept).send({ question: 'x' });
      expect(response.status).toBe(status);
      problemOf(response);
    }
  });

  it('refuses data about a patient in the question or an earlier one, before anything else happens to it', async () => {
    const ask = vi.fn(fakeAssistant.ask);
    const { app } = withAsk(ask);
    // a number from the documentation of the 11-proef, which belongs to nobody
    const named = 'Wie betaalt het overleg over de patiënt met BSN 123456782?';
    for (const body of [{ question: named }, { question: 'En nu?', history: [{ role: 'user', content: named }] }]) {
      const response = await request(app).post('/api/v1/ask').send(body);
      const problem = problemOf(response);
      expect(problem).toMatchObject({ status: 400, type: 'urn:problem-type:bekostigingswijzer:patientgegevens' });
      expect(JSON.stringify(problem)).not.toContain('123456782');
    }
    expect(ask).not.toHaveBeenCalled();
    await request(app).post('/api/v1/ask').send({ question: 'En nu?', history: [{ role: 'assistant', content: named }] });
    expect(ask).toHaveBeenCalledOnce();
  });

  it('answers what is said not to be about a patient, counts that and logs nothing of it', async () => {
    const ask = vi.fn(fakeAssistant.ask);
    const { app, logged } = withAsk(ask);
    const named = 'Wie betaalt het overleg met mevrouw Jansen?';
    const send = (body: object) => request(app).post('/api/v1/ask').send({ notAboutPatient: true, ...body });
    expect((await send({ question: named })).status).toBe(200);
    expect((await send({ question: 'En nu?', history: [{ role: 'user', content: named }] })).status).toBe(200);
    expect(ask).toHaveBeenCalledTimes(2);
    const figures = (await request(app).get('/metrics')).text;
    expect(figures).toContain('bekostigingswijzer_not_about_patient_total 1');
    expect(figures + JSON.stringify(logged())).not.toMatch(/Jansen|notAboutPatient/);
  });

  it('refuses a citizen service number whatever is said of it', async () => {
    const ask = vi.fn(fakeAssistant.ask);
    const { app } = withAsk(ask);
    const response = await request(app).post('/api/v1/ask').send({ question: 'Overleg voor BSN 123456782?', notAboutPatient: true });
    expect(problemOf(response)).toMatchObject({ status: 400, type: 'urn:problem-type:bekostigingswijzer:patientgegevens' });
    expect(problemOf(await request(app).post('/api/v1/ask').send({ question: 'x', notAboutPatient: false })).status).toBe(400);
    expect(ask).not.toHaveBeenCalled();
  });

  it('hands on the wish for an explanation, and says what is wrong with it', async () => {
    const ask = vi.fn(fakeAssistant.ask);
    const { app } = withAsk(ask);
    await request(app).post('/api/v1/ask').send({ question: 'Wie betaalt?', explain: true });
    expect(ask.mock.calls[0]?.[0]).toEqual({ question: 'Wie betaalt?', explain: true });
    const response = await request(app).post('/api/v1/ask').send({ question: 'Wie betaalt?', explain: 'ja' });
    expect(problemOf(response).errors).toEqual([{ field: 'explain', detail: 'Gebruik true of false. U gaf "ja".' }]);
  });

  it('logs which step failed, and nothing of what it found', async () => {
    const { app, logged } = withAsk((_request, options) => {
      options?.onStep?.({ step: 'failed', durationMs: 1, failed: 'rules', error: 'RangeError' });
      return Promise.reject(new RangeError('Wie betaalt?'));
    });
    await request(app).post('/api/v1/ask').send({ question: 'Wie betaalt?' });
    expect(logged().find(({ msg }) => msg === 'request')).toMatchObject({ status: 500, failedStep: 'rules' });
    expect(JSON.stringify(logged())).not.toContain('Wie betaalt');
  });

  it('is not ready while the sources are being loaded', async () => {
    const response = await request(createTestApp({ loading: true }).app).post('/api/v1/ask').send({ question: 'x' });
    expect(response.status).toBe(503);
    expect(response.headers['retry-after']).toBe('2');
    expect(problemOf(response).title).toBe('De server is nog niet klaar');
  });

  it('takes a question of 1,000 characters and no more', async () => {
    const { app } = createTestApp();
    const ask = (question: string) => request(app).post('/api/v1/ask').send({ question });
    expect((await ask('é'.repeat(1000))).status).toBe(200);
    // 2,000 code units that are 1,000 characters after NFC
    expect((await ask('e\u0301'.repeat(1000))).status).toBe(200);
    expect(problemOf(await ask('x'.repeat(1001))).errors).toEqual([
      { field: 'question', detail: 'Uw vraag is te lang. Gebruik hoogstens 1.000 tekens. U gaf een tekst van 1.001 tekens.' },
    ]);
  });
});
