import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../server/contract.ts';
import { axeViolations, sidewaysScroll, smallTargets, tabThrough } from '../testing/accessibility-checks.ts';
import { hasChromium } from '../testing/browser.ts';
import type { ChatPage } from '../testing/chat-page.ts';
import { cite } from '../testing/fake-documents.ts';
import { startApp, type RunningApp } from '../testing/start-app.ts';
import { visitEach } from '../testing/visits.ts';

const question = 'Wie mag PGAZ declareren?';
const citations = [cite(1, 'handleiding-pgaz-2024', 'Het experiment eindigt daarom uiterlijk op 1 mei 2029.'), cite(2, 'handleiding-pgaz-2024', 'De prestatie kan ook worden ingezet voor zogenoemde hybride overleggen,')];

const comparison: Partial<Answer> = {
  citations,
  blocks: [
    { type: 'statement', role: 'answer', id: 'a', text: 'PGAZ gaat over een groep, een SOP over één patiënt.', citations: [1] },
    {
      type: 'table', caption: 'PGAZ en SOP', columns: ['PGAZ', 'SOP'],
      rows: [{ aspect: 'Over wie', cells: [{ text: 'Een groep.', citations: [1] }, { text: 'Eén patiënt.', citations: [2] }] }, { aspect: 'Tot wanneer', cells: [{ text: 'Uiterlijk 1 mei 2029.', citations: [1, 2] }, { text: 'Staat niet in de bronnen.', citations: [] }] }],
    },
  ],
};

const english: Partial<Answer> = {
  language: 'en', citations, suggestions: ['What is PGAZ?'],
  blocks: [
    { type: 'verdict', verdict: 'nee' },
    { type: 'statement', role: 'answer', id: 'a', text: 'It ends on 1 May 2029 at the latest.', citations: [1] },
    { type: 'quote', n: 1, source: 'de handleiding PGAZ', role: 'proof', clause: [4, 25] },
    { type: 'quote', n: 2, source: 'de handleiding PGAZ', role: 'more' },
  ],
};

/** Text of what has the focus, inside shadow roots too. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute('aria-label') ?? (active?.textContent.trim() || (active?.id ?? ''));
  });

describe.skipIf(!hasChromium)('the answer card', () => {
  let app: RunningApp;
  let context: BrowserContext;
  let page: Page;
  let chat: ChatPage;
  let errors: string[];

  visitEach(startApp, (visit) => ({ app, context, page, chat, errors } = visit), { permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' });
  beforeEach(() => void (app.services.answerWith = undefined));

  const open = async (width: number, given?: Partial<Answer>, asked = question): Promise<void> => {
    await page.setViewportSize({ width, height: width < 400 ? 844 : 800 });
    app.services.answerWith = given;
    await page.goto(`${app.address}/`);
    await chat.askAndWait(asked);
  };

  it.each([320, 390, 1280])('shows verdict, statement and one proof, and folds the rest, at %i px', async (width) => {
    await open(width);
    const card = chat.lastTurn;
    expect(await card.locator('.verdict').textContent()).toBe('Ja.');
    expect(await card.locator('.verdict').evaluate((element) => getComputedStyle(element).fontSize)).toBe('20px');
    expect(await card.locator('.proof').count()).toBe(1);
    expect(await card.locator('.proof .clause').textContent()).toBe('“… alleen in rekening brengen …”');
    expect(await card.locator('.source-item').first().isVisible()).toBe(false);
    expect(await card.locator('.terms dd').isVisible()).toBe(false);
    expect(await card.locator('summary:visible').allTextContents()).toEqual(['Toon hele zin', 'Bronnen bij dit antwoord: Nog 2 bronnen', 'Uitleg: PGAZ']);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await smallTargets(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    // High enough that the bar with the question field covers nothing of it.
    await page.setViewportSize({ width, height: 2400 });
    for (const summary of await card.locator('summary').all()) await summary.click();
    expect(await card.locator('.source-item').first().isVisible()).toBe(true);
    expect(await card.locator('.whole .quote').textContent()).toMatch(/^Zorgaanbieders kunnen/);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('is at most 600 pixels high on a phone, and the question field one line', async () => {
    await open(390);
    expect((await chat.lastTurn.boundingBox())!.height).toBeLessThanOrEqual(600);
    expect((await page.locator('.foot').boundingBox())!.height).toBeLessThanOrEqual(90);
  });

  it('has markers that a thumb can hit, beside each other too', async () => {
    await open(390);
    const hits = await chat.markers.evaluateAll((markers) => markers.map((marker) => {
      const { left, top, width, height } = marker.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const root = marker.getRootNode() as ShadowRoot;
      return [[-21, 0], [21, 0], [0, -21], [0, 21]].filter(([dx, dy]) => root.elementFromPoint(x + dx!, y + dy!) === marker).length;
    }));
    expect(hits).toEqual([4, 4, 4]);
  });

  it('reads well without eyes: headings, the verdict, names of markers, and one message that says the answer', async () => {
    await open(1280);
    const { lastTurn } = chat;
    expect(await lastTurn.getByRole('heading').allTextContents()).toEqual([`U vroeg: ${question}`, 'Antwoord']);
    expect(await lastTurn.getByRole('button', { name: /^Bron \d/ }).evaluateAll((markers) => markers.map((marker) => marker.getAttribute('aria-label')))).toEqual([
      expect.stringMatching(/^Bron 1: Aanwijzing .*, pagina 1$/), expect.stringMatching(/^Bron 2: Handleiding .*, pagina \d+$/), expect.stringMatching(/^Bron 3: Handleiding .*, pagina \d+$/),
    ]);
    expect(await lastTurn.ariaSnapshot()).toMatch(/paragraph:\s*(?:- )?strong: Ja\.[^]*figure[^]*Aanwijzing PGAZ, p\. 1, 19 april 2024/);
    expect(await lastTurn.locator('.verdict svg').getAttribute('aria-hidden')).toBe('true');
    await expect.poll(() => chat.status.textContent()).toBe('Ja. PGAZ mag u declareren als u er een schriftelijke overeenkomst over hebt met een zorgverzekeraar. 3 bronnen.');
  });

  it('is one key or one step back from the question field, and shows where the focus is', async () => {
    await open(1280);
    await chat.input.press('Alt+ArrowUp');
    expect(await focused(page)).toBe('Antwoord');
    expect(await page.locator('.answer-heading').evaluate((heading) => heading.getBoundingClientRect().height)).toBeGreaterThan(10);
    await chat.input.focus();
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('Naar het antwoord');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Antwoord');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatch(/^Bron 1:/);
    const stops = await tabThrough(page);
    expect(stops.filter(({ visible, uncovered }) => !visible || !uncovered)).toEqual([]);
  });

  it('asks a question that it suggests, and reading goes on there', async () => {
    await open(1280);
    await chat.lastTurn.getByRole('button', { name: 'Tot wanneer loopt het experiment PGAZ?' }).click();
    await chat.actions.waitFor();
    expect(await chat.turns.count()).toBe(2);
    expect(await chat.lastTurn.locator('.question').textContent()).toBe('U vroeg: Tot wanneer loopt het experiment PGAZ?');
    expect(await focused(page)).toContain('Tot wanneer loopt het experiment PGAZ?');
  });

  it('keeps its suggestions and its language over a reload', async () => {
    await open(390, english, 'When does it end?');
    await page.reload();
    await chat.lastTurn.waitFor();
    expect(await chat.lastTurn.locator('.chip').allTextContents()).toEqual(['What is PGAZ?']);
    expect(await chat.lastTurn.locator('.proof figcaption').textContent()).toContain('The sources are in Dutch. Handleiding PGAZ, p. 13, July 2024');
  });

  it('speaks English to who asks in English, and says so to a screen reader', async () => {
    await open(390, english, 'When does it end?');
    expect(await chat.lastTurn.locator('.verdict').textContent()).toBe('No.');
    expect(await chat.lastTurn.locator('.direct').getAttribute('lang')).toBe('en');
    expect(await chat.lastTurn.locator('.clause').getAttribute('lang')).toBe('nl');
    await expect.poll(() => chat.status.locator('p').getAttribute('lang')).toBe('en');
    expect(await chat.status.textContent()).toBe('No. It ends on 1 May 2029 at the latest. 2 sources.');
    expect(await axeViolations(page)).toEqual([]);
  });

  it.each([[320, 'block'], [390, 'block'], [1280, 'table-cell']])('compares in a table that can be read at %i px', async (width, display) => {
    await open(width, comparison, 'Wat is het verschil?');
    const table = page.getByRole('table', { name: 'PGAZ en SOP' });
    expect(await table.getByRole('row').count()).toBe(3);
    expect(await table.getByRole('cell', { name: 'Eén patiënt.' }).evaluate((cell) => getComputedStyle(cell).display)).toBe(display);
    expect(await table.getByRole('rowheader').allTextContents()).toEqual(['Over wie', 'Tot wanneer']);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
  });

  it.each([{ colorScheme: 'dark' as const }, { contrast: 'more' as const }, { forcedColors: 'active' as const }])('can be told apart in %o', async (media) => {
    await page.emulateMedia(media);
    await open(390, english, 'When does it end?');
    expect(await chat.lastTurn.locator('.verdict .icon-no').evaluate((svg) => getComputedStyle(svg).borderRadius)).toBe('4px');
    expect(await chat.lastTurn.locator('.chip').evaluate((chip) => getComputedStyle(chip).borderTopStyle)).toBe('solid');
    if (!('forcedColors' in media)) expect(await axeViolations(page)).toEqual([]);
  });

  it('copies an address of the question that stays in the browser', async () => {
    await open(1280, undefined, 'Mag O&I + PGAZ, 50% elk?');
    await chat.lastTurn.getByRole('button', { name: 'Link', exact: true }).click();
    await expect.poll(() => chat.status.textContent()).toContain('De link is gekopieerd.');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${app.address}/#vraag=${encodeURIComponent('Mag O&I + PGAZ, 50% elk?')}`);
    const other = await context.newPage();
    const requests: string[] = [];
    other.on('request', (request) => requests.push(request.url()));
    await other.goto(link);
    await other.locator('.turn .actions').waitFor();
    expect(await other.locator('.question').textContent()).toBe('U vroeg: Mag O&I + PGAZ, 50% elk?');
    expect(requests.filter((url) => /vraag|50/.test(url))).toEqual([]);
    expect(other.url()).toBe(`${app.address}/`);
    await other.reload();
    await other.locator('.turn .actions').waitFor();
    expect(await other.locator('.turn').count()).toBe(1);
    // While the page is open, as from a link in another part of the site.
    await other.evaluate(() => (location.hash = '#vraag=En%20daarna'));
    await expect.poll(() => other.locator('.turn').count()).toBe(2);
    await other.close();
  });

  it('does not send a question from an address that holds data about a patient', async () => {
    await page.goto(`${app.address}/#vraag=${encodeURIComponent('Mag overleg over mevrouw Jansen?')}`);
    await page.locator('.patient-data').waitFor();
    expect(await chat.turns.count()).toBe(0);
    await page.goto(`${app.address}/#vraag=%20`);
    await page.reload();
    expect(await chat.turns.count()).toBe(0);
  });

  it('a refusal says once what is missing, and leads on', async () => {
    await open(390, undefined, 'Wat wordt het weer?');
    const { lastTurn } = chat;
    expect(await lastTurn.getByRole('heading').allTextContents()).toEqual(['U vroeg: Wat wordt het weer?', 'Antwoord', 'Het weer staat niet in de bronnen.']);
    expect(await lastTurn.locator('.suggestions p').textContent()).toBe('Bedoelt u misschien');
    expect(await lastTurn.locator('.prose').textContent()).toContain('Wel staat er: Het experiment PGAZ loopt tot uiterlijk 1 mei 2029.');
    expect(await lastTurn.getByRole('link', { name: 'het KNMI' }).getAttribute('href')).toBe('https://www.knmi.nl');
    expect(await axeViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    const nearest = lastTurn.getByRole('link', { name: 'Dichtbij: handleiding PGAZ, p. 5, “2 Wanneer te gebruiken?”' });
    expect(await nearest.getAttribute('href')).toBe('/bronnen/handleiding-pgaz-2024#pagina-5');
    await nearest.click();
    await chat.source.locator('[data-page="5"]').waitFor();
    expect(await chat.source.locator('.source-position').textContent()).toBe('Pagina 5');
    await expect.poll(() => chat.source.locator('.source-heading').textContent()).toContain('Handleiding zorgverzekeraars');
    await expect.poll(() => chat.source.locator('[data-page="5"]').evaluate((mark) => { const { top } = mark.getBoundingClientRect(); return top > 0 && top < innerHeight; })).toBe(true);
    expect(await chat.source.locator('.moved').count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toContain('Dichtbij');
  });

  it('a friendly line looks like no refusal and has no sources', async () => {
    await open(390, undefined, 'dank je');
    expect(await chat.lastTurn.locator('.prose').textContent()).toBe('Graag gedaan. Hebt u nog een vraag, stel die gerust.');
    expect(await chat.lastTurn.locator('.outcome, .sources, .terms, .actions').count()).toBe(0);
    expect(await chat.lastTurn.locator('.prose').evaluate((prose) => getComputedStyle(prose).borderInlineStartWidth)).toBe('0px');
    await expect.poll(() => chat.status.textContent()).toContain('Graag gedaan.');
  });

  it('works without JavaScript: the proof, the sources and the questions to go on with', async () => {
    const plain = await (await context.browser()!.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(`${app.address}/`);
    await plain.getByRole('textbox').fill(question);
    await plain.getByRole('button', { name: 'Verstuur' }).click();
    await plain.getByText('Nog 2 bronnen').click();
    expect(await plain.locator('.verdict').textContent()).toBe('Ja.');
    expect(await plain.locator('.source-item').first().isVisible()).toBe(true);
    await plain.getByText('Toon hele zin').click();
    expect(await plain.locator('.whole .quote').isVisible()).toBe(true);
    await plain.getByRole('button', { name: 'Tot wanneer loopt het experiment PGAZ?' }).click();
    expect(await plain.getByRole('heading', { level: 1 }).textContent()).toContain('Tot wanneer loopt het experiment PGAZ?');
    await plain.context().close();
  });
});

describe.skipIf(!hasChromium)('the answer card under a finger', () => {
  let app: RunningApp;
  let page: Page;
  let chat: ChatPage;

  visitEach(startApp, (visit) => ({ app, page, chat } = visit), { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  it('calls up no keyboard after a question, and none when the conversation is wiped', async () => {
    await page.goto(`${app.address}/`);
    await page.getByRole('button', { name: /Wat is PGAZ/ }).tap();
    await chat.actions.waitFor();
    expect(await focused(page)).toContain('Wat is PGAZ');
    await chat.askAndWait('En daarna?');
    expect(await focused(page)).not.toBe('question');
    await page.getByRole('button', { name: 'Wis gesprek' }).tap();
    expect(await focused(page)).toBe('Hoe wordt uw samenwerking betaald?');
  });

  it('a press beside the field hits what it was on', async () => {
    await page.goto(`${app.address}/`);
    await chat.askAndWait(question);
    await chat.input.focus();
    await chat.markers.first().tap();
    await chat.source.locator('mark').waitFor();
  });
});
