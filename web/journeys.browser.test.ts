import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer, DocumentDetail } from '../server/contract.ts';
import { axeViolations } from './testing/accessibility-checks.ts';
import { hasChromium } from './testing/browser.ts';
import type { ChatPage } from './testing/chat-page.ts';
import { hasIndex, startRealApp } from './testing/start-real-app.ts';
import { visitEach } from './testing/visits.ts';

/** What the three users come for, end to end: real server, real index, real models, real browser. */

/** Thirty ordinary questions; what matters here is that every citation they bring leads to its own words. */
const questions = [
  'Wat is PGAZ?', 'Wie mag PGAZ declareren?', 'Is een overeenkomst met de zorgverzekeraar nodig?', 'Tot wanneer loopt het experiment?', 'Wanneer start het experiment?',
  'Mogen O&I en PGAZ samen?', 'Wat is O&I?', 'Wat is ADZ?', 'Wat is een SOP?', 'Wat is het meedenkadvies?', 'Wat is segment 3?', 'Betaalt de verzekerde eigen risico?',
  'Hoe verdelen we de kosten?', 'Wat is een lumpsum?', 'Wat is een hybride overleg?', 'Hoe werkt het zorgprestatiemodel?', 'Wat is indirecte tijd?', 'Wordt fysiotherapie vergoed?',
  'Wat doet de NZa met de evaluatie?', 'Wat betekent patiëntengroepsgebonden?', 'Geldt dit ook voor de Wlz?', 'Kan de gemeente meebetalen?', 'Wat is dubbele bekostiging?',
  'Welke sectoren mogen meedoen?', 'Wat staat er over marktaandelen?', 'Wat staat er over postcodes?', 'Wat is het MBI?', 'Wat spraken de partijen over ALK af?', 'Wat is topggz?', 'Moet er een regioplan zijn?',
];

describe.skipIf(!hasChromium || !hasIndex)('journeys on the real server', () => {
  let app: Awaited<ReturnType<typeof startRealApp>>;
  let context: BrowserContext;
  let page: Page;
  let chat: ChatPage;
  let errors: string[];

  visitEach(startRealApp, (visit) => ({ app, context, page, chat, errors } = visit));
  afterEach(() => expect(errors).toEqual([]));

  const marked = () => page.evaluate(() => [...document.querySelectorAll('mark')].map(({ textContent }) => textContent).join(''));

  it('a clinician on a phone asks between two patients, reads the proof and gets on', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`${app.address}/`);
    await chat.askAndWait('Heb ik een overeenkomst met de zorgverzekeraar nodig om PGAZ te declareren?');
    expect(await chat.markers.count()).toBeGreaterThan(0);
    await chat.markers.first().click();
    const mark = chat.source.locator('mark').first();
    await mark.waitFor();
    expect(await chat.source.evaluate((dialog) => dialog.matches(':modal'))).toBe(true);
    await page.keyboard.press('Escape');
    await chat.askAndWait('En wanneer eindigt dat?');
    expect(await chat.turns.count()).toBe(2);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('a volunteer checks a situation step by step and shares the outcome', async () => {
    await page.goto(`${app.address}/check`);
    const wanted: Record<string, string> = { onderwerp: 'groep', domein: 'zvw', sector: 'verpleging-verzorging', pgazOvereenkomst: 'voornemen', oiOvereenkomst: 'nee', adzOvereenkomst: 'nee', huisartsenDoenMee: 'nee', samenwerkingsverband: 'nee', alVergoed: 'nee', eigenAdzPrestatie: 'nee' };
    for (let step = 0; step < 25 && (await page.locator('#check-result').count()) === 0; step += 1) {
      const fact = (await page.locator('input[name=vraag]').inputValue());
      const heading = await page.locator('#check-question').textContent();
      expect(await page.locator('.question-screen a').count()).toBe(0);
      await page.locator(`.answer-button[value="${wanted[fact] ?? 'ja'}"]`).click();
      await expect.poll(() => page.locator('.check-app h2').first().textContent()).not.toBe(heading);
    }
    const pgaz = page.locator('[data-route=pgaz]');
    expect(await pgaz.locator('.status').textContent()).toBe('Nog niet');
    expect(await pgaz.locator('.next-steps li').count()).toBeGreaterThan(0);
    const shared = page.url();
    const other = await context.newPage();
    await other.goto(shared);
    await other.locator('#check-result').waitFor();
    expect(await other.locator('[data-route=pgaz] .status').textContent()).toBe('Nog niet');
    await other.close();
    await page.locator('.route-details summary').first().click();
    await page.locator('.conditions .quotes summary').first().click();
    const link = page.locator('.conditions figure').first();
    const quote = await link.locator('blockquote').textContent();
    await link.getByRole('link').click();
    await page.locator('mark').first().waitFor();
    expect(await marked()).toBe(quote);
  });

  it('a policy adviser divides costs to the cent and reads what it rests on', async () => {
    await page.goto(`${app.address}/check/verdeling`);
    await page.getByRole('button', { name: 'Vul het voorbeeld' }).click();
    await page.getByLabel('Totaal bedrag').fill('100.000,01');
    await page.getByRole('button', { name: 'Reken uit' }).click();
    const cells = page.locator('.amounts').first().locator('tbody td:last-child');
    await cells.first().waitFor();
    const cents = (await cells.allTextContents()).map((text) => Number(text.replace(/\D/g, '')));
    expect(cents.reduce((sum, amount) => sum + amount, 0)).toBe(10_000_001);
    expect(await page.locator('.allocation-result .quotes').count()).toBeGreaterThan(0);
    await page.goto(`${app.address}/bronnen`);
    expect(await page.locator('.source-list article').count()).toBeGreaterThanOrEqual(5);
    await page.getByRole('link', { name: /^Aanwijzing/ }).click();
    expect(await page.locator('.document h2').count()).toBeGreaterThan(3);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('shows every source whole, and nothing but the source', async () => {
    const documents = (await (await context.request.get(`${app.address}/api/v1/documents`)).json()) as { id: string; pages: number }[];
    for (const { id, pages } of documents) {
      const { text } = (await (await context.request.get(`${app.address}/api/v1/documents/${id}`)).json()) as DocumentDetail;
      await page.goto(`${app.address}/bronnen/${id}`);
      const shown = await page.locator('.document').evaluate((article) => {
        const copy = article.cloneNode(true) as HTMLElement;
        copy.querySelectorAll('[data-not-in-text]').forEach((extra) => extra.remove());
        return copy.textContent;
      });
      expect([id, shown === text]).toEqual([id, true]);
      expect(await page.locator('.page-mark').count()).toBe(pages);
    }
  });

  it(`marks exactly the quote for every citation of ${questions.length} answers`, async () => {
    const citations: Answer['citations'] = [];
    const quick = await startRealApp({});
    try {
      for (const question of questions) {
        const response = await context.request.post(`${quick.address}/api/v1/ask`, { data: { question } });
        expect([question, response.status()]).toEqual([question, 200]);
        citations.push(...((await response.json()) as Answer).citations);
      }
    } finally {
      await quick.close();
    }
    expect(citations.length).toBeGreaterThan(30);
    for (const id of new Set(citations.map(({ documentId }) => documentId))) {
      const cited = citations.filter(({ documentId }) => documentId === id);
      await page.goto(`${app.address}/bronnen/${id}`);
      for (const { href, quote } of cited) {
        const shown = await page.evaluate(async (hash) => {
          location.hash = '';
          location.hash = hash;
          await new Promise((done) => setTimeout(done));
          await new Promise((done) => requestAnimationFrame(done));
          return [...document.querySelectorAll('mark')].map(({ textContent }) => textContent).join('');
        }, href.slice(href.indexOf('#')));
        expect(shown).toBe(quote);
      }
    }
  });

  it('marks exactly the quote in the panel beside the answer', async () => {
    await page.goto(`${app.address}/`);
    await chat.askAndWait('Wat is een hybride overleg?');
    const quotes = await page.evaluate(() => {
      const [turn] = JSON.parse(sessionStorage.getItem('bekostigingswijzer:') ?? '[]') as { citations: { n: number; quote: string }[] }[];
      return turn?.citations ?? [];
    });
    expect(quotes.length).toBeGreaterThan(0);
    await chat.lastTurn.locator('.show-source').first().click();
    for (const [index, { quote }] of quotes.entries()) {
      await expect.poll(() => chat.source.locator('mark').evaluateAll((marks) => marks.map(({ textContent }) => textContent).join(''))).toBe(quote);
      if (index + 1 < quotes.length) await chat.source.getByRole('button', { name: 'Volgende passage' }).click();
    }
  });
});
