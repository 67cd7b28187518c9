import { describe, expect, it } from 'vitest';
import { parseQuoteTargets, plainQuoteLink, quoteLink } from './quote-link.ts';

const citation = { documentId: 'handleiding-pgaz-2024', start: 12, end: 60, quote: 'Een keuze: “ja & nee” #1\n voor 100% & meer' };

describe('quote links', () => {
  it('come back as they went, white space apart', () => {
    const link = quoteLink(citation);
    expect(link.startsWith('/bronnen/handleiding-pgaz-2024#t=12-60&q=')).toBe(true);
    expect(parseQuoteTargets(new URL(link, 'https://a.nl').hash)).toEqual([{ start: 12, end: 60, quote: 'Een keuze: “ja & nee” #1 voor 100% & meer' }]);
  });

  it('carry whole words of a long quote, and no half characters', () => {
    const words = (quote: string): string => parseQuoteTargets(new URL(quoteLink({ ...citation, quote }), 'https://a.nl').hash)[0]!.quote;
    const long = 'Zorgaanbieders kunnen de prestatie alleen in rekening brengen wanneer hierover een overeenkomst is';
    expect(long.startsWith(`${words(long)} `)).toBe(true);
    expect(words(long).length).toBeLessThanOrEqual(60);
    expect(words('😀'.repeat(200))).toBe('😀'.repeat(60));
  });

  it('stand in the query for pages without JavaScript', () => {
    const url = new URL(plainQuoteLink(quoteLink(citation)), 'https://a.nl');
    expect(url.hash).toBe('#citaat');
    expect(parseQuoteTargets(url.search)).toEqual(parseQuoteTargets(new URL(quoteLink(citation), 'https://a.nl').hash));
    expect(plainQuoteLink('/bronnen/x')).toBe('/bronnen/x');
  });

  it('reads several, and leaves out what is no quote', () => {
    expect(parseQuoteTargets('#t=1-2&q=a&t=3-4&q=b')).toHaveLength(2);
    expect(parseQuoteTargets('#t=x-2')).toEqual([]);
    expect(parseQuoteTargets('#pagina-3')).toEqual([]);
    expect(parseQuoteTargets('#t=9-2&q=alleen+woorden')).toEqual([{ start: 9, end: 2, quote: 'alleen woorden' }]);
  });
});
