import { parseHTML } from 'linkedom';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createTestApp } from '../../testing/create-test-app.ts';
import { drupalSnippets, htmlSnippet, wordPressSnippet } from '../../views/site-snippets.ts';

const { app } = createTestApp();

describe('/voor-uw-site', () => {
  it('is in the footer of every page, and names the address where it was reached', async () => {
    expect((await request(app).get('/bronnen')).text).toContain('href="/voor-uw-site"');
    const { document } = parseHTML((await request(app).get('/voor-uw-site').set('Host', 'wijzer.ziekenhuis.nl')).text);
    const code = [...document.querySelectorAll('pre code')].map(({ textContent }) => textContent);
    expect(code.length).toBeGreaterThanOrEqual(7);
    for (const snippet of code.filter((text) => text.includes('://'))) expect(snippet).toContain('http://wijzer.ziekenhuis.nl');
    for (const pre of document.querySelectorAll('pre')) expect([pre.getAttribute('tabindex'), pre.getAttribute('aria-label') !== null]).toEqual(['0', true]);
  });

  it('takes no markup or code from a Host header', async () => {
    for (const host of ['x"><script>', "a'.system('id').'", 'a b']) {
      expect((await request(app).get('/voor-uw-site').set('Host', host)).text).toContain('http://localhost');
    }
  });
});

describe('snippets', () => {
  const server = 'https://wijzer.example';

  it('need nothing inline', () => {
    for (const { code } of [htmlSnippet({ address: '/widget-x.js', integrity: 'sha384-abc' }, server), wordPressSnippet(server), ...drupalSnippets(server)]) {
      expect(code).not.toMatch(/<script(?![^>]* src=)|\son\w+=|style=|unsafe-inline/);
    }
    expect(htmlSnippet({ address: '/widget-x.js', integrity: 'sha384-abc' }, server).code).toContain('integrity="sha384-abc" crossorigin="anonymous"');
  });

  it('for Drupal are files that Drupal can read', () => {
    const [info, libraries, block] = drupalSnippets(server);
    expect(parse(info!.code)).toMatchObject({ type: 'module', core_version_requirement: expect.any(String) as string });
    expect(parse(libraries!.code)).toEqual({ widget: { js: { [`${server}/widget.js`]: { type: 'external', minified: true, preprocess: false, attributes: { type: 'module' } } } } });
    expect(block!.code).toContain("['bekostigingswijzer/widget']");
  });
});
