import { describe, expect, it } from 'vitest';
import { readMarkdown } from './markdown.ts';

const read = (text: string) => readMarkdown(Buffer.from(text));
const shown = (text: string): string[] => (read(text).blocks ?? []).map(({ kind, level, depth, bullet, text: own }) => `${kind}${level ?? ''}${depth ? `+${depth}` : ''} ${bullet ? '• ' : ''}${own}`);

describe('readMarkdown', () => {
  it('reads headings with and without a space, emphasis and lists of laws', () => {
    expect(shown('##Regeling zorg\n\n### Artikel  1  \n\n####Doel\n\na. *zorg:* de zorg;\n\nb.  de NZa.\n\n– een streep\n')).toEqual([
      'heading1 Regeling zorg',
      'heading1 Artikel 1',
      'heading2 Doel',
      'list-item a. zorg: de zorg;',
      'list-item b. de NZa.',
      'list-item • een streep',
    ]);
  });

  it('keeps the numbers that stand there', () => {
    expect(shown('1.  Eerste lid.\n3.  Derde lid.\n    - punt\n\n4.1.  Vrije tekst.')).toEqual([
      'list-item 1. Eerste lid.',
      'list-item 3. Derde lid.',
      'list-item+1 • punt',
      'paragraph 4.1. Vrije tekst.',
    ]);
  });

  it('keeps every cell of a table, also where rows are longer than the first', () => {
    expect(shown('| --- |\n|:---|\n| Zorg  | Betekenis  |\n| --- |\n| A  | *b* | c |')).toEqual(['table Zorg | Betekenis\nA | b | c']);
  });

  it('makes footnotes of raised sentences and marks of raised figures', () => {
    expect(shown('De zorg<sup> 1 De NDF zorgstandaard van de federatie. </sup> geldt<sup>2</sup>.')).toEqual([
      'paragraph De zorg¹ geldt².',
      'footnote ¹ De NDF zorgstandaard van de federatie.',
    ]);
  });

  it('takes each line as a paragraph where lines are not wrapped, and joins wrapped ones', () => {
    const long = `Dit is een lange zin ${'die doorgaat '.repeat(20)}tot hier.`;
    expect(shown(`${long}\nBesluit:\nTekst.`)).toHaveLength(3);
    expect(shown('Een regel die\ndoorloopt.')).toEqual(['paragraph Een regel die doorloopt.']);
  });

  it('lists addresses of links as removed and decodes entities', () => {
    const source = read('Zie [de site](https://www.nza.nl/x) van Zorg &amp; Co. <https://a.nl>');
    expect(source.blocks?.[0]?.text).toBe('Zie de site van Zorg & Co. https://a.nl');
    expect(source.removed?.map(({ text }) => text)).toEqual(['https://www.nza.nl/x']);
  });
});
