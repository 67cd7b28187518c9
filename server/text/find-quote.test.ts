import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from './find-quote.ts';

const text = 'Artikel 4. Het experiment eindigt in 2029.\n\nToelichting. Het experiment eindigt\nin 2029. Einde.';
const first = text.indexOf('Het');
const second = text.lastIndexOf('Het');

describe('findQuote', () => {
  it('takes the offsets when the words stand there', () => {
    expect(findQuote(text, { start: first, end: first + 31, quote: 'Het experiment eindigt in 2029.' })).toEqual({ start: first, end: first + 31 });
  });

  it('finds the words again after the text has moved, in the place nearest to the old one', () => {
    const moved = `Een nieuwe inleiding.\n${text}`;
    const place = findQuote(moved, { start: second, end: second + 31, quote: 'Het experiment eindigt in 2029.' });
    expect(place).toEqual({ start: second + 22, end: second + 22 + 31 });
  });

  it('does not mind white space', () => {
    const place = findQuote('Het  experiment\neindigt in 2029.', { start: 5, end: 36, quote: 'Het experiment eindigt in 2029.' });
    expect(place?.start).toBe(0);
  });

  it('takes the length from the offsets when only the first words are known', () => {
    const place = findQuote(`X${text}`, { start: first, end: first + 31, quote: 'Het experiment' });
    expect(place && `X${text}`.slice(place.start, place.end)).toBe('Het experiment eindigt in 2029.');
  });

  it('trusts offsets alone only inside the text, and finds nothing for words that are gone', () => {
    expect(findQuote(text, { start: 0, end: 10, quote: '' })).toEqual({ start: 0, end: 10 });
    expect(findQuote(text, { start: 0, end: 9999, quote: '' })).toBeUndefined();
    expect(findQuote(text, { start: 0, end: 10, quote: 'Dit staat er niet' })).toBeUndefined();
  });

  it('finds every slice of a text again, wherever the offsets point', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.integer({ min: 1, max: 30 }), fc.nat(200), (start, length, wrong) => {
        const quote = text.slice(start, start + length);
        fc.pre(quote.trim() !== '');
        const place = findQuote(text, { start: wrong, end: wrong + quote.length, quote });
        const squeeze = (words: string): string => words.replace(/\s+/g, ' ').trim();
        expect(place && squeeze(text.slice(place.start, place.end)).startsWith(squeeze(quote))).toBe(true);
      }),
    );
  });
});
