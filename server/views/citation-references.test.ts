import { describe, expect, it } from 'vitest';
import { cslItems, risText } from './citation-references.ts';
import { citation } from './testing/sample-answer.ts';

const addressOf = (path: string): string => `https://wijzer.nl${path}`;
const first = citation(1, 'Een zin\nover twee regels.', { documentId: 'a', published: '2024-04-19', start: 10, end: 34 });
const second = citation(2, 'Nog een zin.', { documentId: 'b', published: 'zonder datum (vergaderjaar 2023–2024)', publisher: 'De Juiste Zorg, op de Juiste Plek' });
const third = citation(3, 'Verderop.', { documentId: 'a', published: '2024-04-19', page: 9, start: 90, end: 99 });
const cited = [first, second, third, first].map((one, at) => ({ citation: one, checkedOn: `2026-11-${28 + Math.min(at, 2)}` }));

describe('references of what was cited', () => {
  it('are one CSL item a document, with each quote once as it stands in the source', () => {
    const items = cslItems(cited, addressOf);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      type: 'report', title: first.title, author: [{ literal: 'NZa' }], issued: { 'date-parts': [[2024, 4, 19]] }, accessed: { 'date-parts': [[2026, 11, 30]] },
      URL: 'https://wijzer.nl/bronnen/bron-1', genre: 'Handreiking',
      custom: { documentSha256: 'a', quotes: [{ page: 4, quote: first.quote, start: 10, end: 34 }, { page: 9, quote: 'Verderop.', start: 90, end: 99 }] },
    });
    expect(items[0]!.note).toContain('p. 9: “Verderop.”');
    expect(items[1]!.issued).toEqual({ literal: 'zonder datum (vergaderjaar 2023–2024)' });
  });

  it('are RIS records that open and close, of one line a field', () => {
    const text = risText(cited, addressOf);
    for (const line of text.split('\r\n').filter((one) => one !== '')) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- .*$/);
    const records = text.split(/ER {2}- \r\n/).slice(0, -1);
    expect(records).toHaveLength(2);
    for (const record of records) expect(record.trimStart().startsWith('TY  - RPRT\r\n')).toBe(true);
    expect(records[0]).toContain('PY  - 2024\r\nDA  - 2024/04/19/\r\n');
    expect(records[0]).toContain('Y2  - 2026/11/30/\r\n');
    expect(records[0]).toContain('N1  - p. 4: “Een zin over twee regels.”\r\n');
    expect(records[1]).not.toContain('PY  - ');
    expect(records[1]).toContain('N1  - zonder datum (vergaderjaar 2023–2024)\r\n');
  });

  it('keep versions of one document apart, and hold no address or day that is not known', () => {
    const items = cslItems([{ citation: first }, { citation: { ...first, documentSha256: 'b' } }], () => undefined);
    expect(new Set(items.map(({ id }) => id)).size).toBe(2);
    expect(items[0]).not.toHaveProperty('URL');
    expect(items[0]).not.toHaveProperty('accessed');
    expect(cslItems([], addressOf)).toEqual([]);
    expect(risText([], addressOf)).toBe('');
  });
});
