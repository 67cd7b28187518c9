import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { axeViolations, sidewaysScroll, smallTargets, tabThrough } from '../testing/accessibility-checks.ts';
import { hasChromium } from '../testing/browser.ts';
import type { ChatPage } from '../testing/chat-page.ts';
import { startApp, type RunningApp } from '../testing/start-app.ts';
import { visitEach } from '../testing/visits.ts';

const question = 'Mijn situatie: ik werk in de ggz en overleg over één patiënt. Hoe wordt dat betaald?';
const asked = 'Is de patiënt bij u in behandeling?';

/** Text of what has the focus, inside shadow roots too. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.textContent.trim() ?? '';
  });

describe.skipIf(!hasChromium)('the rule check in the conversation', () => {
  let app: RunningApp;
  let page: Page;
  let chat: ChatPage;
  let errors: string[];

  visitEach(startApp, (visit) => ({ app, page, chat, errors } = visit), { reducedMotion: 'reduce' });
  beforeEach(() => void (app.services.requests = []));

  const open = async (width = 1280): Promise<void> => {
    page.setDefaultTimeout(10_000);
    await page.setViewportSize({ width, height: width < 400 ? 844 : 800 });
    await page.goto(`${app.address}/`);
    await chat.askAndWait(question);
  };
  const facts = (): Promise<string[]> => chat.lastTurn.locator('.fact').allTextContents();
  const answered = (count: number): Promise<void> => page.locator(`.turn:nth-of-type(${count})[data-state=done]`).waitFor();
  const ask = () => chat.lastTurn.getByRole('group', { name: asked });
  const lastRequest = () => app.services.requests.at(-1)!;

  it.each([320, 390, 1280])('shows what was understood, asks back and folds the other routes, at %i px', async (width) => {
    await open(width);
    expect(await facts()).toEqual(['Over één patiënt verwijderen', 'Geestelijke gezondheidszorg (ggz) verwijderen']);
    expect(await ask().getByRole('button').allTextContents()).toEqual(['Ja', 'Nee, ik geef alleen advies', 'Weet ik niet', 'Toon nu wat bekend is']);
    expect(await chat.lastTurn.locator('.route-group > summary').allTextContents()).toEqual(['Kan ook, als u iets regelt (1)', 'De bronnen zeggen het niet (1)', 'Nog onbekend (1)', 'Past niet (2)']);
    const [column, button] = await Promise.all([ask().boundingBox(), ask().getByRole('button').first().boundingBox()]);
    expect(button!.height).toBeGreaterThanOrEqual(44);
    if (width < 400) expect(button!.width).toBeGreaterThan(column!.width * 0.85);
    await chat.lastTurn.locator('.route-group > summary').first().click();
    expect(await chat.lastTurn.getByRole('link', { name: 'O&I' }).getAttribute('href')).toBe('/routes/oi');
    expect(await chat.lastTurn.getByRole('link', { name: 'Alle voorwaarden' }).getAttribute('href')).toBe('/check#onderwerp=individu');
    // A window that holds all of it: what the bar below covers at some place of the scroll is no small target.
    await page.setViewportSize({ width, height: 2400 });
    expect(await axeViolations(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(errors).toEqual([]);
  });

  it('takes a tap as the next question, with its fact, and leads the focus to the answer', async () => {
    await open();
    await ask().getByRole('button', { name: 'Ja' }).click();
    await answered(2);
    expect(lastRequest()).toMatchObject({ question: 'Ja', facts: { patientInBehandeling: 'true' } });
    expect(await chat.lastTurn.locator('.question').textContent()).toContain('Ja');
    expect(await chat.lastTurn.locator('.direct').textContent()).toContain('Geen aparte betaaltitel');
    expect(await facts()).toContain('De patiënt is in behandeling verwijderen');
    await page.waitForFunction(() => document.querySelector('bekostigings-wijzer')?.shadowRoot?.activeElement?.matches('.answer-heading') === true);
    const first = chat.turns.first();
    expect(await first.locator('.asked').textContent()).toMatch(new RegExp(`${asked.replace('?', '\\?')}\\s*Ja`));
    expect(await first.locator('button.fact, .choice').count()).toBe(0);
  });

  it('says the question back to who listens', async () => {
    await open();
    await page.waitForFunction((text) => document.querySelector('bekostigings-wijzer')?.shadowRoot?.querySelector('[role=status]')?.textContent.includes(text), asked);
  });

  it('takes a typed reply as text, and one of the choices as chosen', async () => {
    await open();
    await chat.askAndWait('Nee, wij denken alleen mee');
    expect(lastRequest().facts).toBeUndefined();
    expect(lastRequest().history?.at(-1)?.content).toMatch(/\*\*Is de patiënt bij u in behandeling\?\*\*$/);
    expect(await chat.lastTurn.locator('.direct').textContent()).toContain('meedenkadvies');
    await page.getByRole('button', { name: 'Nieuw gesprek' }).click();
    await chat.askAndWait(question);
    await chat.askAndWait('weet ik niet');
    expect(lastRequest()).toMatchObject({ question: 'weet ik niet', facts: { patientInBehandeling: 'weet-niet' } });
    expect(await chat.turns.first().locator('.asked .reply').textContent()).toBe('Weet ik niet');
  });

  it('offers not to know', async () => {
    await open();
    await ask().getByRole('button', { name: 'Weet ik niet' }).click();
    await answered(2);
    expect(lastRequest()).toMatchObject({ question: 'Weet ik niet', facts: { patientInBehandeling: 'weet-niet' } });
    expect(await chat.lastTurn.locator('.ask').count()).toBe(0);
  });

  it('asks again in place without a fact that is taken away, which stays away', async () => {
    await open();
    await chat.lastTurn.getByRole('button', { name: 'Over één patiënt verwijderen' }).click();
    await page.waitForFunction(() => document.querySelector('bekostigings-wijzer')?.shadowRoot?.activeElement?.matches('.answer-heading') === true);
    expect(lastRequest()).toMatchObject({ question, facts: { onderwerp: null } });
    expect(await chat.turns.count()).toBe(1);
    expect(await facts()).toEqual(['Geestelijke gezondheidszorg (ggz) verwijderen']);
    await ask().getByRole('button', { name: 'Ja' }).click();
    await answered(2);
    expect(lastRequest().facts).toEqual({ onderwerp: null, patientInBehandeling: 'true' });
    await page.getByRole('button', { name: 'Nieuw gesprek' }).click();
    await chat.askAndWait(question);
    expect(lastRequest().facts).toBeUndefined();
  });

  it('shows what is known when the question can wait', async () => {
    await open();
    await ask().getByRole('button', { name: 'Toon nu wat bekend is' }).click();
    expect(await focused(page)).toBe('Antwoord');
    expect(await chat.lastTurn.getByText('Sluit eerst een overeenkomst').isVisible()).toBe(true);
    expect(await chat.lastTurn.getByText('Dit gaat niet over een groep').isVisible()).toBe(false);
    await chat.lastTurn.getByText(asked).click();
    await chat.lastTurn.getByRole('button', { name: 'Ja', exact: true }).click();
    await answered(2);
    expect(lastRequest().facts).toEqual({ patientInBehandeling: 'true' });
  });

  it('keeps what was chosen, taken away and asked over a reload', async () => {
    await open();
    await chat.lastTurn.getByRole('button', { name: 'Over één patiënt verwijderen' }).click();
    await page.locator('.turn[data-state=done] .fact').first().waitFor();
    await ask().getByRole('button', { name: 'Nee, ik geef alleen advies' }).click();
    await answered(2);
    await page.reload();
    expect(await chat.turns.first().locator('.asked .reply').textContent()).toBe('Nee, ik geef alleen advies');
    expect(await facts()).toEqual(['Geestelijke gezondheidszorg (ggz) verwijderen']);
    await chat.askAndWait('En een groep?');
    expect(lastRequest().facts).toEqual({ onderwerp: null, patientInBehandeling: 'false' });
  });

  it('works with the keyboard alone', async () => {
    await open(390);
    const stops = await tabThrough(page);
    const at = (label: string): number => stops.findIndex((stop) => stop.label.startsWith(label));
    expect([at('Over één patiënt'), at('Uitleg bij deze vraag'), at('Ja'), at('Weet ik niet'), at('Kan ook'), at('Alle voorwaarden')]).not.toContain(-1);
    expect(at('Over één patiënt')).toBeLessThan(at('Ja'));
    expect(stops.filter(({ visible, uncovered }) => !visible || !uncovered)).toEqual([]);
    await ask().getByRole('button', { name: 'Weet ik niet' }).focus();
    await page.keyboard.press('Enter');
    await answered(2);
    await page.waitForFunction(() => document.querySelector('bekostigings-wijzer')?.shadowRoot?.activeElement?.matches('.answer-heading') === true);
  });

  it('says it in text without JavaScript', async () => {
    const plain = await (await page.context().browser()!.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(`${app.address}/`);
    await plain.getByLabel('Uw vraag').fill(question);
    await plain.getByRole('button', { name: 'Verstuur' }).click();
    expect(await plain.locator('.prose').textContent()).toContain(asked);
    expect(await plain.locator('.fact').allTextContents()).toEqual(['Over één patiënt', 'Geestelijke gezondheidszorg (ggz)']);
    expect(await plain.locator('.prose button').count()).toBe(0);
    await plain.getByText('Past niet (2)').click();
    expect(await plain.getByRole('link', { name: 'PGAZ' }).getAttribute('href')).toBe('/routes/pgaz');
    await plain.context().close();
  });
});
