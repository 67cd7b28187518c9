import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../ingest/cli.ts';
import { CORPUS_DIR } from '../ingest/testing/corpus.ts';
import { hashPassword } from '../server/admin/password.ts';
import type { Answer } from '../server/contract.ts';
import { readConfig } from '../server/runtime/config.ts';
import { axeViolations } from './testing/accessibility-checks.ts';
import { hasChromium, launchBrowser } from './testing/browser.ts';
import { startRealApp } from './testing/start-real-app.ts';

const PASSWORD = 'paard batterij nietje';
const DOCUMENT = `# Regeling wijkteamoverleg 2026

De Nederlandse Zorgautoriteit stelt op 1 maart 2026 deze regeling vast.

## Betaling van het wijkteamoverleg

De gemeente betaalt het wijkteamoverleg. Het wijkteamoverleg duurt ten hoogste twee uur.
`;

/** The sources and routes without questions and statements, and the index to take passages from: publishing takes seconds. */
async function smallSite(corpusDir: string, indexDir: string): Promise<void> {
  await cp(CORPUS_DIR, corpusDir, { recursive: true, filter: (path) => !/\/(?:statements|questions|missing\.yaml|comparisons\.yaml)/.test(path) });
  await cp(readConfig(process.env).indexDir, indexDir, { recursive: true });
}

describe.skipIf(!hasChromium)('an administrator', () => {
  let root: string;
  let app: Awaited<ReturnType<typeof startRealApp>>;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'beheer-'));
    const folders = { CORPUS_DIR: join(root, 'corpus'), INDEX_DIR: join(root, 'index') };
    await smallSite(folders.CORPUS_DIR, folders.INDEX_DIR);
    await run([], folders, { line: () => undefined, error: (text) => console.error(text) });
    app = await startRealApp({ ...folders, ADMIN_DIR: join(root, 'beheer'), FEEDBACK_DIR: join(root, 'reacties'), ADMIN_PASSWORD_HASH: await hashPassword(PASSWORD, { N: 1024, r: 8, p: 1 }) });
    browser = await launchBrowser();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    if (root) await rm(root, { recursive: true, force: true });
  });

  const ask = async (question: string): Promise<Answer> =>
    (await (await fetch(`${app.address}/api/v1/ask`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ question }) })).json()) as Answer;
  const sources = async (): Promise<string[]> => ((await (await fetch(`${app.address}/api/v1/documents`)).json()) as { id: string }[]).map(({ id }) => id);
  const citedIn = async (): Promise<string[]> => (await ask('Wie betaalt het wijkteamoverleg?')).citations.map(({ documentId }) => documentId);
  const finished = () => expect.poll(() => page.reload().then(() => page.textContent('main')), { timeout: 150_000, interval: 1000 }).toMatch(/Gelukt: |Niet gelukt: /);

  it('logs in, uploads, looks, publishes, asks and goes back', async () => {
    await page.goto(`${app.address}/beheer`);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel('Uw naam').fill('Anna');
    await page.getByLabel('Wachtwoord').fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();

    await page.getByLabel(/^Bestand/).setInputFiles({ name: 'Regeling wijkteamoverleg 2026.md', mimeType: 'text/markdown', buffer: Buffer.from(DOCUMENT) });
    await page.getByRole('button', { name: 'Bekijk wat ervan wordt' }).click();
    await page.getByRole('heading', { name: 'Regeling wijkteamoverleg 2026', level: 1 }).waitFor();
    expect(await page.getByLabel(/^Uitgever/).inputValue()).toBe('Nederlandse Zorgautoriteit');
    expect(await page.getByLabel(/^Datum/).inputValue()).toBe('2026-03-01');
    expect(await page.getByLabel('Pagina 1 zoals lezers die zien').textContent()).toContain('De gemeente betaalt het wijkteamoverleg.');
    expect(await axeViolations(page)).toEqual([]);
    expect(await sources()).not.toContain('regeling-wijkteamoverleg-2026');

    await page.getByLabel(/^Korte naam/).fill('de regeling wijkteamoverleg');
    await page.getByRole('button', { name: 'Publiceer' }).click();
    await finished();
    expect(await page.textContent('main')).toContain('Gelukt: publiceren door Anna');
    await expect.poll(sources, { timeout: 30_000 }).toContain('regeling-wijkteamoverleg-2026');
    expect(await citedIn()).toContain('regeling-wijkteamoverleg-2026');
    expect(await readFile(join(root, 'corpus', 'sources.yaml'), 'utf8')).toContain('shortTitle: de regeling wijkteamoverleg');

    await page.getByRole('link', { name: 'Indexen' }).click();
    await page.getByRole('button', { name: /^Zet de index van/ }).first().click();
    await finished();
    expect(await page.textContent('main')).toContain('Gelukt: terugzetten door Anna');
    await expect.poll(sources, { timeout: 30_000 }).not.toContain('regeling-wijkteamoverleg-2026');
    expect(await citedIn()).not.toContain('regeling-wijkteamoverleg-2026');
    expect(await readFile(join(root, 'corpus', 'sources.yaml'), 'utf8')).not.toContain('wijkteamoverleg');
  });

  it('sees what questions the sources leave open, and who did what', async () => {
    await ask('Wat kost een fiets?');
    await page.goto(`${app.address}/beheer/gaten`);
    expect(await page.textContent('main')).toContain('geen');
    expect(await page.textContent('main')).not.toContain('fiets');
    await page.goto(`${app.address}/beheer/bronnen`);
    expect(await page.textContent('main')).toContain('iza-ggz-zpm-2022');
    await page.goto(`${app.address}/beheer/logboek`);
    for (const action of ['ingelogd', 'document geüpload', 'gepubliceerd', 'teruggezet']) expect(await page.textContent('main')).toContain(action);
  });
});
