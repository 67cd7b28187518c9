import type { Block, Sentence } from '../../server/corpus/document.ts';
import { splitSentences } from '../../server/text/sentences.ts';
import type { RawBlock } from './source-text.ts';

export interface Assembled {
  text: string;
  pageStarts: number[];
  blocks: Block[];
  sentences: Sentence[];
}

/**
 * Writes the blocks into one text and counts offsets: blank line between paragraphs, line feed between list items,
 * `• ` before bullets, two spaces for each level of nesting. A page starts where its first text stands, which may be
 * in the middle of a sentence.
 */
export function assemble(raw: readonly RawBlock[], pageCount: number): Assembled {
  let text = '';
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  const starts = new Map<number, number>();
  raw.forEach((block, index) => {
    const previous = raw[index - 1];
    if (previous) text += previous.kind === 'list-item' && block.kind === 'list-item' ? '\n' : '\n\n';
    if (block.kind === 'list-item') text += '  '.repeat(block.depth ?? 0);
    const start = text.length;
    if (!starts.has(block.page)) starts.set(block.page, start);
    if (block.bullet) text += '• ';
    const body = text.length;
    text += block.text;
    for (const { at, page } of block.breaks ?? []) if (!starts.has(page)) starts.set(page, body + at);
    const lead = leadOf(raw, index);
    blocks.push({
      start,
      end: text.length,
      kind: block.kind,
      ...(block.kind === 'heading' ? { level: block.level ?? 1 } : {}),
      ...(lead === undefined ? {} : { lead }),
    });
    for (const [from, to] of blockSentences(block)) sentences.push({ start: body + from, end: body + to, block: index });
  });
  return { text, pageStarts: pageStarts(starts, pageCount, text.length), blocks, sentences };
}

/** A table row up to this length counts as one sentence. */
const LONG_ROW = 300;

function blockSentences(block: RawBlock): [number, number][] {
  if (block.kind === 'heading') return [[0, block.text.length]];
  // The mark of a footnote is no part of its sentence, like a bullet.
  const mark = block.kind === 'footnote' ? (/^[⁰¹²³⁴-⁹*]+\s/u.exec(block.text)?.[0].length ?? 0) : 0;
  if (block.kind !== 'table') return splitSentences(block.text.slice(mark)).map(([from, to]) => [mark + from, mark + to]);
  const rows: [number, number][] = [];
  let at = 0;
  for (const row of block.text.split('\n')) {
    if (row.length > LONG_ROW) rows.push(...splitSentences(row).map(([from, to]): [number, number] => [at + from, at + to]));
    else if (row !== '') rows.push([at, at + row.length]);
    at += row.length + 1;
  }
  return rows;
}

/** The item one level up, or the paragraph before the list if it announces something. */
function leadOf(raw: readonly RawBlock[], index: number): number | undefined {
  const block = raw[index];
  if (block?.kind !== 'list-item') return undefined;
  for (let back = index - 1; back >= 0; back -= 1) {
    const other = raw[back];
    if (other?.kind === 'footnote') continue;
    if (other?.kind === 'list-item') {
      if ((other.depth ?? 0) < (block.depth ?? 0)) return back;
      continue;
    }
    if (!other) return undefined;
    const announces = other.kind === 'heading' ? (other.level ?? 1) > 1 && /[?:]$/.test(other.text) : /:$/.test(other.text);
    return announces ? back : undefined;
  }
  return undefined;
}

/** A page without text starts where the next one does. */
function pageStarts(starts: ReadonlyMap<number, number>, pageCount: number, length: number): number[] {
  const result = new Array<number>(pageCount);
  let next = length;
  for (let page = pageCount; page >= 1; page -= 1) {
    next = Math.min(next, starts.get(page) ?? next);
    result[page - 1] = next;
  }
  result[0] = 0;
  return result;
}
