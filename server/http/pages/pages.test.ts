import request from 'supertest';
import { describe, expect, it, vi } from 'vitest';
import type { DocumentDetail } from '../../contract.ts';
import { BadInputError } from '../../errors.ts';
import { createTestApp } from '../../testing/create-test-app.ts';
import { fakeAssistant, fakeDocument, fakeDocuments } from '../../testing/fake-services.ts';

const browser = 'text/html,application/xhtml+xml,*/*;q=0.8';
const { app } = createTestApp();

describe('/', () => {
  it('is a form that needs no script', async () => {
    const page = await request(app).get('/');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toMatch(/^<!doctype html>\n<html lang="nl">/);
    expect(page.text).toContain('<form method="post" action="/">');
    expect(page.text).toContain('Typ geen gegevens van patiënten.');
    expect(page.text).not.toMatch(/<script|style=/);
  });

  it('answers with citations that lead to their place in the source', async () => {
    const page = await request(app).post('/').type('form').send({ vraag: 'Wie <b>betaalt</b>?' });
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.text).toContain('<h2>Wie &lt;b&gt;betaalt&lt;/b&gt;?</h2>');
    expect(page.text).toContain('<a class="verwijzing" href="#bron-1">[1]</a>');
    expect(page.text).toContain('<a href="/bronnen/voorbeeld-2024?van=19&amp;tot=78#citaat">Voorbeelddocument</a>');
  });

  it('gives the typed text back with what was wrong', async () => {
    const text = `${'<'.repeat(1001)}`;
    const page = await request(app).post('/').type('form').set('Accept', browser).send({ vraag: text });
    expect(page.status).toBe(400);
    expect(page.text).toContain('role="alert">Uw vraag is te lang. Gebruik hoogstens 1.000 tekens.');
    expect(page.text).toContain('&lt;'.repeat(1001));
    expect((await request(app).post('/').type('form').send({})).text).toContain('Vul een vraag in.');
  });

  it('shows a refusal of the assistant and its own faults as pages', async () => {
    const ask = vi.fn<typeof fakeAssistant.ask>().mockRejectedValueOnce(new BadInputError('Noem geen patiënten.')).mockRejectedValue(new Error('stuk'));
    const failing = createTestApp({ services: { assistant: { ...fakeAssistant, ask } } }).app;
    const send = () => request(failing).post('/').type('form').set('Accept', browser).send({ vraag: 'x' });
    const refused = await send();
    expect([refused.status, refused.text.includes('Noem geen patiënten.')]).toEqual([400, true]);
    const failed = await send();
    expect([failed.status, failed.type]).toEqual([500, 'text/html']);
    expect(failed.text).not.toContain('stuk');
  });

  it('takes forms only', async () => {
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
  it('lists the sources', async () => {
    const page = await request(app).get('/bronnen');
    expect(page.text).toContain('<a href="/bronnen/voorbeeld-2024">Voorbeelddocument</a>');
  });
});

describe('/bronnen/{id}', () => {
  const document: DocumentDetail = { ...fakeDocument, text: 'Eén <zin>.\nTwee zinnen.', pageStarts: [0, 11], pages: 2 };
  const { app: withPages } = createTestApp({ services: { documents: { ...fakeDocuments, get: () => document } } });
  const source = async (query: string) => (await request(withPages).get(`/bronnen/x${query}`)).text;

  it('shows the text page by page with the quote marked', async () => {
    const page = await source('?van=4&tot=10');
    expect(page).toContain('<h2 id="pagina-1">Pagina 1</h2>\n<div class="tekst">Eén <mark id="citaat">&lt;zin&gt;.</mark>\n</div>');
    expect(page).toContain('<h2 id="pagina-2">Pagina 2</h2>\n<div class="tekst">Twee zinnen.</div>');
  });

  it('marks both parts of a quote that runs on to the next page', async () => {
    const page = await source('?van=4&tot=15');
    expect(page).toContain('<mark id="citaat">&lt;zin&gt;.\n</mark></div>');
    expect(page).toContain('<div class="tekst"><mark>Twee</mark> zinnen.</div>');
  });

  it.each(['', '?van=5', '?van=x&tot=y', '?van=9&tot=3', '?van=900&tot=950', '?van=1&van=2&tot=3', '?van=-1&tot=5'])(
    'shows the text without a mark for "%s"',
    async (query) => {
      const page = await source(query);
      expect(page).toContain('Twee zinnen.');
      expect(page).not.toContain('<mark');
    },
  );

  it('does not know other sources', async () => {
    const page = await request(app).get('/bronnen/bestaat-niet').set('Accept', browser);
    expect([page.status, page.type]).toEqual([404, 'text/html']);
  });
});
