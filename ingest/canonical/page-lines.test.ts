import { expect, it } from 'vitest';
import { pageLines } from './page-lines.ts';

const page = (number: number, text: string): string => `Beleidsregel BR/REG-2024\n\n${text}\n\nZorgautoriteit, juli 2024, ${number} van 4`;

it('removes headers and footers that run along, with their page', () => {
  const { lines, removed } = pageLines(['Een begin.', 'Meer over dit.', 'Nog meer tekst.', 'Het slot.'].map((text, at) => page(at + 1, text)));
  expect(lines.map(({ text, page: number }) => `${number} ${text}`)).toEqual(['1 Een begin.', '2 Meer over dit.', '3 Nog meer tekst.', '4 Het slot.']);
  expect(removed).toHaveLength(8);
  expect(removed[1]).toMatchObject({ page: 1, text: 'Zorgautoriteit, juli 2024, 1 van 4' });
});

it('keeps a line that ends two of four pages: a signature, not a footer', () => {
  const { removed } = pageLines(['Tekst een.', 'Tekst twee.\nDe Minister', 'Tekst drie.', 'Tekst vier.\nDe Minister']);
  expect(removed).toEqual([]);
});

it('removes page numbers at the edge of a page, not figures in it', () => {
  const long = ['1', 'Kop', 'regel', 'regel', '2024', 'regel', 'regel', 'regel', '- 12 -'].join('\n');
  expect(pageLines([long]).removed.map(({ text }) => text)).toEqual(['1', '- 12 -']);
});
