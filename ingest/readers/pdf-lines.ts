import { COLUMN_BREAK } from '../canonical/page-lines.ts';
import type { LineMeasure } from '../canonical/source-text.ts';
import { toRows, type PdfItem, type Row, type Segment } from './pdf-rows.ts';

/** A line of text, a blank line, or a `COLUMN_BREAK`. */
export interface PdfLine {
  text: string;
  measure?: LineMeasure;
}

/** Columns: rows on both sides, part of the text width each takes, and how full its lines are (cells are not). */
const COLUMN_ROWS = 4;
const COLUMN_WIDTH = 0.25;
const COLUMN_FILL = 0.5;
/** Places tried for the white between columns; a sheet may say that it is a mile wide. */
const MOST_STEPS = 1000;
/** A gap between lines of this many times the usual distance is a blank line. */
const BLANK_LINE = 1.3;
/** A first or last line this many type sizes away from the next is a header or footer. */
const APART = 2.6;
/** Rows of at least two cells, one below the other, that make a table. */
const TABLE_ROWS = 3;

/**
 * Lines of a page in reading order: columns one after the other, headings and footers over the full width between
 * them. A blank line stands where the distance says so; cells of a table are separated by ` | `.
 *
 * LangChain's PDFLoader and the text of pdf-parse itself follow the order in which a PDF was drawn; the first also joins
 * words without spaces. Both mix up columns, hence this.
 */
export function pdfLines(items: readonly PdfItem[]): PdfLine[] {
  const rows = toRows(items);
  // A header or page number apart from the text belongs to no column.
  const size = median(rows.map((row) => row.size));
  const apart = (row: Row | undefined, next: Row | undefined): boolean =>
    row !== undefined && next !== undefined && Math.abs(next.y - row.y) > size * APART;
  const head = apart(rows[0], rows[1]) ? rows.slice(0, 1) : [];
  const foot = rows.length > 2 && apart(rows.at(-1), rows.at(-2)) ? rows.slice(-1) : [];
  const body = rows.slice(head.length, rows.length - foot.length);
  return [plainLines(head), readRows(body), plainLines(foot)].filter((part) => part.length > 0).reduce(follow, []);
}

function readRows(rows: readonly Row[]): PdfLine[] {
  const gutter = findGutter(rows);
  if (gutter === undefined) return plainLines(rows);
  let lines: PdfLine[] = [];
  let at = 0;
  while (at < rows.length) {
    const crosses = (row: Row): boolean => row.segments.some((one) => one.left < gutter && one.right > gutter);
    const full = crosses(rows[at] as Row);
    let end = at + 1;
    while (end < rows.length && crosses(rows[end] as Row) === full) end += 1;
    const band = rows.slice(at, end);
    const left = side(band, (one) => one.right <= gutter);
    const right = side(band, (one) => one.left >= gutter);
    const columns = !full && left.length > 0 && right.length > 0;
    for (const part of columns ? [readRows(left), readRows(right)] : [plainLines(band)]) lines = follow(lines, part);
    at = end;
  }
  return lines;
}

/** Columns and bands follow each other; the break says that the white between them means nothing. */
const follow = (before: PdfLine[], lines: PdfLine[]): PdfLine[] =>
  before.length === 0 ? lines : [...before, { text: COLUMN_BREAK }, ...lines];

const side = (rows: readonly Row[], keep: (one: Segment) => boolean): Row[] =>
  rows.flatMap((row) => {
    const segments = row.segments.filter(keep);
    const [largest] = [...segments].sort((a, b) => b.size - a.size);
    return largest ? [{ y: largest.y, size: largest.size, segments }] : [];
  });

/** The middle of the white between two columns, if the page has them. */
function findGutter(rows: readonly Row[]): number | undefined {
  const all = rows.flatMap((row) => row.segments);
  const left = Math.min(...all.map((one) => one.left));
  const right = Math.max(...all.map((one) => one.right));
  const width = right - left;
  let best: { x: number; score: number } | undefined;
  const step = Math.max(2, width / MOST_STEPS);
  for (let x = left + width * COLUMN_WIDTH; x <= right - width * COLUMN_WIDTH; x += step) {
    const band = rows.filter((row) => !row.segments.some((one) => one.left < x + 2 && one.right > x - 2));
    const leftSide = band.flatMap((row) => row.segments.filter((one) => one.right <= x));
    const rightSide = band.flatMap((row) => row.segments.filter((one) => one.left >= x));
    const score = Math.min(leftSide.length, rightSide.length);
    if (score < COLUMN_ROWS || (best && score <= best.score)) continue;
    if (isColumn(leftSide) && isColumn(rightSide)) best = { x, score };
  }
  if (!best) return undefined;
  // The middle of the white, so that slightly longer lines do not cross it.
  const near = all.filter((one) => one.right <= best.x).map((one) => one.right);
  const far = all.filter((one) => one.left >= best.x).map((one) => one.left);
  return (Math.max(...near) + Math.min(...far)) / 2;
}

/** Lines of running text: most of them fill their column and hold several words. */
function isColumn(lines: readonly Segment[]): boolean {
  const left = Math.min(...lines.map((one) => one.left));
  const right = Math.max(...lines.map((one) => one.right));
  const full = lines.filter((one) => one.right - one.left >= (right - left) * COLUMN_FILL && /\s\S+\s/.test(one.text));
  return full.length >= lines.length * 0.5;
}

function plainLines(rows: readonly Row[]): PdfLine[] {
  const usual = usualDistance(rows);
  const tables = tableRows(rows);
  const edge = Math.max(...rows.map((row) => row.segments.at(-1)?.right ?? 0));
  const lines: PdfLine[] = [];
  rows.forEach((row, at) => {
    const before = rows[at - 1];
    if (before && row.y - before.y > usual * BLANK_LINE + 0.5) lines.push({ text: '' });
    const text = row.segments.map((one) => one.text).join(tables.has(at) ? ' | ' : ' ');
    const first = row.segments[0];
    const letters = (/^\S+/.exec(first?.text ?? '')?.[0].length ?? 0) + 1;
    lines.push({
      text,
      measure: {
        room: edge - (row.segments.at(-1)?.right ?? edge),
        firstWord: first ? ((first.right - first.left) * letters) / first.text.length : 0,
        size: row.size,
      },
    });
  });
  return lines;
}

function usualDistance(rows: readonly Row[]): number {
  const distances = rows.slice(1).map((row, at) => row.y - (rows[at]?.y ?? row.y));
  return median(distances.filter((gap, at) => gap > 0 && gap < 3 * (rows[at + 1]?.size ?? 12)));
}

/** Indices of rows in runs of at least three with two cells or more, the second cells aligned. */
function tableRows(rows: readonly Row[]): Set<number> {
  const result = new Set<number>();
  for (let at = 0; at < rows.length; ) {
    let end = at;
    const second = rows[at]?.segments[1]?.left;
    while (second !== undefined && end < rows.length && rows[end]?.segments.some((one, n) => n > 0 && Math.abs(one.left - second) < 6)) end += 1;
    if (end - at >= TABLE_ROWS) for (let row = at; row < end; row += 1) result.add(row);
    at = Math.max(end, at + 1);
  }
  return result;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
