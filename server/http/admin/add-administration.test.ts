import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAdministration } from '../../admin/create-administration.ts';
import { hashPassword } from '../../admin/password.ts';
import { fakeIngest, type FakeIngest } from '../../admin/testing/fake-ingest.ts';
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts';

const PASSWORD = 'paard batterij nietje';
const root = await mkdtemp(join(tmpdir(), 'beheer-'));
afterAll(() => rm(root, { recursive: true, force: true }));
let passwordHash = '';
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD, { N: 1024, r: 8, p: 1 });
});

interface Site extends TestApp {
  dir: string;
  ingest: FakeIngest;
}

let count = 0;
function site(): Site {
  const dir = join(root, String((count += 1)));
  const ingest = fakeIngest();
  const administration = createAdministration({ passwordHash, dir, feedbackDir: join(dir, 'feedback'), gaps: { list: () => Promise.resolve([]) }, ingest: ingest.run });
  return { ...createTestApp({ administration }), dir, ingest };
}

const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

/** Somebody who is logged in, with the proof that his forms carry. */
async function loggedIn({ app }: Site, naam = 'Anna') {
  const answer = await supertest(app).post('/beheer/inloggen').send(form({ naam, wachtwoord: PASSWORD })).expect(303);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const get = (path: string) => supertest(app).get(path).set('Cookie', cookie);
  const bewijs = /name="bewijs" value="([\w-]+)"/.exec((await get('/beheer')).text)?.[1] ?? '';
  return {
    cookie,
    bewijs,
    get,
    post: (path: string, fields: Record<string, string> = {}) => supertest(app).post(path).set('Cookie', cookie).send(form({ bewijs, ...fields })),
    upload: (name: string, bytes: Buffer, proof = bewijs) => supertest(app).post('/beheer/documenten').set('Cookie', cookie).field('bewijs', proof).attach('bestand', bytes, name),
  };
}

const inDrafts = (dir: string) => readdir(join(dir, 'concepten')).catch(() => []);
const logged = (dir: string) => readFile(join(dir, 'logboek.jsonl'), 'utf8').then((text) => text.trim().split('\n').map((line) => JSON.parse(line) as { who: string; action: string; subject?: string }));
/** Publishing goes on after the answer. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('who is not logged in', () => {
  it('finds no administration on a server without a password', async () => {
    await supertest(createTestApp().app).get('/beheer').expect(404);
    await supertest(createTestApp().app).post('/beheer/inloggen').send(form({ naam: 'A', wachtwoord: PASSWORD })).expect(404);
  });

  it('gets the login form for every address, and nothing is done', async () => {
    const one = site();
    for (const path of ['/beheer', '/beheer/indexen', '/beheer/bronnen', '/beheer/gaten', '/beheer/reacties', '/beheer/logboek', '/beheer/documenten/x', '/beheer/bestaat-niet']) {
      await supertest(one.app).get(path).expect(303).expect('Location', '/beheer/inloggen');
    }
    await supertest(one.app).post('/beheer/documenten').attach('bestand', Buffer.from('tekst'), 'a.txt').expect(303);
    await supertest(one.app).post('/beheer/indexen').send(form({ index: 'v3-abc-1' })).expect(303);
    await supertest(one.app).get('/beheer').set('Cookie', `beheer=${'a'.repeat(43)}`).expect(303);
    expect(one.ingest.calls).toEqual([]);
    expect(await inDrafts(one.dir)).toEqual([]);
  });

  it('is refused with a wrong password, and locked out after five', async () => {
    const one = site();
    const attempt = (wachtwoord: string) => supertest(one.app).post('/beheer/inloggen').send(form({ naam: 'Bert', wachtwoord }));
    for (let at = 0; at < 5; at += 1) expect((await attempt('verkeerd')).status).toBe(401);
    const locked = await attempt(PASSWORD);
    expect(locked.status).toBe(429);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
    expect(locked.headers['set-cookie']).toBeUndefined();
    expect((await logged(one.dir)).map(({ who, action }) => `${who} ${action}`)).toEqual(Array(5).fill('Bert geweigerd'));
    expect(await readFile(join(one.dir, 'logboek.jsonl'), 'utf8')).not.toContain('verkeerd');
  });
});

describe('a session', () => {
  it('is a cookie that no script reads and no other site sends, on pages that nobody keeps', async () => {
    const one = site();
    const answer = await supertest(one.app).post('/beheer/inloggen').send(form({ naam: 'Anna', wachtwoord: PASSWORD }));
    expect(String(answer.headers['set-cookie'])).toMatch(/^beheer=[\w-]{43}; Path=\/beheer; HttpOnly; SameSite=Strict$/);
    const { get } = await loggedIn(one);
    const page = await get('/beheer').expect(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.text).not.toContain('<script');
  });

  it('ends with logging out', async () => {
    const { get, post } = await loggedIn(site());
    await post('/beheer/uitloggen').expect(303);
    await get('/beheer').expect(303);
  });

  it('does nothing for a form without its proof, with the proof of another, or from another site', async () => {
    const one = site();
    const { post, cookie, upload, bewijs } = await loggedIn(one);
    const other = await loggedIn(one, 'Bert');
    await post('/beheer/indexen', { index: 'v3-abc-1', bewijs: '' }).expect(403);
    await post('/beheer/indexen', { index: 'v3-abc-1', bewijs: other.bewijs }).expect(403);
    await supertest(one.app).post('/beheer/indexen').set('Cookie', cookie).set('Sec-Fetch-Site', 'cross-site').send(form({ bewijs, index: 'v3-abc-1' })).expect(403);
    await upload('a.txt', Buffer.from('tekst'), 'onzin').expect(403);
    expect(one.ingest.calls.filter(([command]) => command !== 'versions')).toEqual([]);
    expect(await inDrafts(one.dir)).toEqual([]);
  });
});

describe('a document', () => {
  const address = (answer: { headers: Record<string, string> }): string => String(answer.headers['location']);

  it('goes from upload over preview and mending to publication', async () => {
    const one = site();
    const { upload, get, post } = await loggedIn(one);
    const draft = address(await upload('Beleidsregel.txt', Buffer.from('Beleidsregel')).expect(303));
    const page = await get(draft).expect(200);
    for (const shown of ['zoals gelezen', 'zoals geciteerd', 'Gevonden op pagina 1', 'Beleidsregel &lt;overleg&gt; 2026', 'Publiceer']) expect(page.text).toContain(shown);
    await post(draft, { revisie: '1', actie: 'bewaar', title: '--corpus=/etc', publisher: 'NZa' }).expect(303);
    expect(one.ingest.calls.at(-1)).toEqual(['add', expect.stringMatching(/concepten\/[\w-]+\/beleidsregel\.txt$/) as string, '--json', '--title=--corpus=/etc', '--publisher=NZa']);
    await post(draft, { revisie: '2', actie: 'publiceer', title: '--corpus=/etc', publisher: 'NZa' }).expect(303);
    await until(async () => (await inDrafts(one.dir)).length === 0);
    expect(one.ingest.calls.at(-1)?.slice(2)).toEqual(['--yes', '--build', '--title=--corpus=/etc', '--publisher=NZa']);
    await until(async () => (await get('/beheer')).text.includes('Gelukt: publiceren door Anna'));
    await until(async () => (await logged(one.dir)).length === 4);
    expect((await logged(one.dir)).map(({ action, subject }) => `${action} ${subject ?? ''}`.trim())).toEqual(['ingelogd', 'document geüpload beleidsregel-2026', 'gegevens gewijzigd beleidsregel-2026', 'gepubliceerd beleidsregel-2026']);
  });

  it('stays as it was when publishing fails, and the reason is told', async () => {
    const one = site();
    one.ingest.answers['publish'] = () => Promise.resolve({ status: 1, out: '', err: 'routes/pgaz.yaml, regel 3: het citaat staat er niet' });
    const { upload, get, post } = await loggedIn(one);
    const draft = address(await upload('a.txt', Buffer.from('tekst')));
    await post(draft, { revisie: '1', actie: 'publiceer' }).expect(303);
    await until(async () => (await get('/beheer')).text.includes('routes/pgaz.yaml, regel 3'));
    await get(draft).expect(200);
  });

  it('that cannot be read leaves nothing', async () => {
    const one = site();
    one.ingest.answers['add'] = () => Promise.resolve({ status: 1, out: JSON.stringify({ documents: [], faults: ['a.pdf: het bestand is beschadigd.'] }), err: '' });
    const { upload } = await loggedIn(one);
    const answer = await upload('a.pdf', Buffer.from('%PDF-kapot'));
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('a.pdf: het bestand is beschadigd.');
    expect(await inDrafts(one.dir)).toEqual([]);
  });

  it.each(['../../../etc/passwd.txt', '..\\..\\wachtwoord.txt', '/etc/cron.d/x.txt', 'a\u0000b.txt', '.verborgen.txt', '  .txt'])('with the name %j lies in its own folder', async (name) => {
    const one = site();
    const { upload } = await loggedIn(one);
    await upload(name, Buffer.from('tekst'));
    const [id] = await inDrafts(one.dir);
    expect(await inDrafts(one.dir)).toHaveLength(id === undefined ? 0 : 1);
    if (id !== undefined) expect((await readdir(join(one.dir, 'concepten', id))).filter((file) => !/^[a-z0-9-]+\.(txt|json)$/.test(file))).toEqual([]);
    expect((await readdir(root)).filter((file) => !/^\d+$/.test(file))).toEqual([]);
  });

  it.each(['..%2f..%2fpackage.json', '..%5c..', 'x'.repeat(300), 'concept.json'])('is not found at %s', async (id) => {
    const { get } = await loggedIn(site());
    await get(`/beheer/documenten/${id}`).expect(404);
  });

  it('of another kind, or of 26 MB, is refused', async () => {
    const one = site();
    const { upload, cookie } = await loggedIn(one);
    expect((await upload('virus.exe', Buffer.from('MZ'))).text).toContain('Dit soort bestand wordt niet gelezen');
    const large = await upload('groot.pdf', Buffer.alloc(26 * 1024 * 1024)).catch((error: NodeJS.ErrnoException) => error.code);
    // whoever goes on sending after the refusal may find the line cut
    if (typeof large === 'object') {
      expect(large.status).toBe(413);
      expect(large.text).toContain('groter dan 25 MB');
    } else expect(['EPIPE', 'ECONNRESET']).toContain(large);
    expect(await inDrafts(one.dir)).toEqual([]);
    expect((await supertest(one.app).post('/beheer/documenten').set('Cookie', cookie).set('Content-Type', 'multipart/form-data; boundary=x').send('--x\r\nafgebroken')).status).toBe(400);
    expect(await inDrafts(one.dir)).toEqual([]);
  });
});

describe('two administrators at once', () => {
  it('see each other, and who comes second is told', async () => {
    const one = site();
    let finish: (() => void) | undefined;
    one.ingest.answers['publish'] = () => new Promise((resolve) => (finish = () => resolve({ status: 0, out: 'klaar', err: '' })));
    const anna = await loggedIn(one);
    const bert = await loggedIn(one, 'Bert');
    expect((await anna.get('/beheer')).text).toContain('Ook ingelogd: Bert');
    const draft = String((await anna.upload('a.txt', Buffer.from('tekst'))).headers['location']);
    const second = String((await bert.upload('b.txt', Buffer.from('tekst'))).headers['location']);
    await anna.post(draft, { revisie: '1', actie: 'publiceer' }).expect(303);
    const refused = await bert.post(second, { revisie: '1', actie: 'publiceer' });
    expect(refused.status).toBe(409);
    expect(refused.text).toMatch(/Anna is sinds \d\d:\d\d bezig met publiceren/);
    expect((await bert.post('/beheer/indexen', { index: 'v3-abc-1' })).status).toBe(409);
    await until(() => Promise.resolve(finish !== undefined));
    finish?.();
    await until(async () => (await anna.get('/beheer')).text.includes('Gelukt'));
    await bert.post(second, { revisie: '1', actie: 'bewaar' }).expect(303);
  });

  it('do not overwrite what they have not seen', async () => {
    const one = site();
    const anna = await loggedIn(one);
    const bert = await loggedIn(one, 'Bert');
    const draft = String((await anna.upload('a.txt', Buffer.from('tekst'))).headers['location']);
    await bert.post(draft, { revisie: '1', actie: 'bewaar', title: 'Titel van Bert' }).expect(303);
    const late = await anna.post(draft, { revisie: '1', actie: 'publiceer', title: 'Titel van Anna' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Bert heeft dit concept intussen gewijzigd');
    expect(late.text).toContain('value="Titel van Bert"');
    expect(one.ingest.calls.some((call) => call.includes('--yes'))).toBe(false);
  });
});
