import { LONGEST, pieces } from './bounds.ts';
import type { LineMeasure, RemovedText, SourceText } from './source-text.ts';

/** A line with only this on it: what follows stands at the top of the next column. */
export const COLUMN_BREAK = '\v';

const isInk = (line: string): boolean => line !== '' && line !== COLUMN_BREAK;

/** A line with ink on it. */
export interface Line {
  text: string;
  page: number;
  /** Blank lines between this line and the one before it on the same page. */
  blanks: number;
  /** First line of its page or column: what stood between it and the line before is unknown. */
  top: boolean;
  measure?: LineMeasure;
}

/** Page furniture that is known by its shape. */
const FURNITURE = [
  /^(?:pagina|blz\.?|page)\s*\d{1,4}(?:\s*(?:van|\/|of)\s*\d{1,4})?$/i,
  /^(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}.*$/,
  /^(?:Staatscourant|Staatsblad) \d{4}.{0,40}$/,
  /^[-–]?\s*\d{1,3}\s*[-–]?$/,
];
/** Lines this far from the top or the bottom of a page can be running headers or footers. */
const EDGE_LINES = 3;
/** A line that stands at the edge of at least this many pages, and on half of them, runs along. */
const RUNNING_PAGES = 3;

/** Splits pages into lines and takes out running headers, footers, page numbers and stray chapter numbers. */
export function pageLines(pages: readonly string[], measures: SourceText['measures'] = []): { lines: Line[]; removed: RemovedText[] } {
  const split = pages.map((page) => page.split('\n').map((text) => text.replace(/ +/g, ' ').replace(/^ | $/g, '')));
  const running = runningLines(split);
  const removed: RemovedText[] = [];
  const lines: Line[] = [];
  split.forEach((page, index) => {
    let blanks = 0;
    let top = true;
    const inked = page.filter(isInk).length;
    let order = -1;
    page.forEach((text, row) => {
      if (!isInk(text)) {
        blanks += 1;
        top ||= text === COLUMN_BREAK;
        return;
      }
      order += 1;
      const atEdge = order < EDGE_LINES || order >= inked - EDGE_LINES;
      const why = !atEdge
        ? undefined
        : FURNITURE.some((pattern) => pattern.test(text))
          ? 'paginanummer of voettekst'
          : running.has(shape(text))
            ? 'kop- of voettekst die op meer pagina’s staat'
            : undefined;
      if (why) {
        removed.push({ page: index + 1, text, why });
        return;
      }
      const measure = measures[index]?.[row];
      for (const [start, end] of pieces(text, LONGEST.line)) {
        lines.push({ text: text.slice(start, end), page: index + 1, blanks: top ? 0 : blanks, top, ...(measure ? { measure } : {}) });
        blanks = 0;
        top = false;
      }
    });
  });
  return { lines, removed };
}

/** The same but for figures: page numbers differ from page to page. */
const shape = (line: string): string => line.replace(/\d+/g, '#').toLowerCase();

function runningLines(pages: readonly string[][]): Set<string> {
  const count = new Map<string, number>();
  for (const page of pages) {
    const inked = page.filter(isInk);
    const edge = new Set([...inked.slice(0, EDGE_LINES), ...inked.slice(-EDGE_LINES)].map(shape));
    for (const line of edge) count.set(line, (count.get(line) ?? 0) + 1);
  }
  const needed = Math.max(RUNNING_PAGES, Math.ceil(pages.length / 2));
  // A list item or a numbered heading repeats its shape ("# Inleiding"); a running line is the same text.
  return new Set([...count].filter(([line, n]) => n >= needed && /\p{L}{3}/u.test(line)).map(([line]) => line));
}
