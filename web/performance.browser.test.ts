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
    const events = await trace('/', 4);
    const shifts = events.filter(({ name }) => name === 'LayoutShift').map(({ args }) => args?.data?.['score']);
    expect(shifts).toEqual([]);
    const start = Math.min(...events.filter(({ name }) => name === 'navigationStart').map(({ ts }) => ts));
    const usable = events.find(({ name }) => name === 'usable');
    const longTasks = events.filter(({ name, dur = 0, ts }) => name === 'RunTask' && dur > 50_000 && ts > start);
    const interactiveAt = Math.max(usable?.ts ?? Infinity, ...longTasks.map(({ ts, dur = 0 }) => ts + dur));
    expect((interactiveAt - start) / 1000).toBeLessThan(1000);
  });

  it('shows a first sign within 100 ms after sending', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${app.address}/`);
    const chat = new ChatPage(page);
    await chat.input.fill('Dit is traag');
    const delayMs = await page.evaluate(async () => {
      const root = document.querySelector('bekostigings-wijzer')?.shadowRoot;
      const from = performance.now();
      root?.querySelector('form')?.requestSubmit();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return root?.querySelector('.turn .working') ? performance.now() - from : Infinity;
    });
    expect(delayMs).toBeLessThan(100);
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
