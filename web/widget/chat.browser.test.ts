import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { axeViolations } from '../testing/accessibility-checks.ts';
import { hasChromium } from '../testing/browser.ts';
import { ChatPage } from '../testing/chat-page.ts';
import { cite } from '../testing/fake-documents.ts';
import { startApp, type RunningApp } from '../testing/start-app.ts';
import { visitEach } from '../testing/visits.ts';

describe.skipIf(!hasChromium)('the chat page', () => {
  let app: RunningApp;
  let context: BrowserContext;
  let page: Page;
  let chat: ChatPage;
  let errors: string[];

  visitEach(startApp, (visit) => ({ app, context, page, chat, errors } = visit), { permissions: ['clipboard-read', 'clipboard-write'] });
  beforeEach(async () => {
    app.services.stopped.length = 0;
    app.services.answerWith = undefined;
    await page.goto(`${app.address}/`);
  });

  it('says beside a source, with its proof and in its panel, that it no longer holds', async () => {
    app.services.answerWith = { citations: [{ ...cite(1, 'aanwijzing-pgaz-2024', 'Zorgaanbieders kunnen de prestatie alleen in rekening brengen'), supersededOn: '2015', supersededBy: 'de Jeugdwet' }] };
    await chat.askAndWait('Wie mag PGAZ declareren?');
    expect(await chat.lastTurn.locator('.proof figcaption').textContent()).toContain('Geldt niet meer sinds 2015');
    expect(await axeViolations(page)).toEqual([]);
    await chat.markers.first().click();
    await chat.source.locator('mark').waitFor();
    expect(await chat.source.locator('.authority').textContent()).toBe('Bindend Geldt niet meer sinds 2015In de plaats kwam de Jeugdwet.');
    expect(await axeViolations(page)).toEqual([]);
  });

  it('answers, with markers and sources that open the document at the quote', async () => {
    await chat.askAndWait('Wie mag PGAZ declareren?');
    expect(await chat.lastTurn.getByRole('heading', { level: 2 }).textContent()).toContain('Wie mag PGAZ declareren?');
    expect(await chat.markers.count()).toBe(3);
    expect(await chat.lastTurn.locator('.proof').count()).toBe(1);
    expect(await chat.lastTurn.locator('.source-item').count()).toBe(2);
    await chat.markers.nth(2).click();
    const mark = chat.source.locator('mark');
    expect(await mark.textContent()).toBe('Het experiment eindigt daarom uiterlijk op 1 mei 2029.');
    expect(await chat.source.textContent()).toContain('Passage 3 van 3');
    await expect.poll(() => mark.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    })).toBe(true);
    await chat.source.getByRole('button', { name: 'Vorige passage' }).click();
    expect(await chat.source.textContent()).toContain('Passage 2 van 3');
    await page.keyboard.press('Escape');
    expect(await chat.source.count()).toBe(0);
    await expect.poll(() => chat.markers.nth(2).evaluate((element) => element === (element.getRootNode() as ShadowRoot).activeElement)).toBe(true);
    expect(errors).toEqual([]);
  });

  it('lays the answer out from its data: routes with their name, warnings apart, terms under a disclosure', async () => {
    app.services.answerWith = {
      blocks: [
        { type: 'statement', role: 'answer', id: 's', text: 'Dat kan.', citations: [1] },
        { type: 'quote', n: 3, source: 'de handleiding PGAZ' },
        { type: 'situation', understood: ['Het overleg gaat over een groep patiënten.'], link: '/check#onderwerp=groep' },
        { type: 'route', id: 'pgaz', title: 'PGAZ', status: 'onbekend', open: ['Is er een overeenkomst met de zorgverzekeraar?'] },
        { type: 'notice', kind: 'intention' },
        { type: 'term', term: 'patiëntengroepsgebonden afstemming', matched: 'PGAZ', meaning: 'Afspraken over een groep patiënten.' },
      ],
    };
    await chat.askAndWait('Wie mag PGAZ declareren?');
    expect(await chat.lastTurn.locator('.prose li').textContent()).toBe('PGAZ: Nog onbekend. Nog nodig: Is er een overeenkomst met de zorgverzekeraar?');
    expect(await chat.lastTurn.locator('.prose .quoted').last().textContent()).toBe('“Het experiment eindigt daarom uiterlijk op 1 mei 2029.”');
    expect(await chat.lastTurn.locator('.notices').textContent()).toContain('Een bron spreekt hier van een voornemen');
    expect(await chat.lastTurn.locator('.terms dt').textContent()).toBe('PGAZ (patiëntengroepsgebonden afstemming)');
    // Only quotes that the text does not show stand with their source.
    expect(await chat.lastTurn.locator('.source-item .quote').count()).toBe(2);
  });

  it('shows blocks as they come, and not the text that says the same', async () => {
    const events = [
      ['citations', [cite(1, 'handleiding-pgaz-2024', 'Het experiment eindigt daarom uiterlijk op 1 mei 2029.')]],
      ['block', { block: { type: 'quote', n: 1, source: 'de handleiding' } }],
      ['delta', { text: 'Hetzelfde als tekst.' }],
    ];
    const body = events.map(([event, data]) => `event: ${event as string}\ndata: ${JSON.stringify(data)}\n\n`).join('');
    await page.route('**/api/v1/ask', (route) => route.fulfill({ contentType: 'text/event-stream', body }), { times: 1 });
    await chat.askAndWait('Gewone vraag');
    expect(await chat.lastTurn.locator('.prose').textContent()).toBe('De bronnen zeggen hierover:Handleiding (juli 2024): “Het experiment eindigt daarom uiterlijk op 1 mei 2029.” 1');
  });

  it('shows the answer of a server without blocks as text', async () => {
    app.services.answerWith = { blocks: undefined, answer: 'Dat **mag**. [1]\n\nTot 2029. [3]', notices: ['Let op: dat is een plan.'] };
    await chat.askAndWait('Wie mag PGAZ declareren?');
    expect(await chat.lastTurn.locator('.prose p').allTextContents()).toEqual(['Dat **mag**. [1]', 'Tot 2029. [3]', 'Let op: dat is een plan.']);
    expect(await chat.lastTurn.locator('.source-item').count()).toBe(3);
  });

  it('prints what is folded on the screen, and folds it again', async () => {
    await chat.askAndWait('Wie mag PGAZ declareren?');
    expect(await chat.lastTurn.locator('.terms dd').isVisible()).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await chat.lastTurn.locator('.terms dd').isVisible()).toBe(true);
    expect(await chat.lastTurn.locator('.source-item').first().isVisible()).toBe(true);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await chat.lastTurn.locator('.terms dd').isVisible()).toBe(false);
  });

  it('begins with a starter question, and keeps the page where it is on load', async () => {
    expect(await page.evaluate(() => [document.activeElement === document.body, scrollY])).toEqual([true, 0]);
    await page.getByRole('button', { name: /Wat is PGAZ/ }).click();
    await chat.actions.waitFor();
    expect(await page.locator('.intro').isVisible()).toBe(false);
  });

  it('shows at once that it works', async () => {
    await chat.ask('Dit is traag');
    expect(await chat.lastTurn.getAttribute('aria-busy')).toBe('true');
    expect(await chat.status.textContent()).toBe('Vraag verstuurd. Het antwoord wordt gemaakt.');
    await expect.poll(() => chat.lastTurn.locator('.working').textContent()).toContain('De bronnen worden doorzocht');
  });

  it('stops an answer, here and on the server; a new question can be typed meanwhile', async () => {
    await chat.ask('Dit blijft lopen');
    await expect.poll(() => chat.lastTurn.locator('.prose').textContent()).toContain('PGAZ mag u declareren');
    await chat.input.fill('Volgende vraag');
    await chat.input.press('Enter');
    expect(await chat.turns.count()).toBe(1);
    await expect.poll(() => chat.status.textContent()).toContain('Het vorige antwoord wordt nog gemaakt');
    await chat.stop.click();
    await expect.poll(() => app.services.stopped).toContain('Dit blijft lopen');
    expect(await chat.lastTurn.textContent()).toContain('U hebt dit antwoord gestopt.');
    expect(await chat.input.inputValue()).toBe('Volgende vraag');
    await chat.input.press('Enter');
    await chat.actions.waitFor();
  });

  it('stops the work when the page is left', async () => {
    app.services.stopped.length = 0;
    await chat.ask('Dit is traag');
    await chat.lastTurn.locator('.working').waitFor();
    await page.goto(`${app.address}/privacy`);
    await expect.poll(() => app.services.stopped).toContain('Dit is traag');
  });

  it('gives earlier questions along', async () => {
    await chat.askAndWait('Wie mag PGAZ declareren?');
    const [request] = await Promise.all([page.waitForRequest('**/api/v1/ask'), chat.ask('En tot wanneer?')]);
    const { history } = request.postDataJSON() as { history: { role: string; content: string }[] };
    expect(history.map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect(request.url()).not.toContain('wanneer');
    expect(request.headers()['x-session']).toMatch(/^[\w-]{8,64}$/);
  });

  it('looks different when the answer is not in the sources, or only in part', async () => {
    await chat.askAndWait('Wat wordt het weer?');
    expect(await chat.lastTurn.locator('.outcome').textContent()).toBe('Het weer staat niet in de bronnen.');
    await expect.poll(() => chat.status.textContent()).toBe('Het weer staat niet in de bronnen.');
    expect(await chat.lastTurn.getByText('Het weer staat niet in de bronnen.').count()).toBe(1);
    await chat.askAndWait('Deels te beantwoorden');
    expect(await chat.lastTurn.textContent()).toContain('De bronnen geven hier een deel van het antwoord');
  });

  it('says in one live region what happens, and never the streaming text', async () => {
    await page.evaluate(() => {
      const region = document.querySelector('bekostigings-wijzer')?.shadowRoot?.querySelector('[role=status]');
      const messages: string[] = [];
      (window as unknown as { messages: typeof messages }).messages = messages;
      if (region) new MutationObserver(() => messages.push(region.textContent)).observe(region, { childList: true, subtree: true, characterData: true });
    });
    await chat.askAndWait('Dit gaat langzaam');
    const messages = await page.evaluate(() => (window as unknown as { messages: string[] }).messages);
    expect(messages).toEqual([
      'Vraag verstuurd. Het antwoord wordt gemaakt.',
      'Ja. PGAZ mag u declareren als u er een schriftelijke overeenkomst over hebt met een zorgverzekeraar. 3 bronnen.',
    ]);
    const live = await page.evaluate(() => document.querySelector('bekostigings-wijzer')?.shadowRoot?.querySelectorAll('[aria-live], [role=log], [role=alert], [role=status]').length);
    expect(live).toBe(1);
  });

  it('keeps the question after an error and tries again', async () => {
    await chat.askAndWait('Dit gaat fout');
    expect(await chat.lastTurn.textContent()).toContain('Deze vraag kan de server niet lezen.');
    expect(await chat.input.inputValue()).toBe('Dit gaat fout');
    await chat.askAndWait('Er is een storing');
    expect(await chat.lastTurn.locator('.failed').count()).toBe(1);
    expect(await chat.lastTurn.textContent()).not.toContain('nobody foresaw');
    await page.route('**/api/v1/ask', (route) => route.abort(), { times: 1 });
    await chat.askAndWait('Gewone vraag');
    expect(await chat.lastTurn.textContent()).toContain('De server antwoordt niet.');
    await chat.lastTurn.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await chat.actions.waitFor();
    expect(await chat.turns.count()).toBe(3);
    expect(await chat.input.inputValue()).toBe('');
  });

  it('says that there is no connection', async () => {
    await context.setOffline(true);
    await expect.poll(() => page.locator('.offline').isVisible()).toBe(true);
    await chat.askAndWait('Gewone vraag');
    expect(await chat.lastTurn.textContent()).toContain('U hebt geen verbinding met internet.');
    await context.setOffline(false);
    await expect.poll(() => page.locator('.offline').isVisible()).toBe(false);
    await chat.lastTurn.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await chat.actions.waitFor();
  });

  it('counts down when there are too many questions', async () => {
    await page.route('**/api/v1/ask', (route) => route.fulfill({ status: 429, headers: { 'retry-after': '2' }, contentType: 'application/problem+json', body: '{}' }), { times: 1 });
    await chat.askAndWait('Gewone vraag');
    expect(await chat.lastTurn.locator('.failed-text').textContent()).toMatch(/over [12] seconden opnieuw vragen/);
    await expect.poll(() => chat.lastTurn.locator('.failed-text').textContent(), { timeout: 5000 }).toBe('U kunt nu opnieuw vragen.');
  });

  it('says that an answer takes long', async () => {
    await page.clock.install();
    await chat.ask('Dit is traag');
    await chat.lastTurn.locator('.working').waitFor();
    await page.clock.fastForward(9000);
    expect(await chat.lastTurn.textContent()).toContain('Dit duurt langer dan normaal.');
  });

  it('holds an answer that was cut off against the server, not the user', async () => {
    await page.route('**/api/v1/ask', (route) => route.fulfill({ contentType: 'text/event-stream', body: 'event: delta\ndata: {"text":"Half"}\n\n' }), { times: 1 });
    await chat.askAndWait('Gewone vraag');
    expect(await chat.lastTurn.textContent()).toContain('Het antwoord kwam niet compleet aan.');
  });

  it('keeps patient data back before anything is sent', async () => {
    let sent = 0;
    page.on('request', (request) => (sent += request.url().includes('/api/') ? 1 : 0));
    await chat.ask('Mag overleg over mevrouw Jansen, geboren 3-4-1950, bsn 123456782?');
    const warning = page.locator('.patient-data');
    await warning.waitFor();
    expect(await warning.textContent()).toContain('een naam');
    expect(await warning.textContent()).toContain('“123456782”');
    expect(await chat.turns.count()).toBe(0);
    await warning.getByRole('button', { name: 'Pas mijn vraag aan' }).click();
    expect(await chat.input.evaluate((input: HTMLTextAreaElement) => input.value.slice(input.selectionStart, input.selectionEnd))).toBe('Jansen');
    await chat.input.fill('Mag overleg over een patiënt?');
    expect(await warning.isVisible()).toBe(false);
    expect(sent).toBe(0);
  });

  it('sends no question before it has been checked, and loads the check at the first key', async () => {
    const asked: string[] = [];
    page.on('request', (request) => void (request.url().endsWith('/api/v1/ask') && asked.push(request.postData() ?? '')));
    const part = /widget-privacy-[\w-]+\.js/;
    const held: (() => void)[] = [];
    let released = false;
    await page.route(part, (route) => (released ? route.continue() : void held.push(() => void route.continue())));
    await chat.input.fill('Mag overleg over mevrouw Jansen?');
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await chat.input.press('Enter');
    await chat.input.press('Enter');
    expect([asked, await chat.turns.count(), await chat.input.inputValue()]).toEqual([[], 0, 'Mag overleg over mevrouw Jansen?']);
    released = true;
    for (const go of held) go();
    await page.locator('.patient-data').waitFor();
    expect([asked, await chat.turns.count()]).toEqual([[], 0]);
  });

  it('sends nothing when the check cannot be had, and checks before it tries again', async () => {
    const asked: string[] = [];
    page.on('request', (request) => void (request.url().endsWith('/api/v1/ask') && asked.push(request.postData() ?? '')));
    const part = /widget-privacy-[\w-]+\.js/;
    await page.route(part, (route) => route.abort());
    await chat.askAndWait('Mag overleg over mevrouw Jansen?');
    expect(await chat.lastTurn.textContent()).toContain('De server antwoordt niet.');
    await page.unroute(part);
    await chat.lastTurn.getByRole('button', { name: 'Probeer opnieuw' }).click();
    const warning = page.locator('.patient-data');
    await warning.getByRole('button', { name: 'Haal dit weg' }).waitFor();
    expect([asked, await chat.turns.count(), await chat.input.inputValue()]).toEqual([[], 0, 'Mag overleg over mevrouw Jansen?']);
  });

  it('takes away with one tap what was found, and sends the rest', async () => {
    await chat.ask('Mag overleg over mevrouw Jansen, geboren 3-4-1950, apart betaald worden?');
    const warning = page.locator('.patient-data');
    await warning.getByRole('button', { name: 'Haal dit weg' }).click();
    expect(await chat.input.inputValue()).toBe('Mag overleg over mevrouw …, geboren …, apart betaald worden?');
    expect(await warning.isVisible()).toBe(false);
    expect(await chat.input.evaluate((input) => input === (input.getRootNode() as ShadowRoot).activeElement)).toBe(true);
    await chat.input.press('Enter');
    await chat.lastTurn.waitFor();
    expect(await chat.turns.count()).toBe(1);
  });

  it('sends what is not about a patient when told so, also with the next question, but never a citizen service number', async () => {
    const sent: { question: string; notAboutPatient?: true }[] = [];
    page.on('request', (request) => void (request.url().endsWith('/api/v1/ask') && sent.push(request.postDataJSON() as (typeof sent)[number])));
    const declare = page.locator('.patient-data').getByRole('button', { name: 'Dit gaat niet over een patiënt' });
    await chat.ask('Wie betaalt het overleg met mevrouw Jansen?');
    expect(await axeViolations(page)).toEqual([]);
    await declare.click();
    await page.locator('.turn:not([data-state=busy])').waitFor();
    await chat.askAndWait('En hoe lang?');
    expect(sent.map(({ question, notAboutPatient }) => [question, notAboutPatient])).toEqual([
      ['Wie betaalt het overleg met mevrouw Jansen?', true],
      ['En hoe lang?', true],
    ]);
    await chat.ask('Overleg voor bsn 123456782?');
    await page.locator('.patient-data').waitFor();
    expect(await declare.count()).toBe(0);
  });

  it('takes a question back that the server refuses for patient data', async () => {
    const problem = { type: 'urn:problem-type:bekostigingswijzer:patientgegevens', title: 'Geen gegevens van patiënten', status: 400, detail: 'Uw tekst lijkt een naam te bevatten.' };
    await page.route('**/api/v1/ask', (route) => route.fulfill({ status: 400, contentType: 'application/problem+json', json: problem }), { times: 1 });
    await chat.ask('Een vraag die de server anders leest');
    await page.locator('.patient-data').waitFor();
    expect(await page.locator('.patient-data').textContent()).toContain('Uw tekst lijkt een naam te bevatten.');
    expect(await chat.turns.count()).toBe(0);
    expect(await chat.input.inputValue()).toBe('Een vraag die de server anders leest');
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('anders leest');
  });

  it('counts the last 200 characters and sends no longer question', async () => {
    await chat.input.fill('a'.repeat(799));
    expect(await page.locator('.counter').isVisible()).toBe(false);
    await chat.input.fill('a'.repeat(801));
    expect(await page.locator('.counter').textContent()).toBe('Nog 199 van 1.000 tekens');
    await chat.input.fill('a'.repeat(1003));
    await chat.input.press('Enter');
    expect(await page.locator('.counter').textContent()).toBe('Uw vraag is te lang. Haal 3 tekens weg.');
    expect(await chat.turns.count()).toBe(0);
  });

  it('makes a new line with Shift and Enter', async () => {
    await chat.input.fill('Regel een');
    await chat.input.press('Shift+Enter');
    await page.keyboard.type('regel twee');
    expect(await chat.input.inputValue()).toBe('Regel een\nregel twee');
    expect(await chat.turns.count()).toBe(0);
  });

  it('keeps the conversation and its sources over a reload, for this tab only, until it is wiped', async () => {
    await chat.askAndWait('Wie mag PGAZ declareren?');
    await page.reload();
    expect(await chat.turns.count()).toBe(1);
    await chat.markers.first().click();
    expect(await chat.source.locator('mark').textContent()).toContain('Zorgaanbieders kunnen de prestatie');
    const other = await context.newPage();
    await other.goto(`${app.address}/`);
    expect(await new ChatPage(other).turns.count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Wis gesprek' }).click();
    expect(await chat.turns.count()).toBe(0);
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage }) + document.cookie)).not.toContain('PGAZ');
    await page.reload();
    expect(await chat.turns.count()).toBe(0);
  });

  it('copies with citations, and downloads as Markdown and as Word', async () => {
    await chat.askAndWait('Wie mag PGAZ declareren?');
    await chat.lastTurn.getByRole('button', { name: 'Kopieer', exact: true }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('[3] Handleiding zorgverzekeraars');
    expect(copied).toContain(`${app.address}/bronnen/handleiding-pgaz-2024#t=`);
    const download = async (name: string): Promise<Buffer> => {
      await page.getByRole('button', { name: 'Bewaar' }).click();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      return readFile(await file.path());
    };
    expect((await download('Download als tekst (Markdown)')).toString()).toContain('## Wie mag PGAZ declareren?');
    expect((await download('Download bronnenlijst (RIS)')).toString()).toMatch(/^TY {2}- RPRT\r\n[^]*ID {2}- handleiding-pgaz-2024\r\n/);
    const references = JSON.parse((await download('Download bronnenlijst (CSL-JSON)')).toString()) as { URL: string }[];
    expect(references.map(({ URL }) => URL)).toContain(`${app.address}/bronnen/handleiding-pgaz-2024`);
    const word = await download('Download als Word');
    const { default: mammoth } = await import('mammoth');
    const { value } = await mammoth.extractRawText({ buffer: word });
    expect(value).toContain('Wie mag PGAZ declareren?');
    expect(value).toContain('Het experiment eindigt daarom uiterlijk op 1 mei 2029.');
  });

  it('takes a verdict, with a reason for no, and keeps patient data out of it', async () => {
    await chat.askAndWait('Eerste vraag');
    await chat.lastTurn.getByRole('button', { name: 'Ja, dit klopt' }).click();
    await chat.lastTurn.locator('.feedback-done').waitFor();
    await chat.askAndWait('Tweede vraag');
    await chat.lastTurn.getByRole('button', { name: 'Nee, dit klopt niet' }).click();
    const reason = chat.lastTurn.getByLabel('Wat klopt er niet?');
    await reason.fill('Bel 06-12345678');
    await chat.lastTurn.getByRole('button', { name: 'Verstuur reactie' }).click();
    await expect.poll(() => chat.lastTurn.textContent()).toContain('een telefoonnummer');
    await reason.fill('De datum is anders.');
    const [request] = await Promise.all([page.waitForRequest('**/api/v1/feedback'), chat.lastTurn.getByRole('button', { name: 'Verstuur reactie' }).click()]);
    expect(request.postDataJSON()).toMatchObject({ verdict: 'fout', reason: 'De datum is anders.' });
    expect(request.postData()).not.toContain('Tweede vraag');
    await chat.lastTurn.locator('.feedback-done').waitFor();
  });

  it('does not scroll a reader away from what is being read', async () => {
    await page.setViewportSize({ width: 1280, height: 500 });
    await chat.askAndWait('Eerste vraag');
    await chat.askAndWait('Tweede vraag');
    await chat.ask('Dit gaat langzaam');
    await chat.lastTurn.locator('.working').waitFor();
    await page.mouse.move(400, 200);
    await page.mouse.wheel(0, -600);
    await expect.poll(() => page.getByRole('button', { name: 'Nieuwe tekst' }).isVisible()).toBe(true);
    const before = await page.evaluate(() => scrollY);
    await chat.lastTurn.locator('.source-item').first().waitFor({ state: 'attached' });
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await page.getByRole('button', { name: 'Nieuwe tekst' }).click();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(before);
  });

  it('goes on after the browser has translated the page', async () => {
    await chat.askAndWait('Eerste vraag');
    // As Google Translate does: every text node is wrapped in <font> elements.
    await page.evaluate(() => {
      const visit = (root: Node): void => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
        for (const text of texts) {
          const font = document.createElement('font');
          text.replaceWith(font);
          font.append(`${text.data} (en)`);
        }
      };
      const root = document.querySelector('bekostigings-wijzer')?.shadowRoot;
      if (root) visit(root);
    });
    await chat.askAndWait('Tweede vraag');
    await chat.markers.first().click();
    await chat.source.locator('mark').waitFor();
    expect(errors).toEqual([]);
  });

  it('shows a changed source as changed, with the quote as it was', async () => {
    await chat.askAndWait('Eerste vraag');
    await page.route('**/api/v1/documents/*', async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { text: string };
      await route.fulfill({ response, json: { ...body, text: body.text.replace(/Zorgaanbieders kunnen/g, 'Aanbieders mogen'), blocks: undefined } });
    });
    await chat.markers.first().click();
    await chat.source.locator('.moved').waitFor();
    expect(await chat.source.locator('.moved').textContent()).toContain('Zorgaanbieders kunnen de prestatie');
    await page.keyboard.press('Escape');
    await page.route('**/api/v1/documents/*', (route) => route.abort());
    await page.reload();
    await chat.markers.first().click();
    await chat.source.locator('.failed-text').waitFor();
    expect(await chat.source.textContent()).toContain('Zorgaanbieders kunnen de prestatie');
  });
});
