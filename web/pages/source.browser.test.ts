import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { quoteLink } from '../../server/corpus/quote-link.ts';
import { hasChromium } from '../testing/browser.ts';
import type { ChatPage } from '../testing/chat-page.ts';
import { cite, documents } from '../testing/fake-documents.ts';
import { startApp, type RunningApp } from '../testing/start-app.ts';
import { visitEach } from '../testing/visits.ts';

describe.skipIf(!hasChromium)('the source viewer', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page;
  let chat: ChatPage;
  let errors: string[];

  visitEach(startApp, (visit) => ({ app, browser, page, chat, errors } = visit));
  afterEach(() => expect(errors).toEqual([]));

  const marked = () => page.evaluate(() => [...document.querySelectorAll('mark')].map(({ textContent }) => textContent).join(''));
  const citation = cite(1, 'handleiding-pgaz-2024', 'Het experiment eindigt daarom uiterlijk op 1 mei 2029.');

  it('marks the quote of a link and brings it into view', async () => {
    await page.goto(app.address + quoteLink(citation));
    expect(await marked()).toBe(citation.quote);
    await expect.poll(() => page.locator('mark').evaluate((mark) => mark.getBoundingClientRect().top > 50 && mark.getBoundingClientRect().bottom < innerHeight)).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MARK');
  });

  it('finds the quote by its words when the offsets are old', async () => {
    await page.goto(app.address + quoteLink({ ...citation, start: citation.start - 400, end: citation.end - 400 }));
    expect(await marked()).toBe(citation.quote);
  });

  it('shows the quote as it was when it is gone', async () => {
    await page.goto(`${app.address}/bronnen/handleiding-pgaz-2024#t=1-20&q=Dit%20staat%20er%20niet`);
    expect(await page.locator('.citation-bar .moved').textContent()).toContain('Dit staat er niet');
    expect(await marked()).toBe('');
  });

  it('marks a quote that runs over paragraphs and pages exactly', async () => {
    const document = documents[1];
    if (document === undefined) throw new Error('no document');
    const [start, end] = [(document.pageStarts[4] ?? 0) - 60, (document.pageStarts[4] ?? 0) + 120];
    const quote = document.text.slice(start, end);
    await page.goto(app.address + quoteLink({ documentId: document.id, start, end, quote }));
    expect(await marked()).toBe(quote);
  });

  it('steps through the citations of an answer, in the order of the document', async () => {
    await page.goto(`${app.address}/`);
    await chat.askAndWait('Wie mag PGAZ declareren?');
    await page.goto(app.address + quoteLink(citation));
    expect(await page.locator('.citation-position').textContent()).toBe('Passage 2 van 2');
    await page.getByRole('button', { name: 'Vorige passage' }).click();
    expect(await marked()).toMatch(/hybride\s+overleggen/);
    expect(await page.locator('.citation-position').textContent()).toBe('Passage 1 van 2');
    await page.getByRole('button', { name: 'Volgende passage' }).click();
    expect(await marked()).toBe(citation.quote);
  });

  it('follows a link to another quote in the same page', async () => {
    await page.goto(app.address + quoteLink(citation));
    const other = cite(1, 'handleiding-pgaz-2024', 'Elk initiatief behoeft een eigen prestatie.');
    await page.evaluate((hash) => { location.hash = hash; }, quoteLink(other).split('#')[1] ?? '');
    await expect.poll(marked).toBe(other.quote);
  });

  it('holds the whole text of the source, once', async () => {
    for (const document of documents) {
      await page.goto(`${app.address}/bronnen/${document.id}`);
      const text = await page.locator('.document').evaluate((article) => {
        const copy = article.cloneNode(true) as HTMLElement;
        copy.querySelectorAll('[data-not-in-text]').forEach((extra) => extra.remove());
        return copy.textContent;
      });
      expect(text === document.text).toBe(true);
      expect(await page.locator('.page-mark').count()).toBe(document.pages);
    }
  });

  it('is a plain page without JavaScript', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${app.address}/`);
    await still.getByLabel('Uw vraag').fill('Wie mag PGAZ declareren?');
    await still.getByRole('button', { name: 'Verstuur' }).click();
    expect(await still.getByRole('heading', { level: 1 }).textContent()).toContain('Wie mag PGAZ declareren?');
    await still.locator('summary', { hasText: /Nog \d bron/ }).click();
    await still.getByRole('link', { name: /^Toon in bron: Bron 3/ }).click();
    expect(await still.locator('mark#citaat').textContent()).toBe(citation.quote);
    await still.goto(`${app.address}/check`);
    await still.getByRole('button', { name: 'Over een groep patiënten' }).click();
    await still.getByRole('button', { name: 'Het wordt nog niet betaald' }).click();
    await still.getByRole('button', { name: 'Weet ik niet' }).click();
    expect(await still.getByRole('heading', { level: 2 }).first().textContent()).toContain('Uitkomst op');
    await still.locator('summary', { hasText: 'Wat verandert dit?' }).first().click();
    expect(await still.locator('.effect').first().textContent()).toContain('naar “Past”');
    await plain.close();
  });
});
