import { PDFParse, VerbosityLevel } from 'pdf-parse';
import { DocumentError } from '../../server/errors.ts';
import type { RemovedText, SourceText } from '../canonical/source-text.ts';
import { LIMITS } from './limits.ts';
import { drawingOf, multiply, type PdfOperators } from './pdf-drawing.ts';
import { sortHidden } from './pdf-hidden.ts';
import { pdfLines } from './pdf-lines.ts';
import type { PdfItem } from './pdf-rows.ts';

/** What of pdf.js, which pdf-parse wraps, is used: text with its place on the page. */
interface PdfDocument {
  numPages: number;
  getPage(number: number): Promise<PdfPage>;
}
interface PdfPage {
  getViewport(options: { scale: number }): { transform: number[]; width: number; height: number };
  getOperatorList(): Promise<PdfOperators>;
  getTextContent(): Promise<{ items: { str?: string; transform: number[]; width: number }[] }>;
  cleanup(): void;
}

/** Fewer letters than this on an average page: a scan. */
const FEWEST_LETTERS = 15;
/** Runs of text on one page: a page set letter by letter has a third of them. */
const MOST_ITEMS = 20_000;

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
    // Images are not unpacked: only where they stand counts.
    maxImageSize: 1,
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
    const hiddenOn: number[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { upright, turned, hidden } = await pageItems(page);
      if (upright.length > MOST_ITEMS) {
        throw new DocumentError(`${file}: pagina ${number} bestaat uit ${upright.length} losse stukjes tekst; dat is geen gewone pagina. Bewaar het document opnieuw als pdf en voeg dat toe.`);
      }
      const lines = pdfLines(upright);
      pages.push(lines.map(({ text }) => text).join('\n'));
      measures.push(lines.map(({ measure }) => measure));
      for (const text of turned) removed.push({ page: number, text, why: 'gedraaide tekst (watermerk of kantlijn)' });
      for (const { text, why } of hidden) removed.push({ page: number, text, why });
      if (hidden.length > 0) hiddenOn.push(number);
      page.cleanup();
    }
    return { pages, measures, removed, warnings: [...scanWarnings(file, pages), ...hiddenWarnings(hiddenOn)] };
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

async function pageItems(page: PdfPage): Promise<{ upright: PdfItem[]; turned: string[]; hidden: { text: string; why: string }[] }> {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const drawing = drawingOf(await page.getOperatorList(), transform);
  const placed = items.flatMap((item): (PdfItem & { upright: boolean })[] => {
    if (item.str === undefined || item.str === '') return [];
    const [a, b, c, d, x, y] = multiply(transform, item.transform);
    // On the page y runs down, so upright text has its vertical axis mirrored.
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d), upright: a > 0 && Math.abs(b) < 0.1 * a }];
  });
  const { seen, hidden } = sortHidden(placed, { width, height }, drawing);
  const isUpright = (item: PdfItem): boolean => (item as (typeof placed)[number]).upright;
  const upright = seen.filter(isUpright);
  const turned = seen.filter((item) => !isUpright(item) && item.text.trim() !== '').map(({ text }) => text.trim());
  return { upright, turned, hidden: hidden.filter(({ text }) => text.trim() !== '') };
}

/** What is hidden is no mistake of a program: whoever adds the document should know. */
const hiddenWarnings = (pages: readonly number[]): string[] =>
  pages.length === 0 ? [] : [`Pagina ${pages.join(', ')}: er staat tekst die een lezer niet ziet (wit, te klein of buiten de bladzijde); die is weggelaten. Bekijk hem met "npm run ingest -- report".`];

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
