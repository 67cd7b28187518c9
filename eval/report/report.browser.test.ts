import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../../web/testing/accessibility-checks.ts';
import { launchBrowser } from '../../web/testing/browser.ts';
import { sampleEvaluation, THRESHOLDS } from '../testing/sample-evaluation.ts';
import { compactResults } from '../verdict/compact-results.ts';
import { compareRuns } from '../verdict/comparison.ts';
import { judgeRun } from '../verdict/verdict.ts';
import { reportPage } from './html/page.ts';

let browser: Browser;
let page: Page;
let folder: string;
let address: string;
const requests: string[] = [];
const errors: string[] = [];

beforeAll(async () => {
  const evaluation = await sampleEvaluation();
  const earlier = compactResults(evaluation);
  earlier.cases['test-looptijd-01'] = { ...earlier.cases['test-looptijd-01']!, right: false };
  folder = await mkdtemp(join(tmpdir(), 'eval-report-'));
  const path = join(folder, 'verslag.html');
  await writeFile(path, reportPage(evaluation, judgeRun(evaluation, THRESHOLDS), compareRuns(evaluation.results, earlier)));
  address = pathToFileURL(path).href;
  browser = await launchBrowser();
  const context = await browser.newContext();
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => errors.push('a dialog opened')));
  await page.goto(address);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const shown = (): Promise<string[]> => page.locator('details.case:visible').evaluateAll((cases) => cases.map(({ id }) => id));
test('opens by itself: no other file, no error, nothing that a question smuggles in', async () => {
  expect(requests).toEqual([address]);
  expect(errors).toEqual([]);
  expect(await page.locator('#oordeel .result').innerText()).toMatch(/^Voldoet niet/);
});

describe('is accessible (axe)', () => {
  test('as it opens', async () => {
    expect(await axeViolations(page)).toEqual([]);
  });

  test('with every case open, also on a narrow screen', async () => {
    await page.locator('details.case').evaluateAll((cases) => cases.forEach((one) => ((one as HTMLDetailsElement).open = true)));
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.setViewportSize({ width: 1100, height: 900 });
    await page.locator('details.case').evaluateAll((cases) => cases.forEach((one) => ((one as HTMLDetailsElement).open = false)));
  });
});

describe('the filter', () => {
  test('finds words of the question and tells how many cases are left', async () => {
    await page.getByLabel('Zoek in vraag of nummer').fill('LUMPSUM');
    expect(await shown()).toEqual(['test-looptijd-02']);
    expect(await page.getByRole('status').innerText()).toBe('1 van 6 vragen');
    await page.getByLabel('Zoek in vraag of nummer').fill('');
    expect(await shown()).toHaveLength(6);
  });

  test.each([
    ['Uitkomst', 'beter dan vorige keer', ['test-looptijd-01']],
    ['Uitkomst', 'geen bruikbaar antwoord', ['test-looptijd-04']],
    ['Soort vraag', 'ja of nee', ['test-looptijd-02']],
    ['Document', 'brief', ['test-looptijd-02']],
    ['Helft', 'ontwikkelhelft', ['tune-looptijd-01']],
  ])('%s: %s', async (label, choice, ids) => {
    await page.getByLabel(label, { exact: true }).selectOption({ label: choice });
    expect(await shown()).toEqual(ids);
    await page.getByLabel(label, { exact: true }).selectOption('');
  });
});

test('a link to a case opens it, even when the filter hides it', async () => {
  await page.getByLabel('Helft', { exact: true }).selectOption({ label: 'ontwikkelhelft' });
  await page.locator('#vorige-keer a', { hasText: 'test-looptijd-01' }).click();
  await page.locator('details#test-looptijd-01[open]').waitFor();
  expect(await page.locator('#test-looptijd-01 mark').first().isVisible()).toBe(true);
  await page.getByLabel('Helft', { exact: true }).selectOption('');
});

test('prints: controls away, cases there', async () => {
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('form.filter').isVisible()).toBe(false);
  expect(await page.locator('nav').isVisible()).toBe(false);
  expect(await page.locator('details.case summary').first().isVisible()).toBe(true);
  expect((await page.pdf()).length).toBeGreaterThan(20_000);
  await page.emulateMedia({ media: null });
});

test('shows everything without JavaScript', async () => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(address);
  expect(await plain.locator('details.case').count()).toBe(6);
  expect(await plain.locator('form.filter').isVisible()).toBe(false);
});
