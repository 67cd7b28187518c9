import { superscript } from '../canonical/footnotes.ts';
import { COLUMN_BREAK } from '../canonical/page-lines.ts';

/** A run of characters on a page: left edge, baseline (both from the top left, in points), width and type size. */
export interface PdfItem {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

interface Segment {
  text: string;
  left: number;
  right: number;
}
interface Row {
  y: number;
  size: number;
  segments: Segment[];
}

/** Gaps in a line, as parts of the type size: a space; the white between columns or cells. */
const SPACE_GAP = 0.15;
const COLUMN_GAP = 1.2;
/** A raised figure of at most this part of the line's size is a reference mark. */
const MARK_SIZE = 0.8;
const MARK_RISE = 0.15;
/** Columns: rows on both sides, part of the text width each takes, and how full its lines are (cells are not). */
const COLUMN_ROWS = 4;
const COLUMN_WIDTH = 0.25;
const COLUMN_FILL = 0.5;
/** A gap between lines of this many times the usual distance is a blank line. */
const BLANK_LINE = 1.3;
/** Rows of at least two cells, one below the other, that make a table. */
const TABLE_ROWS = 3;

/**
 * Lines of a page in reading order: columns one after the other, headings and footers over the full width between
 * them. A blank line stands where the distance says so; cells of a table are separated by ` | `.
 *
 * LangChain's PDFLoader and the text of pdf-parse itself follow the order in which a PDF was drawn; the first also joins
 * words without spaces. Both mix up columns, hence this.
 */
export function pdfLines(items: readonly PdfItem[]): string[] {
  return readRows(toRows(items));
}

function toRows(items: readonly PdfItem[]): Row[] {
  const rows: { y: number; size: number; items: PdfItem[] }[] = [];
  // Large type first, so that raised marks find the line they belong to.
  for (const item of [...items].sort((a, b) => b.size - a.size || a.y - b.y)) {
    const row = rows.find((one) => {
      const below = item.y - one.y;
      return item.size < one.size * MARK_SIZE ? below > -0.7 * one.size && below < 0.3 * one.size : Math.abs(below) < 0.35 * item.size;
    });
    if (row) row.items.push(item);
    else rows.push({ y: item.y, size: item.size, items: [item] });
  }
  return rows
    .map((row) => ({ y: row.y, size: row.size, segments: segments(row.items, row) }))
    .filter((row) => row.segments.length > 0)
    .sort((a, b) => a.y - b.y);
}

function segments(items: readonly PdfItem[], row: { y: number; size: number }): Segment[] {
  const result: Segment[] = [];
  for (const item of [...items].sort((a, b) => a.x - b.x)) {
    const raised = item.size < row.size * MARK_SIZE && row.y - item.y > MARK_RISE * row.size && /^\s*\d{1,3}\s*$/.test(item.text);
    const text = raised ? superscript(Number(item.text)) : item.text;
    const last = result.at(-1);
    const gap = last ? item.x - last.right : Infinity;
    if (text.trim() === '') {
      if (last && gap < COLUMN_GAP * row.size) {
        last.text += ' ';
        last.right = Math.max(last.right, item.x + Math.min(item.width, row.size));
      }
      continue;
    }
    if (last && gap < COLUMN_GAP * row.size) {
      last.text += (gap > SPACE_GAP * row.size && !raised ? ' ' : '') + text;
      last.right = Math.max(last.right, item.x + item.width);
    } else result.push({ text, left: item.x, right: item.x + item.width });
  }
  return result.map((one) => ({ ...one, text: one.text.replace(/\s+/g, ' ').trim() })).filter((one) => one.text !== '');
}

function readRows(rows: readonly Row[]): string[] {
  const gutter = findGutter(rows);
  if (gutter === undefined) return plainLines(rows);
  const lines: string[] = [];
  let at = 0;
  while (at < rows.length) {
    const crosses = (row: Row): boolean => row.segments.some((one) => one.left < gutter && one.right > gutter);
    const full = crosses(rows[at] as Row);
    let end = at + 1;
    while (end < rows.length && crosses(rows[end] as Row) === full) end += 1;
    const band = rows.slice(at, end);
    if (full) lines.push(...spaced(lines, plainLines(band)));
    else {
      const left = side(band, (one) => one.right <= gutter);
      const right = side(band, (one) => one.left >= gutter);
      // A centred page number or a short title beside the gutter is no column.
      if (left.length < 2 || right.length < 2) lines.push(...spaced(lines, plainLines(band)));
      else lines.push(...spaced(lines, readRows(left)), COLUMN_BREAK, ...readRows(right));
    }
    at = end;
  }
  return lines;
}

/** Bands follow each other like columns do: what stood between is unknown. */
const spaced = (before: readonly string[], lines: string[]): string[] => (before.length > 0 ? [COLUMN_BREAK, ...lines] : lines);

const side = (rows: readonly Row[], keep: (one: Segment) => boolean): Row[] =>
  rows.map((row) => ({ ...row, segments: row.segments.filter(keep) })).filter((row) => row.segments.length > 0);

/** The middle of the white between two columns, if the page has them. */
function findGutter(rows: readonly Row[]): number | undefined {
  const all = rows.flatMap((row) => row.segments);
  const left = Math.min(...all.map((one) => one.left));
  const right = Math.max(...all.map((one) => one.right));
  const width = right - left;
  let best: { x: number; score: number } | undefined;
  for (let x = left + width * COLUMN_WIDTH; x <= right - width * COLUMN_WIDTH; x += 2) {
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

function plainLines(rows: readonly Row[]): string[] {
  const distances = rows.slice(1).map((row, at) => row.y - (rows[at]?.y ?? row.y)).filter((gap) => gap > 0);
  const usual = median(distances.filter((gap, at) => gap < 3 * (rows[at + 1]?.size ?? 12)));
  const tables = tableRows(rows);
  const lines: string[] = [];
  rows.forEach((row, at) => {
    const before = rows[at - 1];
    if (before) {
      const gap = row.y - before.y;
      const size = Math.abs(row.size - before.size) > 0.15 * Math.min(row.size, before.size);
      if (gap > usual * BLANK_LINE + 0.5 || size) lines.push('');
    }
    lines.push(row.segments.map((one) => one.text).join(tables.has(at) ? ' | ' : ' '));
  });
  return lines;
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
