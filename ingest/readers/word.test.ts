import { Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { sniff } from './sniff.ts';
import { readWord } from './word.ts';

const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });

async function word(): Promise<Uint8Array> {
  return Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: [new Paragraph('Kamerstuk 31 765, nr. 842.')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Handreiking afstemming', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ children: [new TextRun('De patiënt krijgt '), new TextRun({ text: 'passende zorg', bold: true }), new TextRun('.'), new FootnoteReferenceRun(1)] }),
            new Paragraph({ text: 'eerste punt', bullet: { level: 0 } }),
            new Paragraph({ text: 'dieper punt', bullet: { level: 1 } }),
            new Table({ rows: [new TableRow({ children: [cell('Code'), cell('Tarief')] }), new TableRow({ children: [cell('12'), cell('10%')] })] }),
          ],
        },
      ],
    }),
  );
}

describe('readWord', () => {
  it('reads headings, lists, tables and footnotes', async () => {
    const bytes = await word();
    expect(sniff('handreiking.docx', bytes)).toBe('word');
    const source = await readWord('handreiking.docx', bytes);
    expect(source.blocks?.map(({ kind, depth, text }) => `${kind}${depth ?? ''} ${text}`)).toEqual([
      'heading Handreiking afstemming',
      'paragraph De patiënt krijgt passende zorg.¹',
      'list-item0 eerste punt',
      'list-item1 dieper punt',
      'table Code | Tarief\n12 | 10%',
      'footnote ¹ Kamerstuk 31 765, nr. 842.',
    ]);
    expect(source.warnings?.[0]).toMatch(/geen vaste pagina’s/);
  });

  it('refuses a damaged file', async () => {
    const bytes = Uint8Array.from(await word());
    bytes.fill(0, 100, bytes.length - 2000);
    await expect(readWord('stuk.docx', bytes)).rejects.toThrow(/^stuk\.docx: het Word-bestand is beschadigd of beveiligd/);
  });
});
