import { LONGEST } from './bounds.ts';
import { joinLines } from './join-lines.ts';
import type { Lexicon } from './lexicon.ts';
import { lineBreaks, strayBullet } from './line-breaks.ts';
import { listMarker, type ListMarker } from './list-marker.ts';
import type { Line } from './page-lines.ts';
import type { CanonicalReport, RawBlock } from './source-text.ts';

/** Puts lines together to paragraphs and list items; headings, tables and footnotes are told apart afterwards. */
export function layoutLines(lines: readonly Line[], lexicon: Lexicon, report: CanonicalReport): RawBlock[] {
  const breaks = lineBreaks(lines);
  const blocks: RawBlock[] = [];
  let open: ListMarker[] = [];
  lines.forEach((line, at) => {
    const current = blocks.at(-1);
    if (current && !breaks.startsBlock(at) && current.text.length + line.text.length < LONGEST.block) {
      append(current, line, lexicon, report);
      return;
    }
    const marker = listMarker(line.text, open);
    if (marker) {
      open = [...open.filter((item) => item.style !== marker.style), marker];
      blocks.push({ kind: 'list-item', style: marker.style, bullet: marker.bullet, page: line.page, text: marker.text });
    } else {
      open = [];
      blocks.push({ kind: 'paragraph', page: line.page, text: line.text });
    }
  });
  return blocks;
}

function append(block: RawBlock, line: Line, lexicon: Lexicon, report: CanonicalReport): void {
  let text = line.text;
  const rest = strayBullet(block.text, line);
  if (rest !== undefined) {
    report.removed.push({ page: line.page, text: text.slice(0, text.length - rest.length).trim(), why: 'opsommingsteken midden in een zin' });
    text = rest;
  }
  const join = joinLines(block.text, text, lexicon);
  if (join.word) report.joined.push({ page: line.page, ...join.word });
  const start = block.text.slice(0, block.text.length - join.cut) + join.glue;
  if (line.page > (block.breaks?.at(-1)?.page ?? block.page)) (block.breaks ??= []).push({ at: start.length, page: line.page });
  block.text = start + (join.head === undefined ? text : join.head + text.slice(1));
}
