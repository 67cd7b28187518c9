import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { examplePage } from '../example/example-page.ts';
import { launchBrowser } from './browser.ts';
import { ChatPage } from './chat-page.ts';
import { smallPng } from './small-png.ts';
import { closeAll, listen, startApp } from './start-app.ts';
import { hasIndex, startRealApp } from './start-real-app.ts';

/**
 * `npm run screenshots`: every page and state at 320, 768 and 1280 pixels, in `docs/screenshots`. Answers and outcomes come
 * from the real index where there is one; states that the real server rarely shows come from the fake one.
 * Git keeps only those that the README shows (see `.gitignore`).
 */
const folder = resolve(import.meta.dirname, '../../docs/screenshots');
const widths = [320, 768, 1280];

type Scene = (page: Page, addresses: { real: string; fake: string; host: string }) => Promise<void>;

const ask = async (page: Page, question: string): Promise<ChatPage> => {
  const chat = new ChatPage(page);
  await chat.askAndWait(question);
  return chat;
};
const result = '#onderwerp=groep&sector=verpleging-verzorging&domein=zvw&pgazOvereenkomst=voornemen&oiOvereenkomst=nee&adzOvereenkomst=nee&conformBeschikking=weet-niet&zorgbehoefteVastgesteld=ja&complexiteit=ja&meerdereSectoren=ja&tenDienstVanZvwZorg=ja&verzekerdenInZorg=ja&alVergoed=nee&huisartsenDoenMee=nee&eigenAdzPrestatie=nee';

const scenes: Record<string, Scene> = {
  'chat-leeg': async (page, { real }) => void (await page.goto(`${real}/`)),
  'chat-antwoord': async (page, { real }) => {
    await page.goto(`${real}/`);
    await ask(page, 'Betaalt de verzekerde eigen risico voor overleg over een groep?');
  },
  'chat-bron': async (page, { real }) => {
    await page.goto(`${real}/`);
    const chat = await ask(page, 'Betaalt de verzekerde eigen risico voor overleg over een groep?');
    await chat.markers.first().click();
    await chat.source.locator('mark').first().waitFor();
  },
  'chat-bezig': async (page, { fake }) => {
    await page.goto(`${fake}/`);
    await new ChatPage(page).ask('Hoe lang loopt het experiment? (Dit blijft lopen.)');
    await new ChatPage(page).markers.nth(2).waitFor();
  },
  'chat-niet-in-bronnen': async (page, { fake }) => {
    await page.goto(`${fake}/`);
    await ask(page, 'Staat het tarief van 2027 niet in de bronnen?');
  },
  'chat-fout': async (page, { fake }) => {
    await page.goto(`${fake}/`);
    await page.route('**/api/v1/ask', (route) => route.abort(), { times: 1 });
    await ask(page, 'Wie mag PGAZ declareren?');
  },
  'chat-patientgegevens': async (page, { fake }) => {
    await page.goto(`${fake}/`);
    await new ChatPage(page).ask('Mag overleg over mevrouw Jansen, geboren 3-4-1950, apart betaald worden?');
    await page.locator('.patient-data').waitFor();
  },
  'controle-vraag': async (page, { real }) => {
    await page.goto(`${real}/check#domein=zvw&onderwerp=groep`);
    await page.locator('.answer-button').nth(3).waitFor();
  },
  'controle-uitkomst': async (page, { real }) => {
    await page.goto(`${real}/check${result}`);
    await page.locator('#check-result').waitFor();
  },
  verdelen: async (page, { real }) => {
    await page.goto(`${real}/check/verdeling`);
    await page.getByRole('button', { name: 'Vul het voorbeeld' }).click();
    await page.getByRole('button', { name: 'Reken uit' }).click();
    await page.locator('.allocation-result').waitFor();
  },
  plan: async (page, { real }) => {
    await page.goto(`${real}/plan#deelnemer=4*huisartsen*sector.huisartsenzorg*domein.zvw&deelnemer=1*psycholoog*sector.ggz*domein.zvw&deelnemer=1*gemeente*domein.sociaal-domein&onderwerp=groep`);
    await page.locator('#plan-result').waitFor();
  },
  betaalroutes: async (page, { real }) => void (await page.goto(`${real}/routes`)),
  'betaalroute-pgaz': async (page, { real }) => void (await page.goto(`${real}/routes/pgaz`)),
  bronnen: async (page, { real }) => void (await page.goto(`${real}/bronnen`)),
  bron: async (page, { real }) => {
    await page.goto(`${real}/bronnen/handleiding-pgaz-2024#q=Het%20experiment%20eindigt%20daarom%20uiterlijk%20op%201%20mei%202029.`);
    await page.locator('mark').waitFor();
  },
  toegankelijkheid: async (page, { real }) => void (await page.goto(`${real}/toegankelijkheid`)),
  'widget-bij-ziekenhuis': async (page, { host }) => {
    await page.goto(host);
    await page.getByRole('button', { name: 'Stel een vraag over bekostiging' }).click();
    await ask(page, 'Wie mag PGAZ declareren?');
  },
};

/** The main state once more in the dark and in high contrast. */
const themed = { 'chat-antwoord-donker': { colorScheme: 'dark' as const }, 'chat-antwoord-contrast': { contrast: 'more' as const } };

const host = await listen(
  createServer((request, response) => {
    if (request.url === '/host.css') return void response.setHeader('Content-Type', 'text/css').end(readFileSync(resolve(import.meta.dirname, '../example/host.css')));
    const { html, headers } = examplePage({ server: fake.address, mode: 'bubble' });
    response.writeHead(200, headers).end(html);
  }),
);
const hostAddress = `http://localhost:${(host.address() as AddressInfo).port}`;
const fake = await startApp({ allowedOrigins: [hostAddress] });
const real = hasIndex ? await startRealApp() : fake;
const browser = await launchBrowser();
const studio = await browser.newPage();
const addresses = { real: real.address, fake: fake.address, host: hostAddress };

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const width of widths) {
  const take = async (name: string, scene: Scene, media: Parameters<Page['emulateMedia']>[0] = {}): Promise<void> => {
    const context = await browser.newContext({ locale: 'nl-NL', viewport: { width, height: width === 320 ? 640 : 800 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.emulateMedia(media);
    await scene(page, addresses);
    await page.waitForTimeout(150);
    writeFileSync(resolve(folder, `${name}-${width}.png`), await smallPng(studio, await page.screenshot({ scale: 'css' })));
    await context.close();
  };
  for (const [name, scene] of Object.entries(scenes)) await take(name, scene);
  for (const [name, media] of Object.entries(themed)) await take(name, scenes['chat-antwoord']!, media);
}

await browser.close();
if (real !== fake) await real.close();
await fake.close();
await closeAll(host);
const files = readdirSync(folder);
const kilobytes = files.reduce((sum, file) => sum + statSync(resolve(folder, file)).size, 0) / 1024;
console.log(`${files.length} afbeeldingen in docs/screenshots, samen ${Math.round(kilobytes)} kB.`);
process.exit(0);
