import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasChromium, launchBrowser } from './testing/browser.ts';
import { ChatPage } from './testing/chat-page.ts';
import { startApp, type RunningApp } from './testing/start-app.ts';

interface TraceEvent {
  name: string;
  args?: { data?: Record<string, unknown> };
}

/** How much work the chat makes for a browser, in counts: a clock would measure what else the machine does. */
describe.skipIf(!hasChromium)('work for the browser', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  beforeEach(async () => {
    page = await (await browser.newContext({ viewport: { width: 360, height: 640 } })).newPage();
  });
  afterEach(() => page.context().close());

  it('the chat page is small and does not shift while it loads', async () => {
    await browser.startTracing(page, { categories: ['loading', 'devtools.timeline'] });
    await page.goto(`${app.address}/`, { waitUntil: 'networkidle' });
    await page.evaluate(() => customElements.whenDefined('bekostigings-wijzer'));
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
    expect(traceEvents.filter(({ name }) => name === 'LayoutShift').map(({ args }) => args?.data?.['score'])).toEqual([]);
    const elements = await page.evaluate(() => {
      const count = (root: ParentNode): number => [...root.querySelectorAll('*')].reduce((sum, { shadowRoot }) => sum + 1 + (shadowRoot ? count(shadowRoot) : 0), 0);
      return count(document);
    });
    expect(elements).toBeLessThan(250);
  });

  it('shows a first sign with the click itself', async () => {
    await page.goto(`${app.address}/`);
    await new ChatPage(page).input.fill('Dit is traag');
    // The check for patient data comes with the first key, long before anybody sends.
    await page.waitForLoadState('networkidle');
    const shown = await page.evaluate(() => {
      const root = document.querySelector('bekostigings-wijzer')?.shadowRoot;
      root?.querySelector('form')?.requestSubmit();
      return Boolean(root?.querySelector('.turn .working'));
    });
    expect(shown).toBe(true);
  });

  it('lays an answer out once a frame at most, however many pieces come together', async () => {
    await page.goto(`${app.address}/`);
    const piece = (n: number): string => `event: block\ndata: ${JSON.stringify({ block: { type: 'gap', question: `Vraag ${n}?` } })}\n\n`;
    const body = Array.from({ length: 200 }, (_, n) => piece(n)).join('');
    await page.route('**/api/v1/ask', (route) => route.fulfill({ contentType: 'text/event-stream', body }));
    const chat = new ChatPage(page);
    await chat.input.fill('Gewone vraag');
    await page.evaluate(() => {
      const counted = window as unknown as { frames: number; updates: number };
      Object.assign(counted, { frames: 0, updates: 0 });
      const frame = (): void => {
        counted.frames += 1;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
      const log = document.querySelector('bekostigings-wijzer')?.shadowRoot?.querySelector('.turns');
      const isText = ({ target }: MutationRecord): boolean => target instanceof Element && target.classList.contains('prose');
      if (log) new MutationObserver((records) => (counted.updates += records.some(isText) ? 1 : 0)).observe(log, { childList: true, subtree: true });
    });
    await chat.send.click();
    await chat.lastTurn.locator('.failed').waitFor();
    expect(await chat.lastTurn.locator('.prose p').count()).toBe(200);
    const { frames, updates } = await page.evaluate(() => {
      const { frames, updates } = window as unknown as { frames: number; updates: number };
      return { frames, updates };
    });
    expect(updates).toBeGreaterThan(0);
    // Before the first frame, with each frame, and at the end.
    expect(updates).toBeLessThanOrEqual(frames + 2);
    expect(updates).toBeLessThan(50);
  });

  it('sends no request before the first question, and fetches the lazy parts only when they are used', async () => {
    const paths: string[] = [];
    page.on('request', (request) => paths.push(new URL(request.url()).pathname));
    await page.goto(`${app.address}/`, { waitUntil: 'networkidle' });
    expect(paths.map((path) => path.replace(/-[\w-]{8}\./, '.')).sort()).toEqual(['/', '/icoon.svg', '/style.css', '/widget-chat.js', '/widget.js'].sort());
  });
});
