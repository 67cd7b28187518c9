import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { axeViolations, sidewaysScroll, smallTargets, tabThrough } from '../testing/accessibility-checks.ts';
import { hasChromium } from '../testing/browser.ts';
import { fakeLookup } from '../testing/fake-lookup.ts';
import { startApp, type RunningApp } from '../testing/start-app.ts';
import { visitEach } from '../testing/visits.ts';

const paths = ['/routes', '/routes/pgaz', '/routes/pgaz/vergelijk/oi', '/uitspraken/pgaz-overeenkomst'];
const start = (): Promise<RunningApp> => startApp({}, 0, fakeLookup);

describe.skipIf(!hasChromium)('pages to look something up', () => {
  let app: RunningApp;
  let page: Page;
  let errors: string[];

  // a colour on its way from one theme to the next has no contrast to speak of
  visitEach(start, (visit) => ({ app, page, errors } = visit), { reducedMotion: 'reduce' });
  afterEach(() => expect(errors).toEqual([]));

  describe.each([1280, 390, 320])('%i px wide', (width) => {
    it.each(paths)('%s passes axe in every theme, fits, and has targets for a thumb', async (path) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${app.address}${path}`);
      for (const details of await page.locator('main details:not([open]) > summary').all()) if (await details.isVisible()) await details.click();
      for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'light', contrast: 'more' }] as const) {
        await page.emulateMedia({ contrast: 'no-preference', ...media });
        expect([media, await axeViolations(page)]).toEqual([media, []]);
      }
      expect(await smallTargets(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    });

    it('is a table to a screen reader, with its name, headings and rows', async () => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${app.address}/routes`);
      const table = page.getByRole('table', { name: 'De betaalroutes naast elkaar' });
      expect(await table.getByRole('columnheader').allTextContents()).toEqual(['Route', 'Voor wie', 'Over wie', 'Hoe betaald', 'Wat u moet regelen', 'Geldt het nu?']);
      expect(await table.getByRole('rowheader').allTextContents()).toEqual(['PGAZ (patiëntengroepsgebonden afstemming)', 'O&I (organisatie en infrastructuur)']);
      expect(await table.getByRole('row').nth(1).getByRole('cell').count()).toBe(5);
    });
  });

  it.each(paths)('%s shows the focus at every stop of the Tab key', async (path) => {
    await page.goto(`${app.address}${path}`);
    const stops = await tabThrough(page);
    expect(stops.length).toBeGreaterThan(5);
    expect(stops.filter(({ visible, uncovered }) => !visible || !uncovered)).toEqual([]);
  });

  it('shows beside each cell what it is about where columns do not fit', async () => {
    await page.goto(`${app.address}/routes`);
    const label = page.locator('.cell-label').first();
    expect(await label.isVisible()).toBe(false);
    await page.setViewportSize({ width: 390, height: 800 });
    expect([await label.isVisible(), await label.textContent()]).toEqual([true, 'Voor wie']);
  });

  it('leads from a cell to the marked sentence in its source', async () => {
    await page.goto(`${app.address}/routes`);
    await page.getByRole('row', { name: /^PGAZ/ }).getByRole('link', { name: /^Bron: Aanwijzing/ }).first().click();
    expect(await page.locator('mark').first().textContent()).toContain('Zorgaanbieders kunnen de prestatie');
  });

  it('leads from the menu in two steps to a route, and on to two routes side by side', async () => {
    await page.goto(`${app.address}/`);
    await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Betaalroutes' }).click();
    await page.getByRole('link', { name: /^PGAZ/ }).click();
    expect(await page.locator('h1').textContent()).toBe('PGAZ (patiëntengroepsgebonden afstemming)');
    await page.getByRole('button', { name: 'Vergelijk' }).click();
    expect(new URL(page.url()).pathname).toBe('/routes/pgaz/vergelijk/oi');
    await page.getByLabel('Eerste route').selectOption('oi');
    await page.getByLabel('Tweede route').selectOption('pgaz');
    await page.getByRole('button', { name: 'Vergelijk' }).click();
    expect(new URL(page.url()).pathname).toBe('/routes/oi/vergelijk/pgaz');
  });

  it('opens the check with the answers of the route', async () => {
    await page.goto(`${app.address}/routes/pgaz`);
    await page.locator('.ways-on').getByRole('link', { name: 'Controleer uw situatie' }).click();
    await expect.poll(() => page.locator('#check-question').textContent()).toBe('Wordt dit werk al op een andere manier betaald?');
    expect(new URL(page.url()).hash).toBe('#onderwerp=groep');
  });

  it('keeps a question out of what goes to the server', async () => {
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    await page.goto(`${app.address}/uitspraken/pgaz-overeenkomst`);
    await page.getByRole('link', { name: 'Mag PGAZ zonder contract?' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#vraag=Mag PGAZ zonder contract?');
    expect(urls.filter((url) => /contract/i.test(new URL(url).search + new URL(url).pathname))).toEqual([]);
  });

  it('prints the whole content, all warnings too, and no controls', async () => {
    await page.goto(`${app.address}/routes/pgaz`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Let op punt 9').isVisible()).toBe(true);
    for (const selector of ['.site-header', '.ways-on', '.compare-form', '.ask-links', '.back']) expect([selector, await page.locator(selector).isVisible()]).toEqual([selector, false]);
    await page.goto(`${app.address}/uitspraken/pgaz-overeenkomst`);
    expect(await page.locator('.proof blockquote').isVisible()).toBe(true);
  });
});

describe.skipIf(!hasChromium)('the same without JavaScript', () => {
  let app: RunningApp;
  let page: Page;

  visitEach(start, (visit) => ({ app, page } = visit), { javaScriptEnabled: false });

  it('reads, compares, folds open and asks', async () => {
    await page.goto(`${app.address}/routes`);
    await page.getByRole('button', { name: 'Vergelijk' }).click();
    expect(new URL(page.url()).pathname).toBe('/routes/pgaz/vergelijk/oi');
    await page.goto(`${app.address}/routes/pgaz`);
    await page.getByText('Toon nog 4 punten om op te letten').click();
    expect(await page.getByText('Let op punt 9').isVisible()).toBe(true);
    const ask = page.locator('.ask-links');
    expect([await ask.getByRole('link').count(), await ask.getByRole('button').count()]).toEqual([0, 2]);
    await ask.getByRole('button').first().click();
    expect([new URL(page.url()).pathname, await page.locator('h1.question').textContent()]).toEqual(['/', expect.stringContaining('PGAZ')]);
  });

  it('marks the sentence in the source', async () => {
    await page.goto(`${app.address}/uitspraken/pgaz-overeenkomst`);
    await page.locator('.proof a').first().click();
    expect(await page.locator('mark').first().textContent()).toContain('Zorgaanbieders kunnen de prestatie');
  });
});
