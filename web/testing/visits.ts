import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { consoleErrors, launchBrowser } from './browser.ts';
import { ChatPage } from './chat-page.ts';

export interface Visit<App> {
  app: App;
  browser: Browser;
  context: BrowserContext;
  page: Page;
  /** The chat on the page. */
  chat: ChatPage;
  /** What the console has complained about so far. */
  errors: string[];
}

/**
 * Sets up the tests of a block: one application and one browser for all, a window of its own for each.
 * @param begin takes the visit over before each test
 * @param settings of the window that differ
 */
export function visitEach<App extends { close: () => Promise<void> }>(
  start: () => Promise<App>,
  begin: (visit: Visit<App>) => void,
  settings: BrowserContextOptions = {},
): void {
  let app: App | undefined;
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;

  beforeAll(async () => {
    app = await start();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  beforeEach(async () => {
    context = await browser!.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 800 }, ...settings });
    const page = await context.newPage();
    begin({ app: app!, browser: browser!, context, page, chat: new ChatPage(page), errors: consoleErrors(page) });
  });
  afterEach(() => context?.close());
}
