import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createParticipantReader } from '../../server/rules/participants-in-question.ts';
import { createPlanner } from '../../server/rules/plan.ts';
import { createRuleCheck } from '../../server/rules/rule-check.ts';
import { realRules, realVocabulary } from '../../server/rules/testing/real-rules.ts';
import { axeViolations, sidewaysScroll, smallTargets, tabThrough } from '../testing/accessibility-checks.ts';
import { hasChromium } from '../testing/browser.ts';
import { fakeLookup } from '../testing/fake-lookup.ts';
import type { ChatPage } from '../testing/chat-page.ts';
import { startHostPage, type HostPage } from '../testing/host-page.ts';
import { startApp, type RunningApp } from '../testing/start-app.ts';
import { visitEach } from '../testing/visits.ts';

/** The project's own rules, without models. */
async function start(config: Parameters<typeof startApp>[0] = {}): Promise<RunningApp> {
  const { rules, documents } = await realRules();
  return startApp(config, 0, { ...fakeLookup, rules: createRuleCheck(rules, documents), planner: { plan: createPlanner(rules, documents), readParticipants: createParticipantReader(realVocabulary()) } });
}

const NETWORK = "4 huisartsen, 2 fysio's, een psycholoog en de gemeente";
const FILLED = "#deelnemer=4*huisartsen*sector.huisartsenzorg*domein.zvw&deelnemer=2*fysio's*sector.fysiotherapie*domein.zvw&deelnemer=1*gemeente*domein.sociaal-domein&onderwerp=groep";

describe.skipIf(!hasChromium)('the plan for a network', () => {
  let app: RunningApp;
  let page: Page;
  let errors: string[];

  visitEach(() => start(), (visit) => ({ app, page, errors } = visit), { reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
  afterEach(() => expect(errors).toEqual([]));

  const members = () => page.locator('.plan-member').evaluateAll((rows) => rows.map((row) => `${row.querySelector('input')?.value ?? ''} ${row.querySelector('strong')?.textContent ?? ''}`));
  const hash = () => page.evaluate(() => decodeURIComponent(location.hash));

  describe.each([1280, 390, 320])('%i px wide', (width) => {
    it('from typing and tapping to a plan, and back by removing', async () => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${app.address}/plan`);
      await page.getByLabel('Typ wie er meedoen').fill(NETWORK);
      await page.keyboard.press('Enter');
      await expect.poll(members).toEqual(['4 huisartsen', "2 fysio's", '1 psycholoog', '1 gemeente']);
      await page.getByRole('button', { name: 'Voeg toe: wijkverpleegkundige' }).click();
      await page.getByRole('button', { name: 'Voeg toe: wijkverpleegkundige' }).click();
      await expect.poll(members).toEqual(['4 huisartsen', "2 fysio's", '1 psycholoog', '1 gemeente', '2 wijkverpleegkundigen']);
      await page.getByRole('button', { name: 'Haal weg: psycholoog' }).click();
      await expect.poll(members).toEqual(['4 huisartsen', "2 fysio's", '1 gemeente', '2 wijkverpleegkundigen']);
      await page.locator('.plan-ask').getByRole('button', { name: 'Over een groep patiënten', exact: true }).click();
      await expect.poll(() => page.locator('.plan-given').textContent()).toContain('Over een groep patiënten');
      expect(await page.locator('.plan-result .route').allTextContents()).toHaveLength(2);
      expect(await page.locator('[aria-labelledby=plan-choice]').textContent()).toContain('één prestatie, PGAZ of O&I');
      await page.getByLabel('Totaal bedrag').fill('200.000');
      await page.getByLabel('Percentage: Zvw').fill('70');
      await page.getByLabel('Percentage: Sociaal domein').fill('30');
      await page.getByRole('button', { name: 'Reken uit' }).click();
      await expect.poll(() => page.locator('.allocation-result').textContent()).toContain('140.000,00');
      expect(await hash()).toContain('bedrag=200.000&deel=70*zvw&deel=30*sociaal-domein');
      await page.reload();
      await expect.poll(() => page.locator('.allocation-result').textContent()).toContain('140.000,00');
      await page.goBack();
      await page.goBack();
      await expect.poll(() => page.locator('.allocation-result').count()).toBe(0);
    });

    it('passes axe in every theme, fits, and has targets for a thumb', async () => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${app.address}/plan${FILLED}&bedrag=100&deel=60*zvw&deel=40*sociaal-domein&deelnemer=1*gezondheidscentrum`);
      await page.locator('#plan-result').waitFor();
      for (const details of await page.locator('main details:not([open]) > summary').all()) if (await details.isVisible()) await details.click();
      for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'light', contrast: 'more' }] as const) {
        await page.emulateMedia({ contrast: 'no-preference', ...media });
        expect([media, await axeViolations(page)]).toEqual([media, []]);
      }
      expect(await smallTargets(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    });
  });

  it('shows the focus at every stop of the Tab key, and keeps it where somebody was', async () => {
    await page.goto(`${app.address}/plan${FILLED}`);
    await page.locator('#plan-result').waitFor();
    const stops = await tabThrough(page, 60);
    expect(stops.filter(({ visible, uncovered }) => !visible || !uncovered)).toEqual([]);
    await page.getByRole('button', { name: 'Voeg toe: gemeente' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(members).toContain('2 gemeenten');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Voeg toe: gemeente');
  });

  it('tells what it cannot read and what is not right, and loses nothing', async () => {
    await page.goto(`${app.address}/plan`);
    await page.getByLabel('Typ wie er meedoen').fill('2 huisartsen en een kapper');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#plan-problem').textContent()).toContain('Dit herken ik niet: “kapper”.');
    expect(await page.getByLabel('Typ wie er meedoen').inputValue()).toBe('kapper');
    expect(await members()).toEqual(['2 huisartsen']);
    await page.getByLabel('Aantal: huisartsen').fill('0');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('#plan-problem').textContent()).toContain('Vul bij huisartsen een aantal in van 1 tot en met 500.');
    expect(await members()).toEqual(['0 huisartsen']);
    await page.getByLabel('Aantal: huisartsen').fill('500');
    await page.keyboard.press('Tab');
    await page.locator('#plan-result').waitFor();
    expect(await page.locator('.plan-size').textContent()).toContain('500 deelnemers');
    await page.getByRole('button', { name: 'Begin opnieuw' }).click();
    await expect.poll(() => page.locator('.plan-member').count()).toBe(0);
  });

  it('keeps what is typed, and what is pressed, while a plan is on its way', async () => {
    await page.goto(`${app.address}/plan${FILLED}`);
    await page.locator('#plan-result').waitFor();
    await page.route('**/api/v1/plan', async (route) => {
      await new Promise((done) => setTimeout(done, 400));
      await route.continue();
    });
    await page.getByLabel('Aantal: huisartsen').fill('9');
    await page.getByLabel('Totaal bedrag').click();
    await page.keyboard.type('1.000');
    await expect.poll(() => page.locator('.plan-size').textContent()).toContain('12 deelnemers');
    expect(await page.getByLabel('Totaal bedrag').inputValue()).toBe('1.000');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('plan-total');
    await page.getByLabel('Aantal: huisartsen').fill('3');
    const remove = (await page.getByRole('button', { name: 'Haal weg: gemeente' }).boundingBox())!;
    await page.mouse.move(remove.x + 10, remove.y + 10);
    await page.mouse.down();
    await page.waitForResponse('**/api/v1/plan');
    await page.mouse.up();
    await expect.poll(members).toEqual(['3 huisartsen', "2 fysio's"]);
  });

  it('says so where the server cannot be reached, and goes on after that', async () => {
    await page.goto(`${app.address}/plan`);
    await page.route('**/api/v1/plan', (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: 'Voeg toe: huisarts', exact: true }).click();
    await expect.poll(() => page.locator('#plan-problem').textContent()).toContain('De server antwoordt niet.');
    expect(await members()).toEqual(['1 huisarts']);
    await page.getByRole('button', { name: 'Voeg toe: huisarts', exact: true }).click();
    await page.locator('#plan-result').waitFor();
    errors.splice(0, errors.length, ...errors.filter((error) => !error.includes('ERR_FAILED')));
  });

  it('is shared by its address, which never reaches the server', async () => {
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    await page.goto(`${app.address}/plan${FILLED}`);
    await page.locator('#plan-result').waitFor();
    expect(urls.filter((url) => url.includes('huisartsen'))).toEqual([]);
    await page.getByRole('button', { name: 'Kopieer link' }).click();
    expect(decodeURIComponent(await page.evaluate(() => navigator.clipboard.readText()))).toContain('#deelnemer=4*huisartsen');
  });

  it('becomes a Word document with quotes, dates, pages and the horizon', async () => {
    await page.goto(`${app.address}/plan${FILLED}&bedrag=200.000&deel=70*zvw&deel=30*sociaal-domein`);
    await page.locator('#plan-result').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download als Word' }).click()]);
    expect(download.suggestedFilename()).toBe('projectplan-bekostigingswijzer.docx');
    const { default: mammoth } = await import('mammoth');
    const { value } = await mammoth.extractRawText({ buffer: await readFile(await download.path()) });
    for (const part of ['Projectplan', "4 huisartsen en 2 fysio's", 'Wat u samen kiest', 'Wat u regelt', 'Met: zorgverzekeraar', 'contract', '€\u00a0140.000,00', 'Open vragen', 'Nagekeken op', 'De bronnen gaan tot en met', 'juli 2024', 'Pagina 8: “']) expect(value).toContain(part);
  });

  it('prints on four pages at most, with every quote', async () => {
    await page.goto(`${app.address}/plan${FILLED}`);
    await page.locator('#plan-result').waitFor();
    const { PDFDocument } = await import('pdf-lib');
    const pdf = await PDFDocument.load(await page.pdf({ format: 'A4' }));
    expect(pdf.getPageCount()).toBeLessThanOrEqual(4);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.plan-sources li').first().isVisible()).toBe(true);
    expect(await page.locator('.plan-who').isVisible()).toBe(false);
  });

  it('is reached from the routes, from PGAZ and from the outcome of the check, which takes its answers along', async () => {
    for (const path of ['/routes', '/routes/pgaz']) {
      await page.goto(`${app.address}${path}`);
      await page.getByRole('link', { name: 'Maak een plan voor een groep' }).click();
      expect(await page.locator('h1').textContent()).toBe('Maak een plan voor uw samenwerking');
    }
    await page.goto(`${app.address}/check#onderwerp=groep&sector=huisartsenzorg&domein=zvw&uitkomst=1`);
    await page.locator('#check-result').waitFor();
    await page.getByRole('link', { name: 'Maak een plan voor een groep' }).click();
    await expect.poll(members).toEqual(['1 Huisartsenzorg']);
    expect(await page.locator('.plan-given').textContent()).toContain('Over een groep patiënten');
  });
});

describe.skipIf(!hasChromium)('the plan that the chat offers', () => {
  let host: HostPage;
  let app: RunningApp;
  let page: Page;
  let chat: ChatPage;
  let errors: string[];

  const plan = { participants: [{ name: 'huisartsen', count: 4 }, { name: 'gemeente', count: 1 }], link: `/plan?${FILLED.slice(1)}` };

  beforeAll(async () => {
    host = await startHostPage(() => app.address);
  });
  afterAll(() => host?.close());
  visitEach(() => start({ allowedOrigins: [host.origin] }), (visit) => ({ app, page, chat, errors } = visit));
  beforeEach(() => {
    app.services.answerWith = { blocks: [{ type: 'situation', understood: ['Er doen huisartsen mee.'], link: '/check#huisartsenDoenMee=ja', plan }], plan };
  });
  afterEach(() => expect(errors).toEqual([]));

  const link = () => chat.lastTurn.getByRole('link', { name: 'Maak een plan voor deze groep ›' });

  it('opens with who takes part filled in', async () => {
    await page.goto(`${app.address}/`);
    await chat.askAndWait('Hoe worden 4 huisartsen en de gemeente betaald?');
    expect(await chat.lastTurn.textContent()).toContain('Aan deze groep doen mee: 4 huisartsen en gemeente.');
    await link().click();
    await expect.poll(() => page.locator('.plan-size').textContent()).toContain('7 deelnemers van 3 soorten');
  });

  it('opens beside the page of a host, which stays', async () => {
    await page.goto(`${host.origin}/`);
    await page.getByRole('button', { name: 'Stel een vraag over bekostiging' }).click();
    await chat.askAndWait('Hoe worden 4 huisartsen en de gemeente betaald?');
    const [opened] = await Promise.all([page.waitForEvent('popup'), link().click()]);
    await opened.locator('.plan-size').waitFor();
    expect(new URL(opened.url()).pathname).toBe('/plan');
    expect(page.url()).toBe(`${host.origin}/`);
    expect(await chat.lastTurn.isVisible()).toBe(true);
  });
});

describe.skipIf(!hasChromium)('the plan without JavaScript', () => {
  let app: RunningApp;
  let page: Page;

  visitEach(() => start(), (visit) => ({ app, page } = visit), { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });

  it('goes all the way in forms', async () => {
    await page.goto(`${app.address}/plan`);
    await page.getByLabel('Typ wie er meedoen').fill(NETWORK);
    await page.keyboard.press('Enter');
    await page.locator('.plan-ask').getByRole('button', { name: 'Over een groep patiënten', exact: true }).click();
    expect(await page.locator('.plan-given').textContent()).toContain('Over een groep patiënten');
    await page.getByLabel('Aantal: huisartsen').fill('6');
    await page.getByRole('button', { name: 'Werk het plan bij' }).click();
    expect(await page.locator('.plan-size').textContent()).toContain('10 deelnemers van 4 soorten');
    await page.getByRole('button', { name: 'Haal weg: psycholoog' }).click();
    expect(await page.locator('.plan-member').count()).toBe(3);
    expect(await page.getByRole('button', { name: 'Download als Word' }).isVisible()).toBe(false);
  });

  it('opens with a group from the chat', async () => {
    await page.goto(`${app.address}/plan?${FILLED.slice(1)}`);
    expect(await page.locator('.plan-size').textContent()).toContain('7 deelnemers van 3 soorten');
  });
});
