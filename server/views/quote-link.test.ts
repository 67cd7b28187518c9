import { describe, expect, it } from 'vitest';
import { sourceHref } from '../corpus/citation.ts';
import { parseQuoteTargets, plainQuoteLink, quoteLink } from './quote-link.ts';

const citation = { documentId: 'handleiding-pgaz-2024', start: 12, end: 60, quote: 'Een keuze: “ja & nee” #1\n voor 100% & meer' };

describe('quote links', () => {
  it('come back as they went, white space apart', () => {
    const link = quoteLink(citation);
    expect(link.startsWith('/bronnen/handleiding-pgaz-2024#t=12-60&q=')).toBe(true);
    expect(parseQuoteTargets(new URL(link, 'https://a.nl').hash)).toEqual([{ start: 12, end: 60, quote: 'Een keuze: “ja & nee” #1 voor 100% & meer' }]);
  });

  it('reads the links that citations carry', () => {
    const hash = new URL(sourceHref('a', 3, 90, 'Woorden & tekens'), 'https://a.nl').hash;
    expect(parseQuoteTargets(hash)).toEqual([{ start: 3, end: 90, quote: 'Woorden & tekens' }]);
  });

  it('stand in the query for pages without JavaScript', () => {
    const url = new URL(plainQuoteLink(citation), 'https://a.nl');
    expect(url.hash).toBe('#citaat');
    expect(parseQuoteTargets(url.search)[0]?.start).toBe(12);
  });

  it('reads several, and leaves out what is no quote', () => {
    expect(parseQuoteTargets('#t=1-2&q=a&t=3-4&q=b')).toHaveLength(2);
    expect(parseQuoteTargets('#t=x-2')).toEqual([]);
    expect(parseQuoteTargets('#pagina-3')).toEqual([]);
    expect(parseQuoteTargets('#t=9-2&q=alleen+woorden')).toEqual([{ start: 9, end: 2, quote: 'alleen woorden' }]);
  });
});
