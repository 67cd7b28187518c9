import request from 'supertest';
import { describe, expect, it, vi } from 'vitest';
import { BadInputError } from '../../errors.ts';
import { createTestApp } from '../../testing/create-test-app.ts';
import { fakeAssistant, fakeDocument } from '../../testing/fake-services.ts';

const browser = 'text/html,application/xhtml+xml,*/*;q=0.8';
const { app } = createTestApp();

describe('/', () => {
  it('is a form that needs no script', async () => {
    const page = await request(app).get('/');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toMatch(/^<!doctype html>\n<html lang="nl">/);
    expect(page.text).toMatch(/<form [^>]*method="post"/);
    // the Content-Security-Policy would block either
    expect(page.text).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/);
  });

  it('answers a sent form with the question as text and a way to the source', async () => {
    const page = await request(app).post('/').type('form').send({ vraag: 'Wie <b>betaalt</b>?' });
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.text).toContain('Wie &lt;b&gt;betaalt');
    expect(page.text).toContain('De coördinatie wordt betaald als dat vooraf is afgesproken.');
    expect(page.text).toContain('href="/bronnen/voorbeeld-2024?');
  });

  it('gives the typed text back with what was wrong', async () => {
    const page = await request(app)
      .post('/')
      .type('form')
      .set('Accept', browser)
      .send({ vraag: '<'.repeat(1001) });
    expect(page.status).toBe(400);
    expect(page.text).toContain('Uw vraag is te lang. Gebruik hoogstens 1.000 tekens.');
    expect(page.text).toContain('&lt;'.repeat(1001));
    expect((await request(app).post('/').type('form').send({})).text).toContain('Vul een vraag in.');
  });

  it('shows a refusal of the assistant and its own faults as pages', async () => {
    const ask = vi
      .fn<typeof fakeAssistant.ask>()
      .mockRejectedValueOnce(new BadInputError('Stel de vraag anders.'))
      .mockRejectedValue(new Error('geheim'));
    const failing = createTestApp({ services: { assistant: { ...fakeAssistant, ask } } }).app;
    const send = () => request(failing).post('/').type('form').set('Accept', browser).send({ vraag: 'x' });
    const refused = await send();
    expect([refused.status, refused.text.includes('Stel de vraag anders.')]).toEqual([400, true]);
    const failed = await send();
    expect([failed.status, failed.type]).toEqual([500, 'text/html']);
    expect(failed.text).not.toContain('geheim');
  });

  it('refuses data about a patient before anything else happens to it', async () => {
    const ask = vi.fn(fakeAssistant.ask);
    const watched = createTestApp({ services: { assistant: { ...fakeAssistant, ask } } }).app;
    const page = await request(watched).post('/').type('form').send({ vraag: 'Wie betaalt voor de patiënt met BSN 123456782?' });
    expect([page.status, page.text.includes('burgerservicenummer')]).toEqual([400, true]);
    expect(ask).not.toHaveBeenCalled();
  });

  it('sends a refused question all the same when a button says that it is not about a patient', async () => {
    const ask = vi.fn(fakeAssistant.ask);
    const watched = createTestApp({ services: { assistant: { ...fakeAssistant, ask } } }).app;
    const send = (fields: object) => request(watched).post('/').type('form').send({ vraag: 'Wie betaalt mevrouw Jansen?', ...fields });
    const refused = await send({});
    expect(refused.status).toBe(400);
    const button = /<button[^>]*name="([^"]+)"[^>]*value="([^"]+)"[^>]*>Dit gaat niet over een patiënt</.exec(refused.text);
    expect((await send({ [button?.[1] ?? '']: button?.[2] })).status).toBe(200);
    expect(ask).toHaveBeenCalledOnce();
    expect((await request(watched).post('/').type('form').send({ vraag: '' })).text).not.toContain('Dit gaat niet over');
  });

  it('takes forms only, of at most 8 kB', async () => {
    expect((await request(app).post('/').send({ vraag: 'x' })).status).toBe(415);
    expect((await request(app).post('/').type('form').send(`vraag=${'x'.repeat(9000)}`)).status).toBe(413);
  });

  it('says that the server is not ready', async () => {
    const { app: loading } = createTestApp({ loading: true });
    const page = await request(loading).post('/').type('form').set('Accept', browser).send({ vraag: 'x' });
    expect([page.status, page.headers['retry-after']]).toEqual([503, '2']);
    expect(page.text).toContain('De server start op');
  });
});

describe('/bronnen', () => {
  it('lists the sources and shows each, also when an address asks for a place that is not there', async () => {
    expect((await request(app).get('/bronnen')).text).toContain('href="/bronnen/voorbeeld-2024"');
    for (const query of ['', '?q=', '?van=x&tot=y', '?start=900&end=1', `?q=${'%25'.repeat(500)}`]) {
      const page = await request(app).get(`/bronnen/voorbeeld-2024${query}`);
      expect([page.status, page.type, page.text.includes('vooraf is afgesproken.')]).toEqual([200, 'text/html', true]);
    }
  });

  it('says of a source that it no longer holds, and what replaced it', async () => {
    const ended = { ...fakeDocument, status: 'bindend', supersededOn: '2015', supersededBy: 'de Jeugdwet' };
    const { app: old } = createTestApp({ services: { documents: { list: () => [ended], get: () => ended } } });
    for (const path of ['/bronnen', `/bronnen/${ended.id}`]) {
      const { text } = await request(old).get(path);
      expect(text).toContain('Geldt niet meer sinds 2015');
      expect(text).toContain('In de plaats kwam de Jeugdwet.');
      expect(text).not.toContain('Iedereen moet zich eraan houden');
    }
    expect((await request(app).get('/bronnen')).text).not.toContain('Geldt niet meer');
  });

  it('does not know other sources', async () => {
    const page = await request(app).get('/bronnen/bestaat-niet').set('Accept', browser);
    expect([page.status, page.type]).toEqual([404, 'text/html']);
  });
});
