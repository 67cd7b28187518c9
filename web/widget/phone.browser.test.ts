import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations, smallTargets } from '../testing/accessibility-checks.ts';
import { hasChromium } from '../testing/browser.ts';
import type { ChatPage } from '../testing/chat-page.ts';
import { startHostPage, type HostPage } from '../testing/host-page.ts';
import { startApp, type RunningApp } from '../testing/start-app.ts';
import { visitEach } from '../testing/visits.ts';

/** Name of what has the focus, inside shadow roots too. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute('aria-label') ?? (active?.textContent.trim() || (active?.id ?? ''));
  });

const scrollTop = (page: Page): Promise<number> => page.locator('dialog.frame').evaluate((frame) => frame.scrollTop);

describe.skipIf(!hasChromium)('the widget on a phone', () => {
  let app: RunningApp;
  let host: HostPage;
  let page: Page;
  let chat: ChatPage;
  let errors: string[];
  let requested: string[];

  beforeAll(async () => {
    host = await startHostPage(() => app.address);
  });
  afterAll(() => host?.close());
  visitEach(() => startApp({ allowedOrigins: [host.origin] }), (visit) => ({ app, page, chat, errors } = visit), { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  beforeEach(() => {
    requested = [];
    page.on('request', (request) => requested.push(new URL(request.url()).pathname.replace(/-[\w-]{8}\./, '.')));
  });

  const launcher = () => page.getByRole('button', { name: 'Stel een vraag over bekostiging' });
  const dialog = () => page.locator('dialog.frame');
  const open = async (): Promise<void> => {
    await launcher().tap();
    await chat.input.waitFor();
  };
  /** A conversation longer than the screen. */
  const talk = async (): Promise<void> => {
    await open();
    for (const question of ['Eerste vraag', 'Tweede vraag', 'Derde vraag']) await chat.askAndWait(question);
  };

  it('loads its button alone, and the chat when that is pressed', async () => {
    await page.goto(host.origin, { waitUntil: 'networkidle' });
    expect(requested.filter((path) => path.startsWith('/widget'))).toEqual(['/widget.js']);
    await open();
    expect(new Set(requested.filter((path) => path.startsWith('/widget')))).toEqual(new Set(['/widget.js', '/widget-chat.js']));
    expect(errors).toEqual([]);
  });

  it('loads the chat in the page when it comes near the screen', async () => {
    await page.goto(`${host.origin}/?mode=inline&long`, { waitUntil: 'networkidle' });
    expect(requested).not.toContain('/widget-chat.js');
    await page.locator('bekostigings-wijzer').scrollIntoViewIfNeeded();
    await chat.input.waitFor();
    expect(errors).toEqual([]);
  });

  it('says so when the chat cannot be loaded, and tries again', async () => {
    await page.route('**/widget-chat-*.js', (route) => route.abort(), { times: 1 });
    await page.goto(host.origin);
    await launcher().tap();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('De chat kon niet worden geladen.');
    expect(await axeViolations(page)).toEqual([]);
    await open();
    expect(await alert.count()).toBe(0);
  });

  it('runs no chat whose bytes are not those of the build', async () => {
    await page.route('**/widget-chat-*.js*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `window.tampered = true;${await response.text()}` });
    });
    await page.goto(`${host.origin}/?pinned`);
    for (const attempt of [1, 2]) {
      await launcher().tap();
      await page.getByRole('alert').waitFor();
      expect([attempt, await page.evaluate(() => 'tampered' in window), await dialog().count()]).toEqual([attempt, false, 0]);
    }
  });

  it('"back" closes it and leaves the page as it was', async () => {
    await page.goto(`${host.origin}/?a=1#deel`);
    await page.evaluate(() => {
      history.replaceState({ router: 7 }, '');
      const seen: unknown[] = [];
      (window as unknown as { seen: unknown[] }).seen = seen;
      for (const name of ['popstate', 'hashchange']) addEventListener(name, () => seen.push([name, history.state]));
    });
    const entries = await page.evaluate(() => history.length);
    await open();
    expect(await page.evaluate(() => [history.length, (history.state as { router: number }).router])).toEqual([entries + 1, 7]);
    await page.goBack();
    expect(await dialog().isVisible()).toBe(false);
    await expect.poll(() => focused(page)).toBe('Stel een vraag over bekostiging');
    expect([page.url(), await page.evaluate(() => history.state as unknown)]).toEqual([`${host.origin}/?a=1#deel`, { router: 7 }]);
    expect(await page.evaluate(() => (window as unknown as { seen: unknown[] }).seen)).toEqual([['popstate', { router: 7 }]]);
    await page.locator('#host-button').tap({ trial: true });
  });

  it('closed by its button it leaves nothing behind in the history', async () => {
    await page.goto(`${host.origin}/?eerst`);
    await page.goto(`${host.origin}/?daarna`);
    for (let time = 0; time < 3; time += 1) {
      await open();
      await page.getByRole('button', { name: 'Sluit', exact: true }).tap();
      await expect.poll(() => page.evaluate(() => history.state as unknown)).toBeNull();
    }
    await page.goBack();
    expect(page.url()).toBe(`${host.origin}/?eerst`);
  });

  it('opened again before the browser has gone back, it is still closed by "back"', async () => {
    await page.goto(host.origin);
    await open();
    await page.evaluate(async () => {
      const widget = document.querySelector('bekostigings-wijzer') as unknown as { open: () => Promise<void>; close: () => void };
      widget.close();
      await widget.open();
    });
    await expect.poll(() => page.evaluate(() => history.state as unknown)).toEqual({ bekostigingswijzer: ['chat'] });
    expect(await dialog().isVisible()).toBe(true);
    await page.goBack();
    expect(await dialog().isVisible()).toBe(false);
    expect(page.url()).toBe(`${host.origin}/`);
  });

  it('"back" closes a source first, then the chat; the host can close both at once', async () => {
    await page.goto(host.origin);
    await open();
    await chat.askAndWait('Wie mag PGAZ declareren?');
    const showSource = async (): Promise<void> => {
      await chat.markers.first().tap();
      await chat.source.locator('mark').waitFor();
    };
    await showSource();
    await page.goBack();
    expect([await chat.source.count(), await dialog().isVisible()]).toEqual([0, true]);
    await showSource();
    await page.getByRole('button', { name: 'Sluit bron' }).tap();
    await expect.poll(() => page.evaluate(() => history.state as unknown)).toEqual({ bekostigingswijzer: ['chat'] });
    await showSource();
    await page.evaluate(() => (document.querySelector('bekostigings-wijzer') as unknown as { close: () => void }).close());
    await expect.poll(() => page.evaluate(() => history.state as unknown)).toBeNull();
    expect([await dialog().isVisible(), page.url()]).toEqual([false, `${host.origin}/`]);
    await page.locator('#host-button').tap({ trial: true });
    expect(errors).toEqual([]);
  });

  it('lets the host go elsewhere in its own history while it is open', async () => {
    await page.goto(host.origin);
    await open();
    await page.evaluate(() => history.pushState({ page: 2 }, '', '?twee'));
    await page.getByRole('button', { name: 'Sluit', exact: true }).tap();
    expect(await dialog().isVisible()).toBe(false);
    expect([page.url(), await page.evaluate(() => history.state as unknown)]).toEqual([`${host.origin}/?twee`, { page: 2 }]);
  });

  it('calls up no keyboard: not on opening, after an answer, after stopping, or after a source', async () => {
    await page.goto(host.origin);
    await open();
    expect(await focused(page)).not.toBe('question');
    await chat.askAndWait('Wie mag PGAZ declareren?');
    expect(await focused(page)).not.toBe('question');
    await chat.markers.first().tap();
    await chat.source.locator('mark').waitFor();
    await page.getByRole('button', { name: 'Sluit bron' }).tap();
    expect(await focused(page)).toMatch(/^Bron 1/);
    await chat.ask('Dit blijft lopen');
    await chat.stop.tap();
    await page.locator('.turn:nth-of-type(2)[data-state=stopped]').waitFor();
    expect(await focused(page)).not.toBe('question');
  });

  it('opens at the last turn, also after a reload with the chat open', async () => {
    await page.goto(host.origin);
    await talk();
    /** The question below the bar, and at the top unless the end of the conversation is in sight. */
    const inSight = (): Promise<boolean> =>
      chat.lastTurn.evaluate((turn) => {
        const frame = turn.closest('dialog')!;
        const below = turn.getBoundingClientRect().top - frame.querySelector('.title-bar')!.getBoundingClientRect().bottom;
        const atEnd = frame.scrollHeight - frame.clientHeight - frame.scrollTop < 2;
        return below > -2 && (below < 2 || atEnd);
      });
    await dialog().evaluate((frame) => (frame.scrollTop = 0));
    await page.getByRole('button', { name: 'Sluit', exact: true }).tap();
    await expect.poll(() => page.evaluate(() => history.state as unknown)).toBeNull();
    await open();
    expect(await scrollTop(page)).toBeGreaterThan(500);
    expect(await inSight()).toBe(true);
    await page.reload();
    await chat.input.waitFor();
    expect(await chat.turns.count()).toBe(3);
    await expect.poll(inSight).toBe(true);
    expect(await focused(page)).not.toBe('question');
    await page.goBack();
    expect([await dialog().isVisible(), page.url()]).toEqual([false, `${host.origin}/`]);
  });

  it('has new, keep and wipe in reach however long the conversation is', async () => {
    await page.goto(host.origin);
    await talk();
    await dialog().evaluate((frame) => (frame.scrollTop = frame.scrollHeight));
    const menu = page.getByRole('button', { name: 'Gesprek bewaren of wissen' });
    const box = (await menu.boundingBox())!;
    expect(box.y).toBeLessThan(60);
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(40);
    await menu.tap();
    for (const name of ['Nieuw gesprek', 'Wis gesprek', 'Download als Word']) await page.getByRole('button', { name }).tap({ trial: true });
    // What the open menu covers in part is not to be hit now.
    expect((await axeViolations(page)).filter((violation) => !violation.startsWith('target-size'))).toEqual([]);
    expect((await smallTargets(page)).filter((target) => !target.includes('host-button'))).toEqual([]);
    await page.keyboard.press('Escape');
    expect([await page.getByRole('button', { name: 'Wis gesprek' }).count(), await dialog().isVisible()]).toEqual([0, true]);
  });

  it.each([['Wis gesprek', 'Het gesprek is gewist.'], ['Nieuw gesprek', 'Het vorige gesprek is weg.']])('%s can be undone, and is gone from the tab at once', async (action, message) => {
    await page.goto(host.origin);
    await talk();
    await chat.input.fill('Nog niet verstuurd');
    await page.getByRole('button', { name: 'Gesprek bewaren of wissen' }).tap();
    await page.getByRole('button', { name: action }).tap();
    expect(await chat.turns.count()).toBe(0);
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('vraag');
    await expect.poll(() => chat.status.textContent()).toBe(`${message} U kunt dit 10 seconden ongedaan maken.`);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Maak ongedaan' }).tap();
    expect(await chat.turns.count()).toBe(3);
    expect(await chat.input.inputValue()).toBe('Nog niet verstuurd');
    expect(await focused(page)).toContain('Derde vraag');
    await expect.poll(() => chat.status.textContent()).toBe('Uw gesprek is terug.');
    await page.reload();
    await chat.lastTurn.waitFor();
    expect(await chat.turns.count()).toBe(3);
  });

  it('what was wiped is gone after ten seconds, or with the next question; a focus on the button keeps it', async () => {
    await page.clock.install();
    await page.goto(host.origin);
    await open();
    const undo = page.getByRole('button', { name: 'Maak ongedaan' });
    const wipe = async (): Promise<void> => {
      await chat.ask('Een vraag');
      await chat.actions.waitFor();
      await page.getByRole('button', { name: 'Gesprek bewaren of wissen' }).tap();
      await page.getByRole('button', { name: 'Wis gesprek' }).tap();
      await undo.waitFor();
    };
    await wipe();
    await page.clock.runFor(9_000);
    await undo.focus();
    await page.clock.runFor(60_000);
    expect(await undo.count()).toBe(1);
    await chat.input.focus();
    await page.clock.runFor(9_000);
    expect(await undo.count()).toBe(1);
    await page.clock.runFor(1_500);
    expect(await undo.count()).toBe(0);
    await wipe();
    await chat.ask('Een nieuwe vraag');
    expect(await undo.count()).toBe(0);
  });

  it('an answer that was being made when it was wiped says nothing and comes back as stopped', async () => {
    await page.goto(host.origin);
    await open();
    await chat.ask('Dit blijft lopen');
    await chat.lastTurn.locator('.prose p').first().waitFor();
    await page.getByRole('button', { name: 'Gesprek bewaren of wissen' }).tap();
    await page.getByRole('button', { name: 'Wis gesprek' }).tap();
    await expect.poll(() => app.services.stopped).toContain('Dit blijft lopen');
    await page.waitForTimeout(400);
    expect(await chat.status.textContent()).toContain('Het gesprek is gewist.');
    await page.getByRole('button', { name: 'Maak ongedaan' }).tap();
    expect(await chat.lastTurn.textContent()).toContain('U hebt dit antwoord gestopt.');
    await chat.askAndWait('Volgende vraag');
    expect(errors).toEqual([]);
  });
});

describe.skipIf(!hasChromium)('the widget beside a page', () => {
  let app: RunningApp;
  let host: HostPage;
  let page: Page;
  let chat: ChatPage;

  beforeAll(async () => {
    host = await startHostPage(() => app.address);
  });
  afterAll(() => host?.close());
  visitEach(() => startApp({ allowedOrigins: [host.origin] }), (visit) => ({ app, page, chat } = visit));

  it('leaves the history of a wide page alone', async () => {
    await page.goto(host.origin);
    const entries = await page.evaluate(() => history.length);
    await page.getByRole('button', { name: 'Stel een vraag over bekostiging' }).click();
    await chat.askAndWait('Wie mag PGAZ declareren?');
    await chat.markers.first().click();
    await chat.source.locator('mark').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => [history.length, history.state as unknown])).toEqual([entries, null]);
  });

  it('keeps its row of buttons at the top of a long conversation on the page itself', async () => {
    await page.goto(`${app.address}/`);
    for (const question of ['Eerste vraag', 'Tweede vraag', 'Derde vraag']) await chat.askAndWait(question);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    expect((await page.getByRole('button', { name: 'Wis gesprek' }).boundingBox())!.y).toBeLessThan(20);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
  });
});
