import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { quantile } from '../statistics/quantile.ts';
import { atMost, compared, type Figure } from './figure.ts';
import { startRealServer } from './real-server.ts';

const PROJECT = resolve(import.meta.dirname, '..', '..');
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
/** Of each page, in turn, each in a fresh window. */
const RUNS = 15;
/** As an old phone beside this computer. */
const THROTTLE = 4;
/** Until nothing has moved for so long a page counts as loaded. */
const SETTLE_MS = 500;

/** What the widget costs a page of somebody else: bytes over the wire, and the main thread's time before it is opened. */
export async function measureWidget(): Promise<Figure[]> {
  if (!existsSync(CHROMIUM)) {
    console.error(`Geen Chromium op ${CHROMIUM}; de widget wordt niet gemeten. Zet het pad in CHROMIUM_PATH.`);
    return [];
  }
  execFileSync(process.execPath, [resolve(PROJECT, 'node_modules/vite/bin/vite.js'), 'build', '-c', 'web/vite.config.ts'], { cwd: PROJECT, stdio: 'inherit' });
  let widget = '';
  const host = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    response.end(hostPage(Number(searchParams.get('delen')), pathname === '/met' ? widget : ''));
  });
  host.listen(0, 'localhost');
  await once(host, 'listening');
  const origin = `http://localhost:${(host.address() as AddressInfo).port}`;
  const server = await startRealServer({ ALLOWED_ORIGINS: origin });
  const address = server.address.replace('127.0.0.1', 'localhost');
  widget = `<script type="module" src="${address}/widget.js"></script><bekostigings-wijzer mode="bubble"></bekostigings-wijzer>`;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const { closedBytes, openBytes } = await visit(browser, `${origin}/met?delen=1`, address);
    const small = await ratio(browser, origin, 1);
    const ordinary = await ratio(browser, origin, 20);
    const count = `${RUNS} visits each, processor ${THROTTLE} × slower`;
    return [
      compared('small page without widget, main thread', small.without, 'ms', count),
      atMost('small page, main thread before opening: with widget ÷ without', small.with / small.without, 1.2, '×', count),
      compared('page of ordinary length without widget, main thread', ordinary.without, 'ms', count),
      atMost('page of ordinary length, the same', ordinary.with / ordinary.without, 1.2, '×', count),
      atMost('widget over the wire before opening, headers included', closedBytes / 1000, 5, 'kB', '1 visit'),
      atMost('widget over the wire after opening, headers included', openBytes / 1000, 45, 'kB', '1 visit'),
    ];
  } finally {
    await browser.close();
    await server.stop();
    host.closeAllConnections();
    host.close();
  }
}

/** Milliseconds of the main thread, of the least disturbed quarter of the visits. */
async function ratio(browser: Browser, origin: string, sections: number): Promise<{ without: number; with: number }> {
  const [without, withIt]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    without.push((await visit(browser, `${origin}/zonder?delen=${sections}`)).taskMs);
    withIt.push((await visit(browser, `${origin}/met?delen=${sections}`)).taskMs);
  }
  return { without: quantile(without, 0.25), with: quantile(withIt, 0.25) };
}

interface Visit {
  taskMs: number;
  closedBytes: number;
  openBytes: number;
}

/** Loads a page in a fresh window; with `server` also opens the widget and counts what that server sent. */
async function visit(browser: Browser, address: string, server?: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const tools = await context.newCDPSession(page);
    const received = server === undefined ? () => 0 : await countBytes(tools, server);
    // The processor's time, not the clock's: what else the computer does is not the widget's doing.
    await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await tools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.waitForTimeout(SETTLE_MS);
    const { metrics } = await tools.send('Performance.getMetrics');
    const closedBytes = received();
    if (server !== undefined) await openWidget(page);
    return { taskMs: 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN), closedBytes, openBytes: received() };
  } finally {
    await context.close();
  }
}

async function openWidget(page: Page): Promise<void> {
  await page.locator('bekostigings-wijzer button').click();
  await page.locator('bekostigings-wijzer textarea').waitFor();
  await page.waitForTimeout(SETTLE_MS);
}

/** @returns what says how many bytes a server has sent so far */
async function countBytes(tools: CDPSession, server: string): Promise<() => number> {
  const ofServer = new Set<string>();
  let bytes = 0;
  tools.on('Network.requestWillBeSent', ({ requestId, request }) => request.url.startsWith(server) && ofServer.add(requestId));
  tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => (bytes += ofServer.has(requestId) ? encodedDataLength : 0));
  await tools.send('Network.enable');
  return () => bytes;
}

/** A page with a style of its own: a heading and a paragraph a section; from the second section on also a list of links. */
function hostPage(sections: number, widget: string): string {
  const style = 'html{font-size:62.5%}body{max-width:90rem;margin:0 auto;padding:2rem;font:1.8rem/1.6 Georgia,"Liberation Serif",serif;color:#222}header{border-bottom:.4rem solid #8a1538;font-weight:bold}';
  const text = 'Op deze pagina leest u hoe ons ziekenhuis samenwerkt met huisartsen, fysiotherapeuten en de gemeente. ';
  const links = Array.from({ length: 24 }, (_, n) => `<li><a href="/pagina-${n}">Onderwerp ${n}</a></li>`).join('');
  const body = Array.from({ length: sections }, (_, n) => `<section><h2>Afdeling ${n + 1}</h2><p>${text.repeat(4)}</p>${n > 0 ? `<ul>${links}</ul>` : ''}</section>`).join('');
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Ziekenhuis</title><style>${style}</style></head><body><header><p>Ziekenhuis</p></header><main><h1>Samenwerken</h1>${body}${widget}</main></body></html>`;
}
