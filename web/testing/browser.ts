import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Where Chromium is; another place can be given in CHROMIUM_PATH. */
export const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

export const hasChromium = existsSync(chromiumPath);

if (!hasChromium) {
  console.warn(`Geen Chromium op ${chromiumPath}: de browsertests worden overgeslagen. Zet het pad in CHROMIUM_PATH.`);
}

export async function launchBrowser(): Promise<Browser> {
  // Chromium refuses its sandbox to root, as in a container.
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath: chromiumPath, args: asRoot ? ['--no-sandbox'] : [] });
}

/** Errors a user would see in the console, collected from the moment of the call. */
export function consoleErrors(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(String(error)));
  return found;
}
