import request from 'supertest';
import { describe, expect, it, vi } from 'vitest';
import { BadInputError } from '../../errors.ts';
import { plainQuoteLink, quoteLink } from '../../corpus/quote-link.ts';
import { createTestApp } from '../../testing/create-test-app.ts';
import { fakeDocument, fakeRules } from '../../testing/fake-services.ts';

/** The pages as a browser without JavaScript sees them. */

/** The example's rules, which ask for their one fact until it is given. */
const rules = { ...fakeRules, check: (facts: Record<string, unknown>) => ({ ...fakeRules.check(facts), missing: 'onderwerp' in facts ? [] : ['onderwerp'] }) };
const { app } = createTestApp({ services: { rules } });
const post = (path: string, form: string) => request(app).post(path).type('form').send(form);

describe('/check', () => {
  it('asks the first question in a form', async () => {
    const page = await request(app).get('/check');
    expect(page.status).toBe(200);
    expect(page.text).toContain(fakeRules.describe().facts[0]?.question);
    expect(page.text).toMatch(/<form method="post" action="\/check"/);
    expect(page.text).toContain('value="weet-niet"');
  });

  it('takes an answer along to the next page and comes to a result', async () => {
    const page = await post('/check', 'staat=&vraag=onderwerp&antwoord=groep');
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.text).toContain('onderwerp=groep');
    const end = await post('/check', 'staat=onderwerp%3Dgroep&toon=1');
    expect(end.text).toContain('Uitkomst op');
    expect(end.text).toContain('Uw antwoorden');
  });

  it('ignores what does not fit', async () => {
    const page = await post('/check', 'staat=onderwerp%3Ddorp%26x%3D%3Cscript%3E&vraag=x&antwoord=y');
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('<script>');
  });

  it('works out at once what open answers would change', async () => {
    const watched = { ...rules, check: vi.fn(rules.check) };
    const page = await request(createTestApp({ services: { rules: watched } }).app).post('/check').type('form').send('staat=uitkomst%3D1');
    expect(page.text).toContain('Wat verandert dit?');
    expect(watched.check.mock.calls.map(([facts]) => facts['onderwerp'])).toContain('groep');
  });
});

describe('/check/verdeling', () => {
  const example = 'total=200.000&domains-name=Wmo&domains-percentage=30&domains-name=Zvw&domains-percentage=70';

  it('shows amounts beside what was typed', async () => {
    const page = await post('/check/verdeling', example);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Verdeling van €\u00a0200.000,00');
    expect(page.text).toContain('value="200.000"');
  });

  it('fills in the example of the handleiding', async () => {
    expect((await post('/check/verdeling', 'voorbeeld=1')).text).toContain('value="Jeugdwet"');
  });

  it('says what is wrong and keeps what was typed', async () => {
    const empty = await post('/check/verdeling', example.replace('200.000', 'veel'));
    expect([empty.status, empty.text.includes('Vul een bedrag in'), empty.text.includes('value="veel"')]).toEqual([400, true, true]);
    const allocate = vi.fn(fakeRules.allocate).mockImplementation(() => {
      throw new BadInputError('De percentages tellen op tot 90.');
    });
    const refused = await request(createTestApp({ services: { rules: { ...fakeRules, allocate } } }).app).post('/check/verdeling').type('form').send(example);
    expect([refused.status, refused.text.includes('tellen op tot 90')]).toEqual([400, true]);
  });
});

describe('/bronnen/{id} with a quote', () => {
  const quote = fakeDocument.text.slice(19, 78);
  const marked = (html: string): string | undefined => /<mark id="citaat">([^<]*)<\/mark>/.exec(html)?.[1];

  it('marks the quote of a link', async () => {
    const link = plainQuoteLink(quoteLink({ documentId: fakeDocument.id, start: 19, end: 78, quote }));
    expect(marked((await request(app).get(link)).text)).toBe(quote);
  });

  it('finds it by its words when the offsets are old', async () => {
    const link = plainQuoteLink(quoteLink({ documentId: fakeDocument.id, start: 2, end: 61, quote }));
    expect(marked((await request(app).get(link)).text)).toBe(quote);
  });

  it('says that the source has changed when the words are gone', async () => {
    const page = await request(app).get(`/bronnen/${fakeDocument.id}?q=Dit+staat+er+niet`);
    expect(page.text).toContain('Deze bron is veranderd.');
    expect(marked(page.text)).toBeUndefined();
  });
});

describe('statements and ways on', () => {
  it.each(['/toegankelijkheid', '/privacy', '/voor-uw-site'])('%s', async (path) => {
    const page = await request(app).get(path);
    expect([page.status, /<h1>/.test(page.text)]).toEqual([200, true]);
  });

  it('an unknown page leads on', async () => {
    const page = await request(app).get('/bestaat-niet').set('Accept', 'text/html');
    expect(page.status).toBe(404);
    expect(page.text).toContain('Deze pagina bestaat niet');
    expect(page.text).toContain('href="/bronnen"');
  });

  it('every page has one h1, a language, a title and a way past the menu', async () => {
    for (const path of ['/', '/check', '/check/verdeling', '/bronnen', '/routes', '/routes/pgaz', '/routes/pgaz/vergelijk/oi', '/uitspraken/coordinatie-afspraak', `/bronnen/${fakeDocument.id}`, '/toegankelijkheid', '/privacy', '/voor-uw-site']) {
      const { text } = await request(app).get(path);
      expect([path, text.match(/<h1\b/g)?.length, text.includes('<html lang="nl">'), text.includes('href="#inhoud"'), /<title>[^<]+<\/title>/.test(text)]).toEqual([path, 1, true, true, true]);
    }
  });

  it('no page has inline script or style', async () => {
    for (const path of ['/', '/check', '/bronnen', '/routes', '/routes/pgaz', '/routes/pgaz/vergelijk/oi', '/uitspraken/coordinatie-afspraak', `/bronnen/${fakeDocument.id}`, '/privacy', '/voor-uw-site']) {
      expect((await request(app).get(path)).text).not.toMatch(/<style|<script(?! type="module" src=)|style="|\son\w+="/);
    }
  });
});
