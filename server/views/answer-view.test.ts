import { describe, expect, it } from 'vitest';
import { toHtml } from '../http/pages/to-html.ts';
import { answerView } from './answer-view.ts';
import { h } from './view.ts';

const render = (markdown: string, address = 'https://www.nza.nl'): string =>
  answerView(markdown, {
    marker: (n) => (n <= 12 ? h('a', { href: `#bron-${n}` }, String(n)) : undefined),
    allowsAddress: (href) => href.startsWith('/bronnen/') || href === address,
  })
    .map(toHtml)
    .join('');

describe('answerView', () => {
  it('shows paragraphs, emphasis, lists and quotes', () => {
    expect(render('Ja, **dat** kan.\n\n- een\n- twee\n\n> Citaat')).toBe(
      '<p>Ja, <strong>dat</strong> kan.</p><ul><li>een</li><li>twee</li></ul><blockquote><p>Citaat</p></blockquote>',
    );
  });

  it('puts markers in the place of [n], also together, and only for citations that exist', () => {
    expect(render('Zo is het. [1][12] En [1, 2].')).toBe('<p>Zo is het. <a href="#bron-1">1</a><a href="#bron-12">12</a> En <a href="#bron-1">1</a><a href="#bron-2">2</a>.</p>');
    expect(render('In [2024] en [99] en `[1]`')).toBe('<p>In [2024] en [99] en <code>[1]</code></p>');
  });

  it('gives sentences of a source their own letter, with quotation marks inside them', () => {
    expect(render('De handleiding: “Het “meedenkadvies” is nog maar een voornemen.” [1] Een “term” niet.')).toBe(
      '<p>De handleiding: <span class="quoted">“Het “meedenkadvies” is nog maar een voornemen.”</span> <a href="#bron-1">1</a> Een “term” niet.</p>',
    );
    expect(render('Nog niet af: “Een zin die nog aan het komen is')).toBe('<p>Nog niet af: “Een zin die nog aan het komen is</p>');
  });

  it('does not let a reference definition turn a marker into a link', () => {
    expect(render('Zo is het. [1]\n\n[1]: https://kwaad.nl')).toBe('<p>Zo is het. <a href="#bron-1">1</a></p>');
  });

  it('links only where the sources lead', () => {
    expect(render('[bron](/bronnen/x#t=1-2)')).toBe('<p><a href="/bronnen/x#t=1-2" rel="noopener noreferrer">bron</a></p>');
    expect(render('[NZa](https://www.nza.nl)')).toContain('<a href="https://www.nza.nl"');
    for (const address of ['https://kwaad.nl', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'http://a.nl', '//kwaad.nl', '/\\kwaad.nl']) {
      expect(render(`[x](${address})`, address)).not.toContain(address === 'https://kwaad.nl' ? '<b' : '<a');
      expect(render(`[x](${address})`)).not.toContain('<a');
      expect(render(`<${address}>`)).not.toContain('<a');
    }
  });

  it('shows headings below those of the page, and tables that can scroll', () => {
    expect(render('# Kop')).toBe('<h3>Kop</h3>');
    expect(render('| a | b |\n|---|---|\n| 1 | 2 |')).toContain('<th scope="col">a</th>');
  });

  it.each([
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', 'tekst <b onmouseover=alert(1)>x</b>', '![x](https://kwaad.nl/volg.png)', '![x"onerror="alert(1)](x)',
    '<iframe src="javascript:alert(1)"></iframe>', '[x](https://a.nl" onclick="alert(1))', '```"><script>\nx\n```', '<svg/onload=alert(1)>', '<!--><script>alert(1)</script>-->',
    '<style>*{display:none}</style>', '&lt;script&gt;', '<a href="javascript:x">y</a>',
  ])('keeps %s as text', (markdown) => {
    const html = render(markdown);
    expect(html).not.toMatch(/<(?!\/?(p|a|code|pre|strong|em|span)\b)/i);
    expect(html.replace(/&quot;/g, '')).not.toMatch(/<[^>]*\son\w+=/i);
  });
});
