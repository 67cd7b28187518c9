import { CELLS } from './line-breaks.ts';
import type { RawBlock } from './source-text.ts';

/** Fewer lines that look like abbreviations with their meaning are none; two rows of cells make a table. */
const FEWEST_ABBREVIATIONS = 4;
const FEWEST_ROWS = 2;
/** `ADZ algemene diensten …`, `Jw Jeugdwet`, `WOZO programma Wonen, …` */
const ABBREVIATION_ROW = /^(?:\p{Lu}\p{Ll}{1,3}|(?=\S{0,9}\p{Lu}\S*\p{Lu})[\p{L}&]{2,10})[⁰¹²³⁴-⁹]*\s+\p{L}/u;

/** Joins rows of cells, and the lines of a list of abbreviations, to one table block. */
export function joinTables(blocks: readonly RawBlock[]): RawBlock[] {
  const result: RawBlock[] = [];
  for (let at = 0; at < blocks.length; ) {
    const [isRow, fewest] = isCells(blocks[at]) ? ([isCells, FEWEST_ROWS] as const) : ([isAbbreviation, FEWEST_ABBREVIATIONS] as const);
    let end = at;
    while (isRow(blocks[end])) end += 1;
    const rows = blocks.slice(at, end);
    if (rows.length >= fewest) {
      result.push(rows.reduce(appendRow));
      at = end;
    } else {
      for (const block of blocks.slice(at, Math.max(end, at + 1))) result.push(block);
      at = Math.max(end, at + 1);
    }
  }
  return result;
}

const isCells = (block: RawBlock | undefined): boolean => block?.kind === 'paragraph' && CELLS.test(block.text);

const isAbbreviation = (block: RawBlock | undefined): boolean =>
  block?.kind === 'paragraph' && block.text.length < 120 && ABBREVIATION_ROW.test(block.text) && !/[.!?:;,]$/.test(block.text);

function appendRow(table: RawBlock, row: RawBlock): RawBlock {
  const at = table.text.length + 1;
  const breaks = [...(table.breaks ?? [])];
  if (row.page > (breaks.at(-1)?.page ?? table.page)) breaks.push({ at, page: row.page });
  for (const own of row.breaks ?? []) breaks.push({ at: at + own.at, page: own.page });
  return { kind: 'table', page: table.page, text: `${table.text}\n${row.text}`, ...(breaks.length > 0 ? { breaks } : {}) };
}
