import { expect, it } from 'vitest';
import { cutQuote } from './cut-quote.ts';

const quote = 'Daarom zal, zo is afgesproken, een keuze moeten worden gemaakt tussen beide.';
const part = (words: string): [number, number] => [quote.indexOf(words), quote.indexOf(words) + words.length];

it.each([
  ['in the middle', part('een keuze moeten worden gemaakt'), '… een keuze moeten worden gemaakt …', true],
  ['at its begin', part('Daarom zal'), 'Daarom zal …', true],
  ['at its end', part('tussen beide.'), '… tussen beide.', true],
  ['before the full stop alone, which hides nothing', part(quote.slice(0, -1)), quote.slice(0, -1), false],
  ['with spaces around it', part(' een keuze '), '… een keuze …', true],
])('a quote cut %s', (_, clause, text, isCut) => {
  expect(cutQuote(quote, clause)).toEqual({ text: isCut ? text : quote, isCut });
});

it.each([[[0, 999]], [[9, 3]], [[-4, 3]], [[10, 11]], [undefined]] as [[number, number] | undefined][])('is whole with %j', (clause) => {
  expect(cutQuote(quote, clause)).toEqual({ text: quote, isCut: false });
});
