import { superscript } from '../canonical/footnotes.ts';

/** A run of characters on a page: left edge, baseline (both from the top left, in points), width and type size. */
export interface PdfItem {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

/** Text without a wide gap. */
export interface Segment {
  text: string;
  left: number;
  right: number;
  /** Of its largest type: a row may hold a heading in one column and text in the other. */
  y: number;
  size: number;
}
/** Segments on one line of the page, which may belong to different columns; `y` and `size` are those of its largest type. */
export interface Row {
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
/** Puts items on lines and joins what touches; rows from top to bottom, segments from left to right. */
export function toRows(items: readonly PdfItem[]): Row[] {
  const rows: { y: number; size: number; items: PdfItem[] }[] = [];
  // Large type first, so that raised marks find the line they belong to.
  for (const item of [...items].sort((a, b) => b.size - a.size || a.y - b.y)) {
    const row =
      rows.find((one) => Math.abs(item.y - one.y) < 0.35 * item.size && item.size >= one.size * MARK_SIZE) ??
      rows.filter((one) => isMarkOf(item, one)).sort((a, b) => distance(item, a) - distance(item, b))[0];
    if (row) row.items.push(item);
    else rows.push({ y: item.y, size: item.size, items: [item] });
  }
  return rows
    .map((row) => ({ y: row.y, size: row.size, segments: segments(row.items, row) }))
    .filter((row) => row.segments.length > 0)
    .sort((a, b) => a.y - b.y);
}

/** Small type a little above or below a line of larger type. */
function isMarkOf(item: PdfItem, row: { y: number; size: number }): boolean {
  const below = item.y - row.y;
  return item.size < row.size * MARK_SIZE && below > -0.7 * row.size && below < 0.3 * row.size;
}

/** White between an item and the text it would follow: lines of another column may lie just as near in height. */
const distance = (item: PdfItem, row: { items: readonly PdfItem[] }): number =>
  Math.min(...row.items.map((other) => Math.abs(item.x - other.x - other.width)));

function segments(items: readonly PdfItem[], row: { y: number; size: number }): Segment[] {
  const result: Segment[] = [];
  for (const item of [...items].sort((a, b) => a.x - b.x)) {
    const raised = item.size < row.size * MARK_SIZE && row.y - item.y > MARK_RISE * row.size && /^\s*\d{1,3}\s*$/.test(item.text);
    const text = raised ? superscript(Number(item.text)) : item.text;
    const last = result.at(-1);
    const gap = last ? item.x - last.right : Infinity;
    // By the smaller type: a heading may stand beside text of the next column.
    const wide = COLUMN_GAP * Math.min(last?.size ?? Infinity, raised ? Infinity : item.size);
    if (text.trim() === '') {
      if (last && gap < wide) {
        last.text += ' ';
        last.right = Math.max(last.right, item.x + Math.min(item.width, row.size));
      }
      continue;
    }
    if (last && gap < wide) {
      last.text += (gap > SPACE_GAP * row.size && !raised ? ' ' : '') + text;
      last.right = Math.max(last.right, item.x + item.width);
      if (item.size > last.size) Object.assign(last, { y: item.y, size: item.size });
    } else result.push({ text, left: item.x, right: item.x + item.width, y: item.y, size: item.size });
  }
  return result.map((one) => ({ ...one, text: one.text.replace(/\s+/g, ' ').trim() })).filter((one) => one.text !== '');
}
