import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { pageAt, type CanonicalDocument, type SourceMetadata } from '../../server/corpus/document.ts';
import { canonicalise } from '../canonical/canonicalise.ts';
import { withoutMarks } from '../canonical/footnotes.ts';
import { loadDictionary } from '../canonical/dictionary.ts';
import { createLexicon } from '../canonical/lexicon.ts';
import { makePdf, type PdfBlock, type PdfLayout } from '../testing/make-pdf.ts';
import { realDocument } from '../testing/corpus.ts';
import { words } from '../testing/words.ts';
import { readPdf } from './pdf.ts';

const dictionary = await loadDictionary();

async function roundTrip(blocks: readonly PdfBlock[], layout: PdfLayout) {
  const pdf = await makePdf(blocks, layout);
  const source = await readPdf('brief.pdf', pdf.bytes);
  const { document, report } = canonicalise(source, { id: 'd' } as SourceMetadata, createLexicon(source.pages, dictionary));
  return { ...pdf, source, document, report };
}

/** Paragraphs and headings of a source text, without list marks, to set in type again. */
function blocksOf(document: CanonicalDocument): PdfBlock[] {
  return document.blocks
    .filter(({ kind }) => kind !== 'footnote')
    .map(({ start, end, kind }) => ({ text: withoutMarks(document.text.slice(start, end)).replace(/^• /, ''), heading: kind === 'heading' }));
}

const textsOf = ({ text, blocks }: CanonicalDocument): string[] => blocks.map(({ start, end }) => text.slice(start, end));

describe('a PDF of a source text', async () => {
  const letter = blocksOf(await realDocument('kamerbrief-pgaz-2023'));
  const report = blocksOf(await realDocument('verslag-bijeenkomsten-alk-2024')).filter(({ text }) => !text.startsWith('http'));

  it.each<[string, PdfBlock[], PdfLayout]>([
    ['one column', letter, { columns: 1 }],
    ['one column, hyphenated, with a header and page numbers', letter, { columns: 1, hyphenate: true, header: 'Tweede Kamer, vergaderjaar 2023–2024, 31 765' }],
    ['two columns', letter, { columns: 2 }],
    ['two columns, hyphenated, with a header, drawn row by row', letter, { columns: 2, hyphenate: true, header: 'Kamerbrief bekostiging afstemming', rowByRow: true }],
    ['two columns, hyphenated, other text', report, { columns: 2, hyphenate: true, header: 'Zorginstituut Nederland, verslag' }],
  ])('%s: gives the same words in the same order', async (_, blocks, layout) => {
    const { document, report: own, pages } = await roundTrip(blocks, layout);
    expect(words(document.text)).toEqual(words(blocks.map(({ text }) => text).join(' ')));
    expect(document.pageStarts).toHaveLength(pages);
    if (layout.header) expect(own.removed.filter(({ text }) => text.startsWith(layout.header ?? ''))).toHaveLength(pages);
  });

  it('keeps paragraphs, headings and pages', async () => {
    const { document, pageOf } = await roundTrip(letter, { columns: 2, hyphenate: true });
    expect(textsOf(document)).toEqual(letter.map(({ text }) => text));
    const headings = document.blocks.filter(({ kind }) => kind === 'heading').map(({ start, end }) => document.text.slice(start, end));
    expect(headings).toEqual(letter.filter(({ heading }) => heading).map(({ text }) => text));
    letter.forEach(({ text }, at) => expect(pageAt(document.pageStarts, document.text.indexOf(text)), text.slice(0, 40)).toBe(pageOf[at]));
  });

  it('leaves out text sideways in the margin and says so', async () => {
    const { document, report: own } = await roundTrip(letter.slice(0, 4), { columns: 1, watermark: 'CONCEPT' });
    expect(document.text).not.toContain('CONCEPT');
    expect(own.removed).toEqual([expect.objectContaining({ page: 1, text: 'CONCEPT' })]);
  });
});

describe('details of a page', () => {
  async function page(draw: (page: ReturnType<PDFDocument['addPage']>, font: Awaited<ReturnType<PDFDocument['embedFont']>>) => void) {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    draw(pdf.addPage([595, 842]), font);
    return (await readPdf('a.pdf', await pdf.save())).pages[0];
  }

  it('reads raised figures as reference marks', async () => {
    const text = await page((one, font) => {
      one.drawText('Zie het akkoord', { x: 60, y: 700, size: 10, font });
      one.drawText('12', { x: 60 + font.widthOfTextAtSize('Zie het akkoord', 10), y: 704, size: 6, font });
      one.drawText('voor meer.', { x: 60 + font.widthOfTextAtSize('Zie het akkoord', 10) + 10, y: 700, size: 10, font });
    });
    expect(text).toBe('Zie het akkoord¹² voor meer.');
  });

  it('keeps rows of a table as rows', async () => {
    const rows = [['Prestatie', 'Code', 'Tarief'], ['Consult kort', '12000', '10,50'], ['Consult lang', '12001', '21,00'], ['Visite', '12002', '31,50']];
    const text = await page((one, font) => {
      rows.forEach((cells, row) => cells.forEach((cell, column) => one.drawText(cell, { x: 60 + column * 150, y: 700 - row * 15, size: 10, font })));
    });
    expect(text?.split('\n')).toEqual(rows.map((cells) => cells.join(' | ')));
    const { document } = canonicalise({ pages: ['Zie de tabel.', text ?? ''] }, { id: 'd' } as SourceMetadata, createLexicon([], dictionary));
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table']);
    expect(document.text.split('\n')).toContain('Consult lang | 12001 | 21,00');
  });

  it('puts spaces between words that are drawn one by one, and none inside words drawn in pieces', async () => {
    const text = await page((one, font) => {
      let x = 60;
      for (const piece of ['zorg', 'verzekeraars', ' ', 'betalen']) {
        if (piece !== ' ') one.drawText(piece, { x, y: 700, size: 10, font });
        x += font.widthOfTextAtSize(piece, 10);
      }
    });
    expect(text).toBe('zorgverzekeraars betalen');
  });
});

describe('PDFs that cannot be read', () => {
  it('names OCR for a scan', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage().drawRectangle({ x: 10, y: 10, width: 100, height: 100 });
    await expect(readPdf('scan.pdf', await pdf.save())).rejects.toThrow(/scan\.pdf: de pdf bevat geen tekst; waarschijnlijk is het een scan\. .*OCR/);
  });

  it('warns of single pages without text', async () => {
    const pdf = await PDFDocument.create();
    const text = 'Dit is een pagina met tekst. '.repeat(3);
    pdf.addPage().drawText(text, { x: 20, y: 400, size: 10 });
    pdf.addPage();
    pdf.addPage().drawText(text, { x: 20, y: 400, size: 10 });
    const { warnings } = await readPdf('deels.pdf', await pdf.save());
    expect(warnings).toEqual([expect.stringMatching(/^Pagina 2: geen tekst gevonden.*OCR/)]);
  });

  it('refuses a truncated file', async () => {
    const { bytes } = await makePdf([{ text: 'Tekst die er staat.' }], { columns: 1 });
    await expect(readPdf('half.pdf', bytes.slice(0, 400))).rejects.toThrow(/^half\.pdf: de pdf is beschadigd of afgebroken/);
  });

  it('refuses more than 500 pages', async () => {
    const pdf = await PDFDocument.create();
    for (let page = 0; page < 501; page += 1) pdf.addPage();
    await expect(readPdf('lang.pdf', await pdf.save())).rejects.toThrow(/501 pagina's; het maximum is 500/);
  });
});
