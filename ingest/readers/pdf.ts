import { PDFParse, VerbosityLevel } from 'pdf-parse';
import { DocumentError } from '../../server/errors.ts';
import type { RemovedText, SourceText } from '../canonical/source-text.ts';
import { LIMITS } from './limits.ts';
import { pdfLines } from './pdf-lines.ts';
import type { PdfItem } from './pdf-rows.ts';

/** What of pdf.js, which pdf-parse wraps, is used: text with its place on the page. */
interface PdfDocument {
  numPages: number;
  getPage(number: number): Promise<PdfPage>;
}
interface PdfPage {
  getViewport(options: { scale: number }): { transform: number[] };
  getTextContent(): Promise<{ items: { str?: string; transform: number[]; width: number }[] }>;
  cleanup(): void;
}

/** Fewer letters than this on an average page: a scan. */
const FEWEST_LETTERS = 15;

/**
 * Text of a PDF by page, lines in reading order.
 * @throws DocumentError for encrypted, damaged, scanned and too long files
 */
export async function readPdf(file: string, bytes: Uint8Array): Promise<SourceText> {
  const parser = new PDFParse({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    // Text only: no scripts, no fonts or images from elsewhere.
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
  });
  try {
    const document = await open(file, parser);
    if (document.numPages > LIMITS.pages) {
      throw new DocumentError(
        `${file}: de pdf heeft ${document.numPages} pagina's; het maximum is ${LIMITS.pages}. Splits het document en voeg de delen toe die nodig zijn.`,
      );
    }
    const pages: string[] = [];
    const measures: SourceText['measures'] = [];
    const removed: RemovedText[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { upright, turned } = await pageItems(page);
      const lines = pdfLines(upright);
      pages.push(lines.map(({ text }) => text).join('\n'));
      measures.push(lines.map(({ measure }) => measure));
      for (const text of turned) removed.push({ page: number, text, why: 'gedraaide tekst (watermerk of kantlijn)' });
      page.cleanup();
    }
    return { pages, measures, removed, warnings: scanWarnings(file, pages) };
  } finally {
    await parser.destroy();
  }
}

async function open(file: string, parser: PDFParse): Promise<PdfDocument> {
  try {
    // `load` is private in the types; pdf-parse has no call of its own that gives text with positions.
    return await (parser as unknown as { load(): Promise<PdfDocument> }).load();
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') {
      throw new DocumentError(`${file}: de pdf is beveiligd met een wachtwoord. Bewaar hem zonder wachtwoord en probeer het opnieuw.`);
    }
    throw new DocumentError(`${file}: de pdf is beschadigd of afgebroken en kan niet worden gelezen. Haal het bestand opnieuw op bij de bron.`);
  }
}

async function pageItems(page: PdfPage): Promise<{ upright: PdfItem[]; turned: string[] }> {
  const { transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const upright: PdfItem[] = [];
  const turned: string[] = [];
  for (const item of items) {
    if (item.str === undefined || item.str === '') continue;
    const [a, b, c, d, x, y] = multiply(transform, item.transform);
    const size = Math.hypot(c, d);
    if (size === 0) continue;
    // On the page y runs down, so upright text has its vertical axis mirrored.
    if (a > 0 && Math.abs(b) < 0.1 * a) upright.push({ text: item.str, x, y, width: item.width, size });
    else if (item.str.trim() !== '') turned.push(item.str.trim());
  }
  return { upright, turned };
}

type Matrix = [number, number, number, number, number, number];

function multiply(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = n;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** @throws DocumentError when there is no text at all */
function scanWarnings(file: string, pages: readonly string[]): string[] {
  const letters = pages.map((page) => page.match(/\p{L}/gu)?.length ?? 0);
  const total = letters.reduce((sum, count) => sum + count, 0);
  if (total < FEWEST_LETTERS * pages.length && letters.every((count) => count < 200)) {
    throw new DocumentError(
      `${file}: de pdf bevat geen tekst; waarschijnlijk is het een scan. ` +
        'Maak er met OCR een doorzoekbare pdf van (bijvoorbeeld: ocrmypdf -l nld invoer.pdf uitvoer.pdf) en voeg die toe.',
    );
  }
  const empty = letters.flatMap((count, at) => (count === 0 ? [at + 1] : []));
  return empty.length === 0
    ? []
    : [`Pagina ${empty.join(', ')}: geen tekst gevonden. Staat er wel tekst in beeld, dan is het een scan en helpt OCR.`];
}
