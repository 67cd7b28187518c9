import type { Page, Request } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { axeViolations, sidewaysScroll, smallTargets, tabThrough } from '../testing/accessibility-checks.ts';
import { hasChromium } from '../testing/browser.ts';
import type { ChatPage } from '../testing/chat-page.ts';
import { startApp, type RunningApp } from '../testing/start-app.ts';
import { visitEach } from '../testing/visits.ts';

const question = 'Wie mag PGAZ declareren?';

describe.skipIf(!hasChromium)('feedback on an answer', () => {
  let app: RunningApp;
  let page: Page;
  let chat: ChatPage;
  let errors: string[];

  visitEach(startApp, (visit) => ({ app, page, chat, errors } = visit), { reducedMotion: 'reduce' });

  const button = (name: string) => chat.lastTurn.getByRole('button', { name, exact: true });
  const consent = () => chat.lastTurn.getByRole('checkbox', { name: 'Stuur mijn vraag en de gebruikte bronnen mee' });
  const send = async (): Promise<Request> => (await Promise.all([page.waitForRequest('**/api/v1/feedback'), button('Verstuur reactie').click()]))[0];
  const disagree = async (asked = question): Promise<void> => {
    await chat.askAndWait(asked);
    await button('Nee, dit klopt niet').click();
  };
  beforeEach(() => page.goto(`${app.address}/`));

  it('has reasons that can be pressed, and sends those that are', async () => {
    await disagree();
    const reasons = chat.lastTurn.getByRole('group', { name: 'Kies wat u bedoelt' }).getByRole('button');
    expect(await reasons.allTextContents()).toEqual(['Niet wat ik vroeg', 'Onjuist', 'Te lang / onduidelijk', 'Bron klopt niet', 'Mist iets']);
    for (const name of ['Onjuist', 'Bron klopt niet', 'Mist iets', 'Onjuist']) await button(name).click();
    expect(await reasons.evaluateAll((chips) => chips.map((chip) => chip.ariaPressed))).toEqual(['false', 'false', 'false', 'true', 'true']);
    const request = await send();
    expect(request.postDataJSON()).toMatchObject({ verdict: 'fout', reasons: ['bron', 'mist-iets'] });
    expect(Object.keys(request.postDataJSON() as object).sort()).toEqual(['answerId', 'reasons', 'verdict']);
    expect((await request.response())?.status()).toBe(204);
    await chat.lastTurn.locator('.feedback-done').waitFor();
    expect(errors).toEqual([]);
  });

  it('sends the question and where the answer cited only after a tick that nobody set before', async () => {
    await disagree();
    expect(await consent().isChecked()).toBe(false);
    await consent().check();
    const request = await send();
    const sent = request.postDataJSON() as { citations: { documentId: string; start: number; end: number }[] };
    expect(sent).toMatchObject({ consent: true, question, statementIds: ['pgaz-overeenkomst', 'pgaz-hybride'] });
    expect(sent.citations.map((span) => Object.keys(span))).toEqual(Array.from({ length: 3 }, () => ['documentId', 'start', 'end']));
    expect((await request.response())?.status()).toBe(204);
  });

  it('keeps a question back in which a patient is recognised, here and on the server', async () => {
    await disagree();
    await consent().check();
    const refusal = { type: 'urn:problem-type:bekostigingswijzer:patientgegevens', title: 'Geen gegevens van patiënten', status: 400, detail: 'Uw tekst lijkt een naam te bevatten.' };
    await page.route('**/api/v1/feedback', (route) => route.fulfill({ status: 400, contentType: 'application/problem+json', json: refusal }), { times: 1 });
    await button('Verstuur reactie').click();
    await chat.lastTurn.getByText('Uw tekst lijkt een naam te bevatten.').waitFor();
    // As of an older conversation, from before a better check.
    await page.evaluate(() => {
      for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, sessionStorage.getItem(key)!.replace('Wie mag PGAZ declareren?', 'Mag overleg over mevrouw Jansen?'));
    });
    await page.reload();
    await button('Nee, dit klopt niet').click();
    await consent().check();
    let requests = 0;
    page.on('request', (request) => (requests += request.url().includes('/api/') ? 1 : 0));
    await button('Verstuur reactie').click();
    await chat.lastTurn.getByText('Daarom sturen wij de vraag niet mee. Haal het vinkje weg').waitFor();
    expect([requests, await consent().evaluate((box) => box === (box.getRootNode() as ShadowRoot).activeElement)]).toEqual([0, true]);
    await consent().uncheck();
    expect((await send()).postData()).not.toContain('Jansen');
  });

  it('says when it could not be sent, and keeps what was ticked and typed', async () => {
    await disagree();
    await button('Onjuist').click();
    await chat.lastTurn.getByLabel('Wat klopt er niet?').fill('De datum.');
    await page.route('**/api/v1/feedback', (route) => route.abort(), { times: 1 });
    await button('Verstuur reactie').click();
    await chat.lastTurn.getByText('Uw reactie is niet verstuurd.').waitFor();
    expect((await send()).postDataJSON()).toMatchObject({ reasons: ['onjuist'], reason: 'De datum.' });
    await chat.lastTurn.locator('.feedback-done').waitFor();
  });

  it('takes a no without reasons, and a yes with one press', async () => {
    await disagree();
    const [skipped] = await Promise.all([page.waitForRequest('**/api/v1/feedback'), button('Sla over').click()]);
    expect(skipped.postDataJSON()).toEqual({ answerId: expect.any(String) as string, verdict: 'fout' });
    await chat.askAndWait('Nog een vraag');
    const [yes] = await Promise.all([page.waitForRequest('**/api/v1/feedback'), button('Ja, dit klopt').click()]);
    expect(yes.postDataJSON()).toEqual({ answerId: expect.any(String) as string, verdict: 'goed' });
  });

  it.each([320, 390, 1280])('can be read, hit and reached at %i px, with nothing behind the question field', async (width) => {
    await page.setViewportSize({ width, height: 844 });
    await disagree();
    await button('Mist iets').click();
    await expect.poll(() => button('Verstuur reactie').evaluate((send) => {
      const { left, top, height } = send.getBoundingClientRect();
      return (send.getRootNode() as ShadowRoot).elementFromPoint(left + 8, top + height / 2) === send;
    })).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    const stops = await tabThrough(page);
    expect(stops.filter(({ visible, uncovered }) => !visible || !uncovered)).toEqual([]);
  });
});

describe.skipIf(!hasChromium)('feedback under a finger', () => {
  let app: RunningApp;
  let page: Page;
  let chat: ChatPage;

  visitEach(startApp, (visit) => ({ app, page, chat } = visit), { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  it('brings up no keyboard over the reasons', async () => {
    await page.goto(`${app.address}/`);
    await chat.askAndWait(question);
    await chat.lastTurn.getByRole('button', { name: 'Nee, dit klopt niet' }).tap();
    await chat.lastTurn.getByLabel('Wat klopt er niet?').waitFor();
    expect(await chat.lastTurn.getByLabel('Wat klopt er niet?').evaluate((field) => field === (field.getRootNode() as ShadowRoot).activeElement)).toBe(false);
  });
});
