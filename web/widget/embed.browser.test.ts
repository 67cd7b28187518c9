import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium } from '../testing/browser.ts';
import type { ChatPage } from '../testing/chat-page.ts';
import { startHostPage, type HostPage } from '../testing/host-page.ts';
import { startApp, type RunningApp } from '../testing/start-app.ts';
import { visitEach } from '../testing/visits.ts';

describe.skipIf(!hasChromium)('the widget as a guest', () => {
  let app: RunningApp;
  let host: HostPage;
  let origin: string;
  let context: BrowserContext;
  let page: Page;
  let chat: ChatPage;
  let errors: string[];

  beforeAll(async () => {
    host = await startHostPage(() => app.address);
    ({ origin } = host);
  });
  afterAll(() => host?.close());
  visitEach(() => startApp({ allowedOrigins: [origin] }), (visit) => ({ app, context, page, chat, errors } = visit));

  const launcher = () => page.getByRole('button', { name: 'Stel een vraag over bekostiging' });

  it('works on another origin under a strict policy with trusted types, as a bubble', async () => {
    await page.goto(`${origin}/`);
    await launcher().click();
    expect(await chat.input.evaluate((input) => input === (input.getRootNode() as ShadowRoot).activeElement)).toBe(true);
    await chat.askAndWait('Wie mag PGAZ declareren?');
    await chat.markers.first().click();
    await chat.source.locator('mark').waitFor();
    expect(await chat.source.locator('a').first().getAttribute('href')).toMatch(new RegExp(`^${app.address}/bronnen/aanwijzing`));
    await page.keyboard.press('Escape');
    expect(await chat.source.count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await chat.input.isVisible()).toBe(false);
    expect(await launcher().evaluate((button) => button === (button.getRootNode() as ShadowRoot).activeElement)).toBe(true);
    expect(errors).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  });

  it('takes the colours and letters of an NL Design System theme, but not from who asks for more contrast', async () => {
    await page.goto(`${origin}/?theme`);
    await page.evaluate(() => {
      const theme = { '--utrecht-button-primary-action-background-color': 'rgb(122, 0, 60)', '--utrecht-button-primary-action-color': 'rgb(255, 250, 240)', '--utrecht-document-font-family': 'Themaletter' };
      for (const [name, value] of Object.entries(theme)) document.documentElement.style.setProperty(name, value);
    });
    const look = () => launcher().evaluate((button) => (({ backgroundColor, color, fontFamily }) => [backgroundColor, color, fontFamily])(getComputedStyle(button)));
    expect(await look()).toEqual(['rgb(122, 0, 60)', 'rgb(255, 250, 240)', 'Themaletter']);
    await page.emulateMedia({ contrast: 'more' });
    expect((await look())[0]).not.toBe('rgb(122, 0, 60)');
    await page.emulateMedia({ contrast: null });
    await page.locator('bekostigings-wijzer').evaluate((element) => element.setAttribute('theme', 'contrast'));
    expect((await look())[0]).not.toBe('rgb(122, 0, 60)');
  });

  it('takes taps and a typed reply about a situation, and sends none of it to the host', async () => {
    const elsewhere: string[] = [];
    page.on('request', (request) => void (new URL(request.url()).origin === origin && elsewhere.push(request.method() + request.url() + (request.postData() ?? ''))));
    await page.goto(`${origin}/`);
    const loaded = elsewhere.length;
    await launcher().click();
    await chat.askAndWait('Mijn situatie: ik werk in de ggz en overleg over één patiënt. Hoe wordt dat betaald?');
    await chat.lastTurn.getByRole('button', { name: 'Over één patiënt verwijderen' }).click();
    await page.locator('.turn[data-state=done] .fact').first().waitFor();
    await chat.lastTurn.getByRole('button', { name: 'Nee, ik geef alleen advies' }).click();
    await page.locator('.turn:nth-of-type(2)[data-state=done]').waitFor();
    expect(app.services.requests.at(-1)).toMatchObject({ facts: { onderwerp: null, patientInBehandeling: 'false' } });
    await chat.askAndWait('Mijn situatie is nu: een groep');
    await chat.askAndWait('ja');
    expect(page.url()).toBe(`${origin}/`);
    expect(elsewhere.slice(loaded)).toEqual([]);
    expect(await chat.lastTurn.getByRole('link', { name: 'Alle voorwaarden' }).getAttribute('href')).toBe(`${app.address}/check#onderwerp=individu`);
    expect(await page.evaluate(() => location.href + document.title + document.body.innerText)).not.toContain('ggz');
    expect(errors).toEqual([]);
  });

  it('drops an earlier answer that the server does not know any more, says so and goes on', async () => {
    await page.goto(`${origin}/`);
    await launcher().click();
    await chat.askAndWait('Mijn situatie: ik werk in de ggz en overleg over één patiënt. Hoe wordt dat betaald?');
    const fault = { type: 'urn:problem-type:bekostigingswijzer:invoer', title: 'Onjuiste invoer', status: 400, detail: 'Het feit "patientInBehandeling" bestaat niet.', errors: [{ field: 'facts.patientInBehandeling', detail: 'x' }] };
    await page.route('**/api/v1/ask', (route) => route.fulfill({ status: 400, contentType: 'application/problem+json', headers: { 'access-control-allow-origin': origin }, json: fault }), { times: 1 });
    await chat.lastTurn.getByRole('button', { name: 'Ja', exact: true }).click();
    await page.locator('.turn[data-state=failed]').waitFor();
    expect(await chat.lastTurn.textContent()).toContain('Een antwoord dat u eerder gaf, kan niet meer worden gebruikt. Het is weggehaald.');
    await chat.lastTurn.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await page.locator('.turn:nth-of-type(2)[data-state=done]').waitFor();
    expect(app.services.requests.at(-1)!.facts ?? {}).toEqual({});
    expect(await chat.turns.count()).toBe(2);
    errors.length = 0; // the 400 itself is an error in the console
  });

  it('tells the host what happens, but not what is asked', async () => {
    await page.goto(`${origin}/`);
    await page.evaluate(() => {
      const log: unknown[] = [];
      (window as unknown as { log: unknown[] }).log = log;
      for (const name of ['bw-open', 'bw-close', 'bw-question', 'bw-answer', 'bw-error']) {
        document.addEventListener(name, (event) => log.push([name, (event as CustomEvent<unknown>).detail]));
      }
    });
    await launcher().click();
    await chat.askAndWait('Wie mag PGAZ declareren?');
    await chat.askAndWait('Dit gaat fout');
    await page.keyboard.press('Escape');
    const log = await page.evaluate(() => (window as unknown as { log: [string, Record<string, unknown>][] }).log);
    expect(log.map(([name]) => name)).toEqual(['bw-open', 'bw-question', 'bw-answer', 'bw-question', 'bw-error', 'bw-close']);
    expect(log[2]?.[1]).toMatchObject({ outcome: 'beantwoord', citations: 3 });
    expect(log[4]?.[1]).toMatchObject({ kind: 'refused' });
    expect(JSON.stringify(log)).not.toContain('PGAZ');
  });

  it('can be opened and closed by the host', async () => {
    await page.goto(`${origin}/`);
    await launcher().waitFor();
    await page.evaluate(() => (document.querySelector('bekostigings-wijzer') as unknown as { open: () => void }).open());
    expect(await chat.input.isVisible()).toBe(true);
    await page.locator('#host-button').click();
    await page.evaluate(() => (document.querySelector('bekostigings-wijzer') as unknown as { close: () => void }).close());
    expect(await chat.input.isVisible()).toBe(false);
  });

  it('loads pinned by its integrity hash', async () => {
    await page.goto(`${origin}/?pinned`);
    await launcher().click();
    await chat.askAndWait('Wie mag PGAZ declareren?');
    await chat.markers.first().click();
    await chat.source.locator('mark').waitFor();
    expect(errors).toEqual([]);
  });

  it('takes the colours of the host by custom properties and its text size from the user, whatever the root size', async () => {
    await page.goto(`${origin}/?mode=inline`);
    await chat.send.waitFor();
    expect(await chat.send.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe('rgb(138, 21, 56)');
    expect(await chat.input.evaluate((input) => getComputedStyle(input).fontSize)).toBe('16px');
  });

  it('is left alone by hostile style sheets, and leaves the host alone', async () => {
    await page.goto(`${origin}/?mode=inline&hostile`);
    await chat.askAndWait('Wie mag PGAZ declareren?');
    const style = await chat.lastTurn.locator('.prose').evaluate((element) => {
      const { color, fontSize, letterSpacing, textTransform, direction, fontStyle } = getComputedStyle(element);
      return { color, fontSize, letterSpacing, textTransform, direction, fontStyle };
    });
    expect(style).toEqual({ color: 'rgb(27, 35, 40)', fontSize: '16px', letterSpacing: 'normal', textTransform: 'none', direction: 'ltr', fontStyle: 'normal' });
    expect(await chat.send.isVisible()).toBe(true);
    const box = await page.locator('.frame').boundingBox();
    expect(box?.height ?? 0).toBeGreaterThan(300);
    expect(await page.evaluate(() => ({ styles: document.adoptedStyleSheets.length, elements: document.head.querySelectorAll('style').length }))).toEqual({ styles: 0, elements: 0 });
  });

  it('adds nothing to the host\'s globals and does not scroll its page', async () => {
    await page.goto(`${origin}/?mode=inline`);
    await chat.input.waitFor();
    const before = await page.evaluate(() => [Object.keys(window).filter((key) => /bekostig|wijzer|marked|^lit/i.test(key)), scrollY]);
    expect(before).toEqual([[], 0]);
    await page.setViewportSize({ width: 1280, height: 500 });
    await page.evaluate(() => scrollTo(0, 60));
    await chat.askAndWait('Wie mag PGAZ declareren?');
    const after = await page.evaluate(() => scrollY);
    await chat.askAndWait('Nog een vraag');
    expect(await page.evaluate(() => scrollY)).toBe(after);
  });

  it('follows the theme attribute', async () => {
    await page.goto(`${origin}/?mode=inline`);
    await chat.input.waitFor();
    const ground = async (theme: string): Promise<string> => {
      await page.evaluate((value) => document.querySelector('bekostigings-wijzer')?.setAttribute('theme', value), theme);
      return page.locator('.frame').evaluate((frame) => getComputedStyle(frame).backgroundColor);
    };
    expect(await ground('light')).toBe('rgb(248, 246, 241)');
    expect(await ground('dark')).toBe('rgb(18, 24, 27)');
    expect(await ground('contrast')).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await ground('auto')).toBe('rgb(18, 24, 27)');
    expect(await ground('contrast')).toBe('rgb(0, 0, 0)');
    expect(await ground('light')).toBe('rgb(248, 246, 241)');
  });

  it('keeps two widgets apart', async () => {
    await page.goto(`${origin}/?mode=inline`);
    await chat.input.waitFor();
    await page.evaluate((server) => {
      const second = document.createElement('bekostigings-wijzer');
      second.setAttribute('server', server.replace('localhost', '127.0.0.1'));
      second.id = 'second';
      document.body.append(second);
    }, app.address);
    await page.locator('#second textarea').waitFor();
    expect(await page.locator('.way').first().getAttribute('href')).toBe(`${app.address}/check`);
    expect(await page.locator('#second .way').first().getAttribute('href')).toContain('http://127.0.0.1:');
  });

  it('covers a phone as a modal dialog and gives it back', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`${origin}/`);
    await launcher().click();
    const dialog = page.locator('dialog.frame');
    expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true);
    expect(await dialog.boundingBox()).toMatchObject({ x: 0, y: 0, width: 360, height: 640 });
    await page.getByRole('button', { name: 'Sluit', exact: true }).click();
    await page.locator('#host-button').click({ trial: true });
  });

  it('is refused to origins that are not on the server\'s list', async () => {
    await page.goto(origin.replace('localhost', '127.0.0.1')).catch(() => undefined);
    const other = await startApp();
    try {
      await page.goto(`${origin}/`);
      const status = await page.evaluate((address) => fetch(`${address}/api/v1/documents`).then(() => 'read', () => 'refused'), other.address);
      expect(status).toBe('refused');
    } finally {
      await other.close();
    }
  });
});
