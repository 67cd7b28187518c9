import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { axeViolations } from '../../web/testing/accessibility-checks.ts';
import { launchBrowser } from '../../web/testing/browser.ts';
import { abstainCase, documents, evaluationCase, fakeSystem } from '../testing/fixtures.ts';
import { collectAnswers } from './collect-answers.ts';
import { readGrades } from './grades/read-grades.ts';
import { buildClient } from './page/build-client.ts';
import { readingPage } from './page/page.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let folder: string;
let address: string;
const requests: string[] = [];
const errors: string[] = [];

beforeAll(async () => {
  const cases = [
    evaluationCase(),
    abstainCase(),
    evaluationCase({ id: 'test-looptijd-02', question: 'En daarna? </script><img src=x onerror=alert(1)>', history: [{ role: 'user', content: 'Tot wanneer loopt het?' }] }),
  ];
  const { items } = await collectAnswers(fakeSystem(), cases, documents, { timeoutMs: 1000 });
  folder = await mkdtemp(join(tmpdir(), 'eval-reading-'));
  const path = join(folder, 'lezen.html');
  await writeFile(path, readingPage(items, [...documents.values()], await buildClient()));
  address = pathToFileURL(path).href;
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  page = await open();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(): Promise<Page> {
  const opened = await context.newPage();
  opened.setDefaultTimeout(10_000);
  opened.on('request', (request) => requests.push(request.url()));
  opened.on('pageerror', (error) => errors.push(error.message));
  opened.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await opened.goto(address);
  return opened;
}

const answerAt = (at: number) => page.locator('article').nth(at);
const progress = (): Promise<string> => page.locator('#progress').innerText();

test('opens by itself: no other file, no error, nothing that a question smuggles in', async () => {
  expect(requests).toEqual([address]);
  expect(errors).toEqual([]);
  expect(await page.locator('article').count()).toBe(3);
  expect(await progress()).toBe('0 van 3 beoordeeld');
});

describe('is accessible (axe) and fits', () => {
  test.each([1280, 390])('%i px wide, everything open', async (width) => {
    await page.setViewportSize({ width, height: 844 });
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('details').evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.locator('details').evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = false)));
  });
});

describe('a reader', () => {
  test('cannot save without a name or without a grade, and is told', async () => {
    await page.getByRole('button', { name: 'Bewaar als bestand' }).click();
    expect(await page.getByRole('alert').innerText()).toBe('Vul eerst bovenaan uw naam of initialen in.');
    expect(await page.evaluate('document.activeElement.id')).toBe('reader');
  });

  test('grades by keyboard; what was graded before there was a name is kept', async () => {
    await answerAt(0).getByRole('radio', { name: /^2: / }).focus();
    await page.keyboard.press('Space');
    expect(await progress()).toBe('1 van 3 beoordeeld');
    await page.getByLabel('Uw naam of initialen').fill('Anna');
    await page.getByLabel('Uw naam of initialen').blur();
    expect(await answerAt(0).getByRole('radio', { name: /^2: / }).isChecked()).toBe(true);
    await answerAt(0).getByLabel('Opmerking (mag leeg)').fill('Te lang.');
  });

  test('goes to the next answer without a grade', async () => {
    await page.getByRole('button', { name: 'Volgende' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('antwoord-2');
  });

  test('corrects an answer, and is told what is still missing', async () => {
    await answerAt(1).getByText('Verbeter dit antwoord').click();
    const missing = answerAt(1).locator('[data-incomplete]');
    await answerAt(1).getByLabel('Het goede antwoord, in één of twee zinnen').fill('Er geldt een vrij tarief.');
    expect(await missing.innerText()).toBe('Kies nog een zin die het antwoord bewijst.');
    await answerAt(1).getByLabel('Een andere zin, letterlijk uit het document').fill('Het experiment\neindigt');
    expect(await missing.innerText()).toBe('Kies nog uit welk document de zin komt.');
    await answerAt(1).getByLabel('Uit welk document komt die zin?').selectOption('regeling');
    await answerAt(1).getByRole('checkbox', { name: 'Er geldt een vrij tarief.' }).check();
    expect(await missing.innerText()).toBe('');
  });

  test('finds everything again after closing the page', async () => {
    await page.close();
    page = await open();
    expect(await page.getByLabel('Uw naam of initialen').inputValue()).toBe('Anna');
    expect(await progress()).toBe('1 van 3 beoordeeld');
    expect(await answerAt(0).getByLabel('Opmerking (mag leeg)').inputValue()).toBe('Te lang.');
    expect(await answerAt(1).getByLabel('Een andere zin, letterlijk uit het document').inputValue()).toBe('Het experiment eindigt');
    expect(await answerAt(1).getByRole('checkbox', { name: /^Er geldt een vrij tarief/ }).isChecked()).toBe(true);
  });

  test('saves a file that the evaluation reads, with the correction as a case', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Bewaar als bestand' }).click()]);
    expect(download.suggestedFilename()).toBe('cijfers-anna.json');
    const path = join(folder, 'cijfers-anna.json');
    await download.saveAs(path);
    const { graded, answers } = await readGrades([path]);
    expect(graded.map(({ reader, grade, remark, correction }) => [reader, grade, remark, correction?.text])).toEqual([
      ['Anna', 2, 'Te lang.', undefined],
      ['Anna', undefined, undefined, 'Er geldt een vrij tarief.'],
    ]);
    expect([...answers.values()].map(({ abstained }) => abstained)).toEqual([false, true]);
    const saved = JSON.parse(await readFile(path, 'utf8')) as { items: { draftCase?: string }[] };
    expect(parse(saved.items[1]!.draftCase!)).toMatchObject([
      {
        question: 'Wat kost het?',
        gold: 'Er geldt een vrij tarief.',
        evidence: [{ anyOf: [{ documentId: 'regeling', quote: 'Er geldt een vrij tarief.' }, { documentId: 'regeling', quote: 'Het experiment eindigt' }] }],
        abstain: false,
      },
    ]);
    expect(errors).toEqual([]);
  });

  test('does not see what another reader gave in the same browser', async () => {
    await page.getByLabel('Uw naam of initialen').fill('Bert');
    await page.getByLabel('Uw naam of initialen').blur();
    expect(await progress()).toBe('0 van 3 beoordeeld');
    await page.getByLabel('Uw naam of initialen').fill('Anna');
    await page.getByLabel('Uw naam of initialen').blur();
    expect(await progress()).toBe('1 van 3 beoordeeld');
  });
});

test('prints: controls away, answers and grades there', async () => {
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.bar').isVisible()).toBe(false);
  expect(await page.locator('details.correction').first().isVisible()).toBe(false);
  expect(await answerAt(0).locator('.answer').isVisible()).toBe(true);
  expect(await answerAt(0).getByRole('radio').first().isVisible()).toBe(true);
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
  await page.emulateMedia({ media: null });
});

test('can be read without JavaScript, and says what to do', async () => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(address);
  expect(await plain.locator('article').count()).toBe(3);
  expect(await plain.locator('noscript').innerText()).toContain('Zet JavaScript aan');
  expect(await plain.locator('.bar').isVisible()).toBe(false);
});
