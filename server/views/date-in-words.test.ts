import { expect, it } from 'vitest';
import { dateInLine, dateInWords } from './date-in-words.ts';

it.each([
  ['2024-10-15', '15 oktober 2024', '15 October 2024'],
  ['2024-07', 'juli 2024', 'July 2024'],
  ['2015', '2015', '2015'],
])('%s', (date, dutch, english) => {
  expect([dateInWords(date, 'nl'), dateInWords(date, 'en')]).toEqual([dutch, english]);
});

it('needs no brackets of its own in a line', () => {
  expect(dateInLine('zonder datum (vergaderjaar 2023–2024)', 'nl')).toBe('zonder datum, vergaderjaar 2023–2024');
});
