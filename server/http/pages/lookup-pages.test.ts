import { parseHTML } from 'linkedom';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { StatementDetail } from '../../contract.ts';
import { createTestApp } from '../../testing/create-test-app.ts';
import { fakeRoute, fakeRoutes } from '../../testing/fake-services.ts';
import { examples } from '../openapi/examples.ts';

const made = (id: string, changes: Partial<StatementDetail> = {}): StatementDetail => ({ ...examples.statement, id, text: `Tekst van ${id}.`, ...changes });
const statements = [
  made('regel', { limitedBy: ['tenzij'], questions: ['Wordt <b>overleg</b> betaald?'], speaker: 'Menzis' }),
  made('tenzij', { limits: ['regel'], slot: 'uitzondering' }),
  made('lijst', { list: ['regel', 'item'], slot: 'inhoud', routes: ['pgaz', 'oi'] }),
  made('item', { slot: 'inhoud' }),
  made('zonder-route', { routes: [], subject: 'ander' }),
];
const { app } = createTestApp({
  services: { statements: { list: () => statements, get: (id) => statements.find((one) => one.id === id) } },
});

const get = async (path: string, to = app) => {
  const response = await request(to).get(path).set('Accept', 'text/html');
  return { ...response, status: response.status, document: parseHTML(response.text).document };
};
/** Supertest keeps no text of a type it does not know. */
const asBuffer = (response: request.Response, done: (error: Error | null, body: Buffer) => void): void => {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
};

type Page = Awaited<ReturnType<typeof get>>;
const links = ({ document }: Page) => [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '');
const text = ({ document }: Page, selector: string) => document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();

describe('/routes', () => {
  it('is a table of every route, with a source beside what the rules say', async () => {
    const page = await get('/routes');
    expect(page.status).toBe(200);
    const rows = [...page.document.querySelectorAll('tbody tr')];
    expect(rows.map((row) => row.querySelector('th a')?.getAttribute('href'))).toEqual(['/routes/pgaz', '/routes/oi']);
    const cells = [...(rows[0]?.querySelectorAll('td .cell') ?? [])].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim());
    expect(cells).toEqual(['Geen voorwaarde', 'Een groep patiënten Bron', 'Wordt apart betaald. Bron', 'Er is een overeenkomst. Bron', 'Ja, volgens de bronnenDe route loopt vanaf 1 mei 2024. Bron']);
    expect(rows[0]?.querySelector('.source-link')?.getAttribute('href')).toMatch(/^\/bronnen\/voorbeeld-2024\?/);
    expect(page.text).toContain('De nieuwste bron is van juli 2024.');
  });

  it('is the place in the menu of its pages, and the check is one of the questions', async () => {
    const current = async (path: string) => [...(await get(path)).document.querySelectorAll('.site-header [aria-current]')].map((link) => [link.textContent, link.getAttribute('aria-current')]);
    expect(await current('/routes')).toEqual([['Betaalroutes', 'page']]);
    expect(await current('/routes/pgaz')).toEqual([['Betaalroutes', 'true']]);
    expect(await current('/check/verdeling')).toEqual([['Betaalroutes', 'true']]);
    expect(await current('/check')).toEqual([['Vraag', 'true']]);
    expect(await current('/bronnen/voorbeeld-2024')).toEqual([['Bronnen', 'true']]);
    expect([...(await get('/')).document.querySelectorAll('.site-header nav a')].map((link) => link.textContent)).toEqual(['Vraag', 'Betaalroutes', 'Bronnen']);
  });

  it('leads from its form to two routes side by side', async () => {
    const compare = (query: string) => request(app).get(`/routes/vergelijk${query}`).set('Accept', 'text/html');
    const sent = await compare('?a=pgaz&b=oi');
    expect([sent.status, sent.headers['location']]).toEqual([303, '/routes/pgaz/vergelijk/oi']);
    expect((await compare('?a=oi&b=oi')).headers['location']).toBe('/routes/oi');
    for (const query of ['', '?a=pgaz', '?a=pgaz&b=//elders.nl', '?a=pgaz&b=x', '?a=pgaz&a=oi&b=oi']) expect((await compare(query)).status).toBe(404);
  });
});

describe('/routes/{id}', () => {
  it('says what the route is, whether it holds, what it asks and what to do, each with its quote', async () => {
    const page = await get('/routes/pgaz');
    expect(page.status).toBe(200);
    expect(text(page, 'h1')).toBe(fakeRoute.title);
    for (const words of [fakeRoute.summary, 'Ja, volgens de bronnen', 'Het overleg gaat over een groep.', 'Er is een overeenkomst.', 'Sluit een overeenkomst.', 'De route kan eerder stoppen.']) expect(text(page, 'main')).toContain(words);
    expect([...page.document.querySelectorAll('main h2')].map((heading) => heading.textContent)).toEqual([
      'Geldt het nu?', 'Hoe betaald', 'Voorwaarden', 'Wat u kunt doen', 'Let op', 'Vraag ook', 'Wat de bronnen zeggen', 'Vergelijk deze route met een andere',
    ]);
    expect(page.document.querySelectorAll('main blockquote').length).toBe(6);
  });

  it('opens the check with what it fills in, and the calculator only where costs are divided', async () => {
    const page = await get('/routes/pgaz');
    expect(links(page)).toEqual(expect.arrayContaining(['/check#onderwerp=groep', '/check/verdeling']));
    expect(text(page, '.ways-on')).toContain('Het overleg gaat over een groep patiënten.');
    expect(links(await get('/routes/oi'))).not.toContain('/check/verdeling');
  });

  it('shows statements with their exceptions, and questions that lead to the chat or, without scripts, ask', async () => {
    const page = await get('/routes/pgaz');
    const shown = [...page.document.querySelectorAll('.statement-links > li')].find((item) => item.textContent.startsWith('Tekst van regel'));
    expect(shown?.textContent).toContain('Let wel: Tekst van tenzij.');
    expect(links(page)).toContain(`/#vraag=${encodeURIComponent('Wordt <b>overleg</b> betaald?')}`);
    const form = page.document.querySelector('.ask-links');
    expect([form?.getAttribute('method'), form?.getAttribute('action')]).toEqual(['post', '/']);
    expect(form?.querySelector('button[name=vraag]')?.getAttribute('value')).toBe('Wordt <b>overleg</b> betaald?');
    expect(page.text).not.toContain('<b>overleg');
  });

  it('does without statements', async () => {
    const page = await get('/routes/pgaz', createTestApp({ services: { statements: undefined as never } }).app);
    expect([page.status, page.document.querySelectorAll('.ask-links, .statement-links').length]).toEqual([200, 0]);
  });

  it('says when a remark holds', async () => {
    const routes = { ...fakeRoutes, get: () => ({ ...fakeRoute, warnings: [{ text: 'Alleen extra afstemming.', citations: [], given: ['Het overleg is hybride.'] }] }) };
    expect(text(await get('/routes/pgaz', createTestApp({ services: { routes } }).app), '.cited-items .help')).toBe('Als dit klopt: Het overleg is hybride.');
  });
});

describe('/routes/{a}/vergelijk/{b}', () => {
  it('puts two routes side by side', async () => {
    const page = await get('/routes/pgaz/vergelijk/oi');
    expect([...page.document.querySelectorAll('thead th')].map((cell) => cell.textContent)).toEqual(['Waarover', fakeRoute.title, 'Organisatie en infrastructuur']);
    const payment = [...page.document.querySelectorAll('tbody tr')].find((row) => row.querySelector('th')?.textContent === 'Hoe betaald');
    expect([...(payment?.querySelectorAll('.cell') ?? [])].map((cell) => cell.querySelector('p')?.textContent)).toEqual(['Wordt apart betaald.', 'Zit al in het gewone tarief.']);
    expect(payment?.querySelectorAll('.source-link').length).toBe(2);
  });

  it('is one page to a search engine in both orders', async () => {
    const canonical = async (path: string) => (await get(path)).document.querySelector('link[rel=canonical]')?.getAttribute('href');
    expect(await canonical('/routes/oi/vergelijk/pgaz')).toBe('/routes/pgaz/vergelijk/oi');
    expect(await canonical('/routes/pgaz/vergelijk/oi')).toBe('/routes/pgaz/vergelijk/oi');
  });
});

describe('/uitspraken/{id}', () => {
  it('shows the statement with its exceptions, its proof and what it answers', async () => {
    const page = await get('/uitspraken/regel');
    expect(page.status).toBe(200);
    expect(text(page, 'h1')).toBe('Tekst van regel.');
    expect([text(page, '.exceptions h2'), text(page, '.exceptions li')]).toEqual(['Let wel', 'Tekst van tenzij.']);
    expect(text(page, '.statement-kind')).toBe('Voorwaarde Gezegd door Menzis');
    expect(page.document.querySelector('.proof blockquote')?.textContent).toBe(examples.statement.quotes[0]?.quote);
    expect(page.document.querySelector('.proof a')?.getAttribute('href')).toMatch(/^\/bronnen\/voorbeeld-2024\?/);
    expect(text(page, '[lang=en]')).toBe(examples.statement.en);
    expect(links(page)).toEqual(expect.arrayContaining(['/routes/pgaz', '/uitspraken/tenzij', '/uitspraken/lijst', '/uitspraken/item']));
    expect(page.document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe('/uitspraken/regel');
  });

  it('shows what it is an exception of, and the items of a list in order', async () => {
    expect(text(await get('/uitspraken/tenzij'), '[aria-labelledby=hoort-bij]')).toContain('Tekst van regel.');
    const list = await get('/uitspraken/lijst');
    expect([...list.document.querySelectorAll('[aria-labelledby=lijst] .statement-links > li > a')].map((link) => link.textContent)).toEqual(['Tekst van regel.', 'Tekst van item.']);
    expect(text(list, '[aria-labelledby=routes]')).toContain('Organisatie en infrastructuur');
  });

  it('shows each statement once', async () => {
    const found = links(await get('/uitspraken/regel')).filter((link) => link.startsWith('/uitspraken/'));
    expect(found).toEqual([...new Set(found)]);
  });

  it('leads to all routes when it is about none', async () => {
    expect(text(await get('/uitspraken/zonder-route'), '.back')).toBe('Alle betaalroutes');
  });
});

describe('what is not there', () => {
  it.each(['/routes/bestaat-niet', '/routes/pgaz/vergelijk/bestaat-niet', '/routes/__proto__', '/uitspraken/bestaat-niet', '/uitspraken/%00'])('%s is a 404 in Dutch with ways on', async (path) => {
    const page = await get(path);
    expect(page.status).toBe(404);
    expect(text(page, 'h1')).toBe('Deze pagina bestaat niet');
    expect(links(page)).toEqual(['/', '/check', '/routes', '/bronnen']);
  });

  it('is a 503 on a server without routes or statements', async () => {
    const { app: bare } = createTestApp({ services: { routes: undefined as never, statements: undefined as never } });
    for (const path of ['/routes', '/routes/pgaz', '/routes/pgaz/vergelijk/oi', '/uitspraken/regel']) expect((await get(path, bare)).status).toBe(503);
  });
});

describe('/sitemap.xml and /robots.txt', () => {
  it('name every page, at the address that the client used', async () => {
    const response = await request(app).get('/sitemap.xml').set('Host', 'wijzer.example:8080').buffer().parse(asBuffer);
    const map = (response.body as Buffer).toString();
    expect(response.type).toBe('application/xml');
    const found = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '');
    const paths = found.map((address) => address.replace('http://wijzer.example:8080', ''));
    expect(paths).toEqual(expect.arrayContaining(['/', '/routes', '/routes/pgaz', '/routes/oi', '/uitspraken/regel', '/check', '/check/verdeling', '/bronnen', '/bronnen/voorbeeld-2024']));
    for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 200]);
    expect((await request(app).get('/robots.txt').set('Host', 'wijzer.example')).text).toContain('\nSitemap: http://wijzer.example/sitemap.xml\n');
  });

  it('write nothing that a client makes up', async () => {
    for (const host of ['<script>', 'a b', 'x/y', '"><loc>']) {
      const { text: robots } = await request(app).get('/robots.txt').set('Host', host);
      expect(robots).not.toContain(host);
    }
  });
});
