import type { RawBlock } from './source-text.ts';

const FEWEST_ROWS = 4;
/** `ADZ algemene diensten …`, `Jw Jeugdwet`, `WOZO programma Wonen, …` */
const ABBREVIATION_ROW = /^(?:\p{Lu}\p{Ll}{1,3}|(?=\S{0,9}\p{Lu}\S*\p{Lu})[\p{L}&]{2,10})[⁰¹²³⁴-⁹]*\s+\p{L}/u;

/** Joins the rows of a list of abbreviations (one abbreviation and its meaning a line) to one table block. */
export function joinTables(blocks: readonly RawBlock[]): RawBlock[] {
  const result: RawBlock[] = [];
  for (let at = 0; at < blocks.length; ) {
    let end = at;
    while (isRow(blocks[end])) end += 1;
    const rows = blocks.slice(at, end);
    if (rows.length >= FEWEST_ROWS) {
      result.push(rows.reduce(appendRow));
      at = end;
    } else {
      result.push(...blocks.slice(at, Math.max(end, at + 1)));
      at = Math.max(end, at + 1);
    }
  }
  return result;
}

const isRow = (block: RawBlock | undefined): boolean =>
  block?.kind === 'paragraph' && block.text.length < 120 && ABBREVIATION_ROW.test(block.text) && !/[.!?:;,]$/.test(block.text);

function appendRow(table: RawBlock, row: RawBlock): RawBlock {
  const at = table.text.length + 1;
  const breaks = [...(table.breaks ?? [])];
  if (row.page > (breaks.at(-1)?.page ?? table.page)) breaks.push({ at, page: row.page });
  for (const own of row.breaks ?? []) breaks.push({ at: at + own.at, page: own.page });
  return { kind: 'table', page: table.page, text: `${table.text}\n${row.text}`, ...(breaks.length > 0 ? { breaks } : {}) };
}
