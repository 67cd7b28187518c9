import { describe, expect, it } from 'vitest';
import { makeCitation, sectionAt } from './citation.ts';
import type { Block, CanonicalDocument } from './document.ts';

const text = [
  '1 Eerste hoofdstuk',
  'Een zin zonder paragraaf.',
  '1.1 Een paragraaf',
  'Een zin in de paragraaf.',
  '2 Tweede hoofdstuk¹',
  'Het einde, met “aanhalingstekens” & tekens? En zo nog wat woorden erbij.',
].join('\n');

function block(line: string, kind: Block['kind'], level?: number): Block {
  const start = text.indexOf(line);
  return { start, end: start + line.length, kind, ...(level === undefined ? {} : { level }) };
}

const document: CanonicalDocument = {
  id: 'proef',
  title: 'Proef',
  shortTitle: 'de proef',
  publisher: 'Uitgever',
  published: '2024-07',
  kind: 'handreiking',
  status: 'handreiking',
  authority: 2,
  file: 'proef.txt',
  licence: 'CC0',
  sha256: 'ab',
  text,
  pageStarts: [0, text.indexOf('2 Tweede')],
  blocks: [
    block('1 Eerste hoofdstuk', 'heading', 1),
    block('Een zin zonder paragraaf.', 'paragraph'),
    block('1.1 Een paragraaf', 'heading', 2),
    block('Een zin in de paragraaf.', 'paragraph'),
    block('2 Tweede hoofdstuk¹', 'heading', 1),
    block('Het einde', 'paragraph'),
  ],
  sentences: [],
};

describe('makeCitation', () => {
  it('quotes exactly the text between the offsets, with page and section', () => {
    const start = text.indexOf('Een zin in de');
    const citation = makeCitation(document, start, start + 24, 3);
    expect(citation).toMatchObject({
      n: 3,
      documentId: 'proef',
      page: 1,
      section: '1 Eerste hoofdstuk › 1.1 Een paragraaf',
      quote: 'Een zin in de paragraaf.',
      documentSha256: 'ab',
      href: `/bronnen/proef#t=${start}-${start + 24}&q=Een%20zin%20in%20de%20paragraaf.`,
    });
  });

  it('tells until when the document holds, and of one in force nothing', () => {
    const force = { supersededOn: '2025-01', supersededBy: 'de nieuwe regel' };
    expect(makeCitation({ ...document, ...force }, 0, 5, 1)).toMatchObject(force);
    expect(Object.keys(makeCitation(document, 0, 5, 1)).filter((name) => name.startsWith('superseded'))).toEqual([]);
  });

  it('gives the page on which the quote starts, forgets headings of an earlier chapter and marks of footnotes', () => {
    const start = text.indexOf('Het einde');
    expect(makeCitation(document, start, text.length, 1)).toMatchObject({ page: 2, section: '2 Tweede hoofdstuk' });
  });

  it('puts whole words of the quote in the address, escaped', () => {
    const start = text.indexOf('Het einde');
    const { href } = makeCitation(document, start, text.length, 1);
    const words = decodeURIComponent(href.split('&q=')[1] ?? '');
    expect(words).toBe('Het einde, met “aanhalingstekens” & tekens? En zo nog wat');
    expect(href.split('#')[1]?.match(/&/g)).toHaveLength(1);
  });

  it('refuses a range that holds no text', () => {
    expect(() => makeCitation(document, 5, 5, 1)).toThrow(RangeError);
    expect(() => makeCitation(document, 5, text.length + 1, 1)).toThrow(RangeError);
    expect(() => makeCitation(document, -1, 5, 1)).toThrow(RangeError);
  });

  it('has no section before the first heading', () => {
    expect(sectionAt({ ...document, blocks: document.blocks.slice(1) }, 3)).toBe('');
  });
});
