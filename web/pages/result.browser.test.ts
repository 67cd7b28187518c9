import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import { PDFDocument } from 'pdf-lib';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { createRuleCheck } from '../../server/rules/rule-check.ts';
import { realRules } from '../../server/rules/testing/real-rules.ts';
import { axeViolations, sidewaysScroll, smallTargets } from '../testing/accessibility-checks.ts';
import { hasChromium } from '../testing/browser.ts';
import { startApp, type RunningApp } from '../testing/start-app.ts';
import { visitEach } from '../testing/visits.ts';

/** The project's own rules, on a day on which none of their periods ends. */
const startWithRules = async (): Promise<RunningApp> => {
  const { rules, documents } = await realRules();
  return startApp({}, 0, { rules: createRuleCheck(rules, documents, { now: () => new Date('2026-11-30T12:00:00Z') }) });
};

const PHYSIO = 'onderwerp=groep&sector=fysiotherapie&domein=zvw&meerdereSectoren=ja&huisartsenDoenMee=ja';
/** What is common, as somebody tells it; the group of a route is where a reader looks for it. */
const common = {
  'a general practitioner about one patient': { facts: 'onderwerp=individu&sector=huisartsenzorg&domein=zvw', leads: 'regulier-tarief', status: 'Nog onbekend' },
  'a general practitioner who asks a specialist': { facts: 'onderwerp=individu&sector=huisartsenzorg&domein=zvw&meedenkvraag=ja', leads: 'meedenkadvies', status: 'De bronnen zeggen het niet' },
  'mental health care about one patient': { facts: 'onderwerp=individu&sector=ggz&domein=zvw&patientInBehandeling=ja', leads: 'zpm-indirecte-tijd', status: 'Past' },
  'the social domain': { facts: 'onderwerp=groep&domein=sociaal-domein', leads: 'sociaal-domein', status: 'Nog onbekend' },
  'a group of general practitioners and physiotherapists': { facts: PHYSIO, leads: 'pgaz', status: 'Nog onbekend' },
};

describe.skipIf(!hasChromium)('the result of the check', () => {
  let app: RunningApp;
  let context: BrowserContext;
  let page: Page;
  let errors: string[];

  visitEach(startWithRules, (visit) => ({ app, context, page, errors } = visit), { viewport: { width: 390, height: 844 } });
  afterEach(() => expect(errors).toEqual([]));

  const show = async (facts: string): Promise<void> => {
    await page.goto(`${app.address}/check#${facts}&uitkomst=1`);
    await page.locator('#check-result').waitFor();
  };
  const routesIn = (group: string) => page.locator(`${group} [data-route]`).evaluateAll((routes) => routes.map((route) => (route as HTMLElement).dataset['route']));
  const pages = async (of = page): Promise<number> => (await PDFDocument.load(await of.pdf({ format: 'A4' }))).getPageCount();

  it.each(Object.entries(common))('of %s begins with its route, and is short on a phone and on paper', async (_who, { facts, leads, status }) => {
    await show(facts);
    expect(await routesIn('.leading-route')).toEqual([leads]);
    expect(await page.locator('.leading-route .status').textContent()).toBe(status);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1500);
    expect(await pages()).toBeLessThanOrEqual(3);
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect([width, await sidewaysScroll(page), await smallTargets(page)]).toEqual([width, 0, []]);
    }
    expect(await axeViolations(page)).toEqual([]);
  });

  it('tells apart what somebody has not answered and what the sources do not say', async () => {
    await show('onderwerp=individu&sector=ggz&domein=zvw&patientInBehandeling=ja');
    expect(await routesIn('.route-group-open')).toEqual(['oi']);
    expect(await routesIn('.route-group-bronnen')).toEqual(['sop', 'meedenkadvies', 'segment-3']);
    expect(await page.locator('.other-routes').evaluate((others: HTMLDetailsElement) => others.open)).toBe(false);
    expect((await routesIn('.other-routes')).length).toBe(6);
  });

  it('prints what leads with its quotes, and of the rest why', async () => {
    await show(PHYSIO);
    await page.emulateMedia({ media: 'print' });
    const shown = (selector: string) => page.locator(selector).first().isVisible();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await shown('.leading-route .conditions blockquote')).toBe(true);
    expect(await shown('.other-routes .route-reason')).toBe(true);
    expect(await page.locator('.other-routes blockquote').evaluateAll((quotes) => quotes.some((quote) => quote.getClientRects().length > 0))).toBe(false);
    expect(await shown('.result-actions')).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.result-screen details[open]').count()).toBe(0);
    expect(await pages()).toBeLessThanOrEqual(3);
  });

  it('prints in three pages with every question answered and without a script', async () => {
    const facts = `${PHYSIO}&pgazOvereenkomst=voornemen&oiOvereenkomst=nee&adzOvereenkomst=nee&conformBeschikking=weet-niet&zorgbehoefteVastgesteld=ja&complexiteit=ja&tenDienstVanZvwZorg=ja&verzekerdenInZorg=ja&alVergoed=nee&eigenAdzPrestatie=nee&samenwerkingsverband=ja&fysioUitBasisverzekering=ja`;
    await show(facts);
    expect(await pages()).toBeLessThanOrEqual(3);
    const plain = await context.browser()!.newContext({ javaScriptEnabled: false });
    const other = await plain.newPage();
    await other.goto(`${app.address}/check`);
    await other.getByRole('button', { name: 'Over een groep patiënten' }).click();
    await other.getByRole('button', { name: 'Toon de uitkomst nu' }).click();
    expect(await other.locator('.leading-route').count()).toBe(1);
    expect(await pages(other)).toBeLessThanOrEqual(3);
    await plain.close();
  });

  it('goes along as a Word document with quotes that link to their place', async () => {
    await show('onderwerp=individu&sector=ggz&domein=zvw&patientInBehandeling=ja');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download als Word' }).click()]);
    expect(file.suggestedFilename()).toBe('uitkomst-bekostigingswijzer.docx');
    const { value } = await mammoth.convertToHtml({ buffer: await readFile(await file.path()) });
    for (const part of ['Uitkomst op 30 november 2026', 'Indirecte tijd in het zorgprestatiemodel (ggz en forensische zorg): Past', 'Geestelijke gezondheidszorg (ggz)', 'De bronnen zeggen het niet', 'Routes die niet passen', `${app.address}/bronnen/verslag-bijeenkomsten-alk-2024#`, `${app.address}/check#onderwerp=individu`]) expect(value).toContain(part);
    expect(value.indexOf('Indirecte tijd in het')).toBeLessThan(value.indexOf('De bronnen zeggen het niet'));
  });

  it('says so when the Word document cannot be made', async () => {
    await show('onderwerp=individu&sector=ggz&domein=zvw&patientInBehandeling=ja');
    await page.route(/check-docx-.*\.js/, (route) => route.abort());
    await page.getByRole('button', { name: 'Download als Word' }).click();
    await page.locator('.said').waitFor();
    expect(await page.locator('.said').textContent()).toBe('Het Word-bestand kon niet worden gemaakt. Probeer het opnieuw.');
    errors.length = 0;
  });
});
