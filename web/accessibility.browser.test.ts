import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, sidewaysScroll, smallTargets, tabThrough } from './testing/accessibility-checks.ts';
import { hasChromium, launchBrowser } from './testing/browser.ts';
import { ChatPage } from './testing/chat-page.ts';
import { startApp, type RunningApp } from './testing/start-app.ts';

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

const themes: Record<string, Media> = {
  light: { colorScheme: 'light', contrast: 'no-preference' },
  dark: { colorScheme: 'dark', contrast: 'no-preference' },
  'high contrast': { colorScheme: 'light', contrast: 'more' },
};
const widths = [1280, 320];

/** Ways to bring each state of the product about. */
const states: Record<string, (page: Page, address: string) => Promise<void>> = {
  'chat, empty': async (page, address) => {
    await page.goto(`${address}/`);
    await new ChatPage(page).input.waitFor();
  },
  'chat, busy': async (page, address) => {
    await page.goto(`${address}/`);
    await new ChatPage(page).ask('Dit blijft lopen');
    await new ChatPage(page).markers.nth(2).waitFor();
  },
  'chat, answered': async (page, address) => {
    await page.goto(`${address}/`);
    await new ChatPage(page).askAndWait('Wie mag PGAZ declareren?');
    await new ChatPage(page).askAndWait('En hoe lang?');
    await new ChatPage(page).lastTurn.getByRole('button', { name: 'Nee, dit klopt niet' }).click();
    // At the end, where neither bar covers half of a button.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  },
  'chat, not in the sources': async (page, address) => {
    await page.goto(`${address}/`);
    await new ChatPage(page).askAndWait('Wat wordt het weer?');
    // At the end, where the bar with the question field covers no half of a button.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  },
  'chat, error': async (page, address) => {
    await page.goto(`${address}/`);
    await new ChatPage(page).askAndWait('Dit gaat fout');
  },
  'chat, patient data': async (page, address) => {
    await page.goto(`${address}/`);
    await new ChatPage(page).ask('Mag overleg over mevrouw Jansen?');
    await page.locator('.patient-data').waitFor();
  },
  'chat, source open': async (page, address) => {
    await page.goto(`${address}/`);
    await new ChatPage(page).askAndWait('Wie mag PGAZ declareren?');
    await new ChatPage(page).markers.first().click();
    await new ChatPage(page).source.locator('mark').waitFor();
  },
  'check, first question': async (page, address) => {
    await page.goto(`${address}/check`);
    await page.locator('.answer-button').first().waitFor();
  },
  'check, question asked again': async (page, address) => {
    await page.goto(`${address}/check#onderwerp=groep&alVergoed=nee&vraag=onderwerp`);
    await page.locator('.given').waitFor();
  },
  'check, result': async (page, address) => {
    await page.goto(`${address}/check#onderwerp=groep&alVergoed=nee&overeenkomst=weet-niet`);
    await page.locator('#check-result').waitFor();
    for (const summary of await page.locator('summary').all()) if (await summary.isVisible()) await summary.click();
    await page.getByRole('button', { name: /Wat verandert dit/ }).click();
    await page.locator('.effect-answer').first().waitFor();
  },
  calculator: async (page, address) => {
    await page.goto(`${address}/check/verdeling`);
    await page.getByRole('button', { name: 'Vul het voorbeeld' }).click();
    await page.getByRole('button', { name: 'Reken uit' }).click();
    await page.locator('.allocation-result').waitFor();
  },
  sources: (page, address) => page.goto(`${address}/bronnen`).then(() => undefined),
  'source, with a quote': async (page, address) => {
    await page.goto(`${address}/bronnen/handleiding-pgaz-2024#q=Het%20experiment%20eindigt%20daarom%20uiterlijk`);
    await page.locator('mark').waitFor();
  },
  'accessibility statement': (page, address) => page.goto(`${address}/toegankelijkheid`).then(() => undefined),
  'page for site owners': (page, address) => page.goto(`${address}/voor-uw-site`).then(() => undefined),
  'unknown page': (page, address) => page.goto(`${address}/bestaat-niet`).then(() => undefined),
};

describe.skipIf(!hasChromium)('accessibility', () => {
  let app: RunningApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    // Without motion nothing is half faded in when axe measures contrast.
    context = await browser.newContext({ locale: 'nl-NL', reducedMotion: 'reduce' });
    context.setDefaultTimeout(10_000);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const fresh = async (width: number, media: Media = {}): Promise<void> => {
    await page.goto('about:blank');
    await page.setViewportSize({ width, height: width === 320 ? 640 : 800 });
    await page.emulateMedia(media);
  };
  const start = async (state: (page: Page, address: string) => Promise<void>): Promise<void> => {
    await page.goto(`${app.address}/icoon.svg`);
    await page.evaluate(() => sessionStorage.clear());
    await state(page, app.address);
  };

  describe.each(Object.entries(states))('%s', (_name, state) => {
    it.each(widths)('has no violations, small targets or sideways scroll at %i px, in any theme', async (width) => {
      await fresh(width, themes['light']);
      await start(state);
      for (const [theme, media] of Object.entries(themes)) {
        await page.emulateMedia(media);
        expect([theme, await axeViolations(page)]).toEqual([theme, []]);
      }
      expect(await smallTargets(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    });

    it('shows the focus at every stop of the Tab key, and comes out again', async () => {
      await fresh(1280, themes['light']);
      await start(state);
      const stops = await tabThrough(page);
      expect(stops.length).toBeGreaterThan(3);
      expect(stops.filter(({ visible, uncovered }) => !visible || !uncovered)).toEqual([]);
      expect(stops.length).toBeLessThan(80);
    });
  });

  it('loses no text and needs no sideways scroll with more space in the text (WCAG 1.4.12)', async () => {
    for (const name of ['chat, answered', 'check, result', 'calculator']) {
      await fresh(320);
      await start(states[name]!);
      const clipped = await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
        const found: string[] = [];
        const visit = (root: Document | ShadowRoot): void => {
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
          for (const element of root.querySelectorAll<HTMLElement>('*')) if (element.shadowRoot) visit(element.shadowRoot);
        };
        visit(document);
        const check = (root: ParentNode): void => {
          for (const element of root.querySelectorAll<HTMLElement>('*')) {
            if (element.shadowRoot) check(element.shadowRoot);
            const { overflow, overflowX } = getComputedStyle(element);
            const clips = overflow === 'hidden' || overflowX === 'hidden';
            if (clips && !element.matches('.visually-hidden, .field-buttons span, .citation-bar span') && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) found.push(element.outerHTML.slice(0, 80));
          }
        };
        check(document);
        return found;
      });
      expect([name, clipped, await sidewaysScroll(page)]).toEqual([name, [], 0]);
    }
  });

  it('fits 400 % zoom: 320 by 256 pixels, with the question field in reach', async () => {
    await page.setViewportSize({ width: 320, height: 256 });
    await start(states['chat, answered']!);
    expect(await sidewaysScroll(page)).toBe(0);
    await new ChatPage(page).input.scrollIntoViewIfNeeded();
    expect(await page.locator('.foot').evaluate((foot) => getComputedStyle(foot).position)).toBe('static');
  });

  it('shows buttons, states and marks in forced colours', async () => {
    await fresh(1280, { forcedColors: 'active' });
    await start(states['chat, source open']!);
    const look = await page.evaluate(() => {
      const root = document.querySelector('bekostigings-wijzer')?.shadowRoot;
      const style = (selector: string): CSSStyleDeclaration => getComputedStyle(root!.querySelector(selector)!);
      return { send: style('.send').borderTopStyle, marker: style('.marker').borderTopStyle, mark: style('mark').backgroundColor, panel: style('.source-panel').backgroundColor };
    });
    expect(look.send).toBe('solid');
    expect(look.marker).toBe('solid');
    expect(look.mark).not.toBe(look.panel);
    await page.emulateMedia({ forcedColors: 'none' });
  });

  it('moves nothing when motion is off, and something when it is on', async () => {
    await fresh(1280, { reducedMotion: 'reduce' });
    await start(states['chat, busy']!);
    const animations = () => page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
    const animationName = () => page.locator('.dots span').first().evaluate((dot) => getComputedStyle(dot).animationName);
    expect(await animations()).toBe(0);
    expect(await animationName()).toBe('none');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await animationName()).not.toBe('none');
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });

  it('does a whole journey with the keyboard alone', async () => {
    await fresh(1280, themes['light']);
    await start(states['chat, empty']!);
    const chat = new ChatPage(page);
    const press = async (key: string, times = 1): Promise<void> => {
      for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
    };
    const focused = () => page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.getAttribute('aria-label') ?? active?.textContent.trim() ?? '';
    });
    const tabTo = async (name: string): Promise<void> => {
      for (let tab = 0; tab < 40 && !(await focused()).startsWith(name); tab += 1) await press('Tab');
      expect(await focused()).toContain(name);
    };
    await press('Tab');
    expect(await focused()).toBe('Ga naar de inhoud');
    await tabTo('Wat is PGAZ');
    await press('Enter');
    await chat.actions.waitFor();
    await page.keyboard.press('Shift+Tab');
    for (let tab = 0; tab < 40 && !(await focused()).startsWith('Bron 2'); tab += 1) await press('Shift+Tab');
    await press('Enter');
    await chat.source.locator('mark').waitFor();
    expect(await focused()).toContain('Handleiding');
    await tabTo('Sluit bron');
    await press('Enter');
    expect(await focused()).toContain('Bron 2');
    await tabTo('Ja, dit klopt');
    await press('Space');
    await chat.lastTurn.locator('.feedback-done').waitFor();
  });
});
