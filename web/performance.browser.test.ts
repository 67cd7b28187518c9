import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, launchBrowser } from './testing/browser.ts';
import { ChatPage } from './testing/chat-page.ts';
import { startApp, type RunningApp } from './testing/start-app.ts';

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  args?: { data?: Record<string, unknown> };
}

describe.skipIf(!hasChromium)('speed', () => {
  let app: RunningApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** Chromium's own account of a page load. */
  async function trace(path: string, slowdown: number): Promise<TraceEvent[]> {
    const page = await (await browser.newContext({ viewport: { width: 360, height: 640 } })).newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await browser.startTracing(page, { categories: ['loading', 'devtools.timeline', 'blink.user_timing', 'disabled-by-default-lighthouse'] });
    await page.goto(app.address + path);
    await page.evaluate(() => customElements.whenDefined('bekostigings-wijzer').then(() => performance.mark('usable')));
    await page.waitForTimeout(500);
    const buffer = await browser.stopTracing();
    await page.context().close();
    return (JSON.parse(buffer.toString()) as { traceEvents: TraceEvent[] }).traceEvents;
  }

  it('the chat page does not shift, and is usable with no long task after 1 s on a CPU four times slower', async () => {
    // Whatever else the machine does can only make a load slower: the best of three is the page's own time.
    let bestMs = Infinity;
    for (let load = 0; load < 3 && bestMs >= 1000; load += 1) {
      const events = await trace('/', 4);
      expect(events.filter(({ name }) => name === 'LayoutShift').map(({ args }) => args?.data?.['score'])).toEqual([]);
      const start = Math.min(...events.filter(({ name }) => name === 'navigationStart').map(({ ts }) => ts));
      const usable = events.find(({ name }) => name === 'usable');
      const longTasks = events.filter(({ name, dur = 0, ts }) => name === 'RunTask' && dur > 50_000 && ts > start);
      bestMs = Math.min(bestMs, Math.max(usable?.ts ?? Infinity, ...longTasks.map(({ ts, dur = 0 }) => ts + dur)) / 1000 - start / 1000);
    }
    expect(bestMs).toBeLessThan(1000);
  });

  it('shows a first sign within two frames after sending (at 60 a second: 33 ms)', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${app.address}/`);
    const chat = new ChatPage(page);
    await chat.input.fill('Dit is traag');
    const shown = await page.evaluate(async () => {
      const root = document.querySelector('bekostigings-wijzer')?.shadowRoot;
      root?.querySelector('form')?.requestSubmit();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return Boolean(root?.querySelector('.turn .working'));
    });
    expect(shown).toBe(true);
    await page.context().close();
  });

  it('sends no request before the first question, and fetches the lazy parts only when they are used', async () => {
    const page = await (await browser.newContext()).newPage();
    const paths: string[] = [];
    page.on('request', (request) => paths.push(new URL(request.url()).pathname));
    await page.goto(`${app.address}/`, { waitUntil: 'networkidle' });
    expect(paths.map((path) => path.replace(/-[\w-]{8}\./, '.')).sort()).toEqual(['/', '/icoon.svg', '/style.css', '/widget.js'].sort());
    await page.context().close();
  });
});
