import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './markdown.ts';

const render = (text: string) => renderMarkdown(text).text.trim();

describe('renderMarkdown', () => {
  it('renders an answer with its markers as links to the citations', () => {
    expect(render('Volgens **de handleiding**:\n\n> Citaat. [1][12]')).toBe(
      '<p>Volgens <strong>de handleiding</strong>:</p>\n<blockquote>\n<p>Citaat. ' +
        '<a class="verwijzing" href="#bron-1">[1]</a><a class="verwijzing" href="#bron-12">[12]</a></p>\n</blockquote>',
    );
  });

  it('leaves brackets that are no markers alone', () => {
    expect(render('[2024] [a] `[1]`')).toBe('<p>[2024] [a] <code>[1]</code></p>');
  });

  it('links to sources here and to https only', () => {
    expect(render('[bron](/bronnen/x#1)')).toBe('<p><a href="/bronnen/x#1" rel="noreferrer">bron</a></p>');
    expect(render('[NZa](https://www.nza.nl)')).toContain('href="https://www.nza.nl"');
    for (const address of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'http://a.nl', '//kwaad.nl', 'vbscript:x', '/\\kwaad.nl']) {
      expect(render(`[x](${address})`)).not.toContain('<a');
      expect(render(`<${address}>`)).not.toContain('<a');
    }
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'tekst <b onmouseover=alert(1)>x</b>',
    '![x](https://kwaad.nl/volg.png)',
    '![x"onerror="alert(1)](x)',
    '<iframe src="javascript:alert(1)"></iframe>',
    '[x](https://a.nl" onclick="alert(1))',
    '[x](https://a.nl "t" onclick=alert(1))',
    '```"><script>\nx\n```',
    '<svg/onload=alert(1)>',
    '<!--><script>alert(1)</script>-->',
  ])('makes no element of %s', (text) => {
    const result = render(text);
    expect(result).not.toMatch(/<(?!\/?(p|a|code|pre|blockquote|strong|em|ul|ol|li|br)\b)/i);
    expect(result.replace(/&quot;/g, '')).not.toMatch(/<[^>]*\son\w+=/i);
  });
});
