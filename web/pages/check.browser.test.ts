import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { hasChromium } from '../testing/browser.ts';
import { startApp, type RunningApp } from '../testing/start-app.ts';
import { visitEach } from '../testing/visits.ts';

describe.skipIf(!hasChromium)('the guided check', () => {
  let app: RunningApp;
  let page: Page;
  let errors: string[];

  visitEach(startApp, (visit) => ({ app, page, errors } = visit), { permissions: ['clipboard-read', 'clipboard-write'] });
  afterEach(() => expect(errors).toEqual([]));

  const answer = (name: string) => page.getByRole('button', { name, exact: true });
  const question = () => page.locator('#check-question').textContent();
  const hash = () => page.evaluate(() => decodeURIComponent(location.hash));

  it('asks one question a screen and ends in a verdict with quotes', async () => {
    await page.goto(`${app.address}/check`);
    expect(await question()).toBe('Over wie gaat het overleg?');
    await answer('Over een groep patiënten').click();
    await expect.poll(question).toBe('Wordt dit werk al op een andere manier betaald?');
    expect(await hash()).toBe('#onderwerp=groep');
    await answer('Het wordt nog niet betaald').click();
    await answer('Ja').click();
    await page.locator('#check-result').waitFor();
    const route = page.locator('[data-route=pgaz]');
    expect(await route.locator('.status').textContent()).toBe('Past');
    await route.getByText('Bekijk voorwaarden en citaten').click();
    await route.locator('.conditions').getByText('Toon het citaat').first().click();
    expect(await route.locator('.conditions blockquote').first().textContent()).toContain('Zorgaanbieders kunnen de prestatie');
    expect(await page.locator('.question-screen').count()).toBe(0);
  });

  it('shows the whole question with its answers without scrolling on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`${app.address}/check#onderwerp=groep`);
    await expect.poll(question).toBe('Wordt dit werk al op een andere manier betaald?');
    await answer('Het wordt al betaald').click();
    await answer('Vorige vraag').count();
    await page.goBack();
    await expect.poll(question).toBe('Wordt dit werk al op een andere manier betaald?');
    const last = await page.getByRole('button', { name: 'Weet ik niet' }).boundingBox();
    expect((last?.y ?? 999) + (last?.height ?? 0)).toBeLessThanOrEqual(640);
  });

  it('goes back without loss, with its own button and with the browser\'s', async () => {
    await page.goto(`${app.address}/check`);
    await answer('Over een groep patiënten').click();
    await answer('Het wordt nog niet betaald').click();
    await expect.poll(question).toBe('Is er een overeenkomst met de zorgverzekeraar?');
    await answer('Vorige vraag').click();
    await expect.poll(question).toBe('Wordt dit werk al op een andere manier betaald?');
    expect(await page.locator('.answer-button.given').textContent()).toContain('Het wordt nog niet betaald');
    await answer('Vorige vraag').click();
    await expect.poll(question).toBe('Over wie gaat het overleg?');
    await page.locator('.answer-button.given').click();
    await expect.poll(question).toBe('Is er een overeenkomst met de zorgverzekeraar?');
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await expect.poll(question).toBe('Is er een overeenkomst met de zorgverzekeraar?');
    await page.goBack();
    await expect.poll(hash).toBe('#onderwerp=groep');
  });

  it('can be shared by its address, and never sends that to the server', async () => {
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    await page.goto(`${app.address}/check#onderwerp=individu&alVergoed=weet-niet&overeenkomst=ja`);
    await page.locator('#check-result').waitFor();
    expect(await page.locator('[data-route=zpm-indirecte-tijd] .status').first().textContent()).toBe('Past');
    expect(await page.locator('.your-answers').textContent()).toContain('Weet ik niet');
    expect(urls.filter((url) => new URL(url).search !== '')).toEqual([]);
    await page.getByRole('button', { name: 'Kopieer link' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('#onderwerp=individu');
  });

  it('tells what an open question would change', async () => {
    await page.goto(`${app.address}/check#onderwerp=groep&alVergoed=nee&overeenkomst=weet-niet`);
    const open = page.locator('[data-fact=overeenkomst]');
    await open.getByRole('button', { name: /Wat verandert dit/ }).click();
    await expect.poll(() => open.locator('.effect').textContent()).toContain('PGAZ: van “Nog onbekend” naar “Past”.');
    expect(await open.locator('.effect').textContent()).toContain('PGAZ: van “Nog onbekend” naar “Nog niet”.');
    await open.getByRole('button', { name: /Beantwoord deze vraag/ }).click();
    await answer('Nee').click();
    await expect.poll(() => page.locator('[data-route=pgaz] .status').textContent()).toBe('Nog niet');
    expect(await page.locator('[data-route=pgaz] .next-steps').textContent()).toContain('Sluit een overeenkomst');
  });

  it('shows the result early, changes an answer there, and starts again', async () => {
    await page.goto(`${app.address}/check`);
    await answer('Over een groep patiënten').click();
    await page.getByRole('button', { name: 'Toon de uitkomst nu' }).click();
    await page.locator('#check-result').waitFor();
    await page.getByText(/^Uw antwoorden/).click();
    await page.getByRole('button', { name: /Wijzig: Over wie/ }).click();
    await answer('Over één patiënt').click();
    await page.locator('#check-result').waitFor();
    expect(await page.locator('[data-route=zpm-indirecte-tijd] .status').textContent()).toBe('Past');
    await page.getByText(/^Uw antwoorden/).click();
    await page.getByLabel('Datum waarop u wilt toetsen').fill('2025-06-30');
    await page.getByRole('button', { name: 'Toets op deze datum' }).click();
    await expect.poll(() => page.locator('#check-result').textContent()).toBe('Uitkomst op 30 juni 2025');
    await page.getByText(/^Uw antwoorden/).click();
    await page.getByRole('button', { name: 'Begin opnieuw' }).click();
    await expect.poll(question).toBe('Over wie gaat het overleg?');
    expect(await hash()).toBe('');
  });

  it('downloads the result with conditions and quotes', async () => {
    await page.goto(`${app.address}/check#onderwerp=groep&alVergoed=nee&overeenkomst=ja`);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download als tekst' }).click()]);
    const text = await readFile(await file.path(), 'utf8');
    for (const part of ['## PGAZ: Past', 'Voldaan: Het overleg gaat over een groep.', '“Zorgaanbieders kunnen', 'Over een groep patiënten', '#onderwerp=groep']) expect(text).toContain(part);
  });

  it('moves the focus to the new question, and works with the keyboard alone', async () => {
    await page.goto(`${app.address}/check`);
    await page.keyboard.press('Tab'); // skip link
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter'); // second answer: a group
    await expect.poll(() => page.evaluate(() => document.activeElement?.id + document.activeElement!.textContent)).toContain('Wordt dit werk al');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect.poll(question).toContain('Is er een overeenkomst');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#check-result').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('check-result');
  });

  it('keeps the answers when somebody skips the menu', async () => {
    await page.goto(`${app.address}/check#onderwerp=groep`);
    await expect.poll(question).toBe('Wordt dit werk al op een andere manier betaald?');
    await page.getByRole('link', { name: 'Ga naar de inhoud' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    expect(await hash()).toBe('#onderwerp=groep');
    expect(await question()).toBe('Wordt dit werk al op een andere manier betaald?');
  });

  it('says what to do when the server does not answer', async () => {
    await page.goto(`${app.address}/check`);
    await page.route('**/api/v1/check', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', json: { status: 503, title: 'Druk', detail: 'Het is nu te druk.' } }));
    await answer('Over een groep patiënten').click();
    await page.locator('.failed').waitFor();
    expect(await page.locator('.failed').textContent()).toContain('Het is nu te druk.');
    await page.unroute('**/api/v1/check');
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    errors.length = 0; // the 503 itself is an error in the console, as it should be
  });

  it('keeps answers and works when an address holds nonsense', async () => {
    await page.goto(`${app.address}/check#onderwerp=<img src=x onerror=alert(1)>&x=y&vraag=z`);
    await expect.poll(question).toBe('Over wie gaat het overleg?');
  });
});

describe.skipIf(!hasChromium)('the calculator', () => {
  let app: RunningApp;
  let page: Page;

  visitEach(startApp, (visit) => ({ app, page } = visit));

  it('adds and removes rows, runs the sum along and shows the amounts', async () => {
    await page.goto(`${app.address}/check/verdeling`);
    await page.getByRole('button', { name: 'Vul het voorbeeld uit de handleiding in' }).click();
    const domains = page.locator('[data-group=domains]');
    expect(await domains.locator('.share-sum').textContent()).toBe('Samen 100%');
    await domains.getByRole('button', { name: /Voeg een rij toe/ }).click();
    await page.keyboard.type('Wlz');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2,5');
    expect(await domains.locator('.share-sum').textContent()).toBe('Samen 102,5%');
    await domains.getByRole('button', { name: 'Verwijder rij 4' }).click();
    expect(await domains.locator('.share-sum').textContent()).toBe('Samen 100%');
    await page.getByRole('button', { name: 'Reken uit' }).click();
    const result = page.locator('.allocation-result');
    await result.waitFor();
    expect(await result.locator('tbody tr').first().textContent()).toBe('Wmo 201510%€\u00a020.000,00');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('allocation-result-title');
  });

  it('says what is wrong beside the form and keeps what was typed', async () => {
    await page.goto(`${app.address}/check/verdeling`);
    await page.getByLabel('Totaal bedrag').fill('veel');
    await page.getByRole('button', { name: 'Reken uit' }).click();
    const problem = page.getByRole('alert');
    expect(await problem.textContent()).toContain('Vul een bedrag in');
    expect(await page.getByLabel('Totaal bedrag').inputValue()).toBe('veel');
  });
});
