import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteLink } from '../server/corpus/quote-link.ts';
import { hasChromium, launchBrowser } from './testing/browser.ts';
import { ChatPage } from './testing/chat-page.ts';
import { cite, documents } from './testing/fake-documents.ts';
import { startApp, type RunningApp } from './testing/start-app.ts';
import { xssPayloads } from './testing/xss-payloads.ts';

/** Elements and attributes that no page of ours may hold, anywhere in the page or its shadow roots. */
function foreignParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        const own = element.matches('head script[src^="/"][type=module], head link[href^="/"], head meta');
        if (!own && element.matches('script, iframe, object, embed, img, video, audio, style, base, meta, link, math, animate, use, template, noscript')) found.push(element.outerHTML.slice(0, 120));
        for (const { name, value } of element.attributes) {
          if (/^on/i.test(name) || name === 'style' || name === 'srcdoc' || /^\s*(javascript|data|vbscript):/i.test(value) && ['href', 'src', 'action', 'formaction'].includes(name)) found.push(`${element.tagName} ${name}=${value.slice(0, 80)}`);
        }
      }
    };
    visit(document);
    return found;
  });
}

describe.skipIf(!hasChromium)('text never becomes script', () => {
  let app: RunningApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let ran = 0;

  beforeAll(async () => {
    app = await startApp();
    browser = await launchBrowser();
    // The policy would stop most of these by itself; here it is off, so that the code has to.
    context = await browser.newContext({ locale: 'nl-NL', bypassCSP: true });
    context.setDefaultTimeout(10_000);
    await context.exposeFunction('xss', () => (ran += 1));
    page = await context.newPage();
    page.on('dialog', (dialog) => {
      ran += 1;
      void dialog.dismiss();
    });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it(`in question, answer, title, section, quote, notice and link: ${xssPayloads.length} payloads`, async () => {
    expect(xssPayloads.length).toBeGreaterThanOrEqual(50);
    await page.goto(`${app.address}/`);
    const chat = new ChatPage(page);
    const citation = cite(1, 'handleiding-pgaz-2024', 'Het experiment eindigt daarom uiterlijk op 1 mei 2029.');
    for (const payload of xssPayloads) {
      app.services.answerWith = {
        answer: payload,
        blocks: [
          { type: 'verdict', verdict: payload as 'ja' },
          { type: 'statement', role: 'answer', id: payload, text: payload, citations: [1] },
          { type: 'statement', role: 'limit', id: payload, text: payload, citations: [1] },
          { type: 'table', caption: payload, columns: [payload], rows: [{ aspect: payload, cells: [{ text: payload, citations: [1] }] }] },
          { type: 'quote', n: 1, source: payload, role: 'proof' },
          { type: 'quote', n: 1, source: payload },
          { type: 'gap', question: payload },
          { type: 'refusal', missing: payload, near: { id: payload, text: payload, citations: [1] }, turnTo: [{ name: payload, href: payload }], newest: payload, nearest: { documentId: payload, source: payload, published: payload, page: 1, section: payload, start: 0 } },
          { type: 'situation', understood: [payload], link: payload },
          { type: 'route', id: payload, title: payload, status: 'onbekend', open: [payload] },
          { type: 'notice', kind: 'source-kind', status: payload, text: payload },
          { type: 'notice', kind: 'superseded', source: payload, supersededOn: payload, supersededBy: payload },
          { type: 'term', term: payload, matched: payload, meaning: payload },
        ],
        citations: [{ ...citation, title: payload, publisher: payload, published: payload, section: payload, status: payload, quote: payload, href: 'javascript:xss()' }],
        notices: [payload],
        suggestions: [payload],
      };
      await chat.askAndWait(payload);
      const question = await chat.lastTurn.locator('.question span').last().textContent();
      expect(question?.replace(/\s+/g, ' ')).toBe(payload.replace(/\s+/g, ' ').trim());
    }
    for (const link of await page.locator('.prose a').all()) expect(await link.getAttribute('href')).toMatch(/^(https:|\/)/);
    await chat.markers.first().click();
    await chat.source.locator('.document').waitFor();
    expect(await foreignParts(page)).toEqual([]);
    await page.reload();
    await chat.lastTurn.waitFor();
    expect(await foreignParts(page)).toEqual([]);
    expect(ran).toBe(0);
  });

  it('in a conversation that somebody else put into storage', async () => {
    const turns = xssPayloads.map((payload, index) => ({
      id: `${index}${payload}`, question: payload, state: 'done', text: payload, citations: [],
      answer: { id: payload, outcome: payload, mode: payload, abstained: false, routes: [], notices: [payload] },
      // Some as an older version stored them, some with blocks that are none.
      ...(index % 3 === 0 && { blocks: [{ type: 'route', title: payload, status: payload, open: payload }, { type: payload }] }),
      ...(index % 3 === 1 && { blocks: [{ type: 'statement', text: payload, citations: [payload] }, { type: 'term', term: payload, matched: payload, meaning: payload }] }),
    }));
    await page.evaluate((stored) => sessionStorage.setItem('bekostigingswijzer:', stored), JSON.stringify(turns));
    await page.goto(`${app.address}/`);
    expect(await page.locator('.turn').count()).toBe(xssPayloads.length);
    expect(await foreignParts(page)).toEqual([]);
    expect(ran).toBe(0);
  });

  it('in a source: title, facts, headings and text', async () => {
    const base = documents[0]!;
    const text = xssPayloads.join('\n\n');
    const bad = { ...base, id: 'bad', title: xssPayloads[0]!, publisher: xssPayloads[2]!, published: xssPayloads[26]!, kind: xssPayloads[5]!, status: xssPayloads[24]!, licence: xssPayloads[25]!, address: 'javascript:xss()', text, pageStarts: [0], blocks: undefined };
    app.services.documents = { list: () => [bad], get: () => bad };
    for (const path of ['/bronnen', '/bronnen/bad', quoteLink({ documentId: 'bad', start: 0, end: 24, quote: xssPayloads[0]! }), `/bronnen/bad?q=${encodeURIComponent(xssPayloads[2]!)}`, `/bronnen/bad?q=${encodeURIComponent('"><img src=x onerror=xss()>zz')}`]) {
      await page.goto(app.address + path);
      expect([path, await foreignParts(page)]).toEqual([path, []]);
    }
    expect(ran).toBe(0);
  });

  it('in a form without JavaScript and in the address of the check', async () => {
    for (const payload of xssPayloads.slice(0, 30)) {
      const html = await (await context.request.post(`${app.address}/`, { form: { vraag: payload } })).text();
      expect(html).not.toContain(payload.startsWith('<') ? payload : `"${payload}`);
    }
    await page.goto(`${app.address}/check#${xssPayloads.map((payload) => `onderwerp=${encodeURIComponent(payload)}&${encodeURIComponent(payload)}=1`).join('&')}`);
    await page.locator('.answer-button').first().waitFor();
    expect(await foreignParts(page)).toEqual([]);
    expect(ran).toBe(0);
  });

  it('and the policy would stop it as well', async () => {
    const strict = await browser.newContext();
    const guarded = await strict.newPage();
    await guarded.goto(`${app.address}/`);
    const result = await guarded.evaluate(() => {
      const tries: string[] = [];
      const attempt = (name: string, run: () => void): void => {
        try {
          run();
          tries.push(name);
        } catch {
          // refused, as it should be
        }
      };
      attempt('innerHTML', () => { document.body.innerHTML = '<b>x</b>'; });
      attempt('policy', () => { (window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } }).trustedTypes.createPolicy('x', {}); });
      return tries;
    });
    expect(result).toEqual([]);
    await strict.close();
  });
});
