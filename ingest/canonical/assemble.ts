import type { Block, Sentence } from '../../server/corpus/document.ts';
import { splitSentences } from '../../server/text/sentences.ts';
import { LONGEST, pieces } from './bounds.ts';
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
  const leads = leadsOf(raw);
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
    const lead = leads[index];
    blocks.push({
      start,
      end: text.length,
      kind: block.kind,
      ...(block.kind === 'heading' ? { level: block.level ?? 1 } : {}),
      ...(lead === undefined ? {} : { lead }),
    });
    for (const [from, to] of blockSentences(block).flatMap((range) => bounded(block.text, range))) sentences.push({ start: body + from, end: body + to, block: index });
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

/** A sentence without end is cut at blanks: it would be a passage without end. */
function bounded(text: string, [from, to]: [number, number]): [number, number][] {
  if (to - from <= LONGEST.sentence) return [[from, to]];
  return pieces(text.slice(from, to), LONGEST.sentence).flatMap(([start, end]): [number, number][] => {
    const piece = text.slice(from + start, from + end);
    const lead = piece.length - piece.trimStart().length;
    return piece.trim() === '' ? [] : [[from + start + lead, from + start + piece.trimEnd().length]];
  });
}

/** Of each list item the item one level up, or the paragraph before the list if it announces something. */
function leadsOf(raw: readonly RawBlock[]): (number | undefined)[] {
  /** Items that a deeper one may stand below, outermost first; and what the list follows. */
  let open: number[] = [];
  let announcement: number | undefined;
  return raw.map((block, index) => {
    if (block.kind === 'footnote') return undefined;
    if (block.kind !== 'list-item') {
      open = [];
      announcement = announces(block) ? index : undefined;
      return undefined;
    }
    const depth = block.depth ?? 0;
    while (open.length > 0 && (raw[open.at(-1)!]!.depth ?? 0) >= depth) open.pop();
    const lead = open.at(-1) ?? announcement;
    open.push(index);
    return lead;
  });
}

const announces = ({ kind, level, text }: RawBlock): boolean => (kind === 'heading' ? (level ?? 1) > 1 && /[?:]$/.test(text) : text.endsWith(':'));

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
