import { degrees, PDFDocument, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';

export interface PdfLayout {
  columns: 1 | 2;
  /** Running header, written on every page with its number. */
  header?: string;
  /** Break words at line ends. */
  hyphenate?: boolean;
  /** Text sideways in the margin, as on draft versions. */
  watermark?: string;
  /** Draw line by line over both columns, as some programs do, instead of column by column. */
  rowByRow?: boolean;
}

export interface PdfBlock {
  text: string;
  heading?: boolean;
}

const PAGE = { width: 595, height: 842, margin: 60, gutter: 24 };
const SIZE = 10;
const LEADING = 14;

interface PlacedLine {
  text: string;
  x: number;
  y: number;
  size: number;
  page: number;
}

/** Sets blocks in Helvetica on A4, the way a word processor would, and tells on which page each block starts. */
export async function makePdf(blocks: readonly PdfBlock[], layout: PdfLayout): Promise<{ bytes: Uint8Array; pageOf: number[]; pages: number }> {
  const pdf = await PDFDocument.create();
  const plain = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const width = (PAGE.width - 2 * PAGE.margin - (layout.columns - 1) * PAGE.gutter) / layout.columns;
  const top = PAGE.height - PAGE.margin - (layout.header ? 30 : 0);
  const lines: PlacedLine[] = [];
  const pageOf: number[] = [];
  let page = 0;
  let column = 0;
  let y = top;
  for (const block of blocks) {
    const size = block.heading ? 13 : SIZE;
    const font = block.heading ? bold : plain;
    let first = true;
    for (const text of wrap(block.text, font, size, width, layout.hyphenate ?? false)) {
      if (y < PAGE.margin) {
        y = top;
        column += 1;
        if (column === layout.columns) {
          column = 0;
          page += 1;
        }
      }
      if (first) pageOf.push(page + 1);
      first = false;
      lines.push({ text, x: PAGE.margin + column * (width + PAGE.gutter), y, size, page });
      y -= LEADING;
    }
    y -= LEADING * 0.8;
  }
  const pages: PDFPage[] = Array.from({ length: page + 1 }, () => pdf.addPage([PAGE.width, PAGE.height]));
  const order = layout.rowByRow ? [...lines].sort((a, b) => a.page - b.page || b.y - a.y || a.x - b.x) : lines;
  for (const line of order) {
    pages[line.page]?.drawText(line.text, { x: line.x, y: line.y, size: line.size, font: line.size > SIZE ? bold : plain });
  }
  pages.forEach((one, at) => {
    if (layout.header) {
      one.drawText(layout.header, { x: PAGE.margin, y: PAGE.height - 50, size: 8, font: plain });
      one.drawText(String(at + 1), { x: PAGE.width / 2, y: 30, size: 8, font: plain });
    }
    if (layout.watermark) one.drawText(layout.watermark, { x: 30, y: 300, size: 12, font: plain, rotate: degrees(90) });
  });
  return { bytes: await pdf.save(), pageOf, pages: pages.length };
}

function wrap(text: string, font: PDFFont, size: number, width: number, hyphenate: boolean): string[] {
  const fits = (line: string): boolean => font.widthOfTextAtSize(line, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(' ')) {
    while (word !== '' && !fits(line === '' ? word : `${line} ${word}`)) {
      const cut = hyphenate ? hyphenation(word, (head) => fits(line === '' ? head : `${line} ${head}`)) : 0;
      if (cut > 0) line = line === '' ? `${word.slice(0, cut)}-` : `${line} ${word.slice(0, cut)}-`;
      if (cut === 0 && line === '') break;
      lines.push(line);
      line = '';
      word = word.slice(cut);
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Place to break a word of letters: between a vowel and the consonant before the next vowel, as Dutch mostly does; 0 for none. */
function hyphenation(word: string, fits: (head: string) => boolean): number {
  if (!/^\p{Ll}{8,}[.,;:)]?$/u.test(word)) return 0;
  for (let cut = word.length - 4; cut >= 3; cut -= 1) {
    const open = /[aeiou]$/.test(word.slice(0, cut)) && /^[bdfgklmnprstvz][aeou]/.test(word.slice(cut));
    const closed = /[aeiou][lmnrst]$/.test(word.slice(0, cut)) && /^[bdgklmnptvz][aeiou]/.test(word.slice(cut));
    if ((open || closed) && fits(`${word.slice(0, cut)}-`)) return cut;
  }
  return 0;
}
