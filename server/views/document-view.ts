import type { DocumentBlock, DocumentDetail } from '../contract.ts';
import type { TextRange } from '../text/find-quote.ts';
import { h, type ViewElement, type ViewNode } from './view.ts';

/** Marks what is on the page but not in the document's text, such as page numbers; offsets skip it. */
export const notInText = 'data-not-in-text';

export interface Mark extends TextRange {
  id: string;
}

/**
 * A document as a readable page. Every character of its text stands in the view once and in order (page numbers are
 * marked as not in the text), so that a quote's offsets lead to its place and what is marked is exactly the quote.
 */
export function documentView(
  document: Pick<DocumentDetail, 'text' | 'pageStarts' | 'blocks' | 'title'>,
  options: { marks?: readonly Mark[]; headingLevel?: number; idPrefix?: string; pageLabel: (page: number) => string },
): ViewElement {
  const { text } = document;
  const { marks = [], headingLevel = 2, idPrefix = '', pageLabel } = options;
  const blocks = usableBlocks(document);
  const pages = document.pageStarts.map((start, index) => ({ start, number: index + 1 }));
  let nextPage = 0;

  /** Text between two offsets, with page numbers where pages start and marks around quotes. */
  function run(from: number, to: number, inline: boolean): ViewNode[] {
    const nodes: ViewNode[] = [];
    let at = from;
    while (at < to) {
      const page = pages[nextPage];
      if (page !== undefined && page.start <= at) {
        nextPage += 1;
        nodes.push(pageMark(page.number, inline));
        continue;
      }
      const stop = Math.min(to, page?.start ?? to);
      nodes.push(...marked(text, at, stop, marks));
      at = stop;
    }
    return nodes;
  }

  function pageMark(number: number, inline: boolean): ViewElement {
    return h(
      inline ? 'span' : 'p',
      { class: 'page-mark', id: `${idPrefix}pagina-${number}`, [notInText]: true, 'data-page': number },
      h('span', {}, pageLabel(number)),
    );
  }

  const body: ViewNode[] = [];
  let list: ViewElement | undefined;
  let at = 0;
  for (const block of blocks) {
    const gap = run(at, block.start, false);
    // A page that starts exactly at a block gets its number before the block, not inside it.
    const page = pages[nextPage];
    if (page !== undefined && page.start <= block.start) {
      nextPage += 1;
      gap.push(pageMark(page.number, false));
    }
    const breaksList = gap.some((node) => typeof node !== 'string');
    if (block.kind !== 'list-item' || breaksList) list = undefined;
    (list?.children ?? body).push(...gap);
    const content = run(block.start, block.end, true);
    if (block.kind === 'list-item') {
      if (list === undefined) {
        list = h('ul', { role: 'list' });
        body.push(list);
      }
      list.children.push(h('li', {}, content));
    } else {
      body.push(blockElement(block, content, headingLevel));
    }
    at = block.end;
  }
  body.push(...run(at, text.length, false));
  return h('article', { class: 'document', lang: 'nl', 'aria-label': document.title }, body);
}

function blockElement(block: DocumentBlock, content: ViewNode[], headingLevel: number): ViewElement {
  switch (block.kind) {
    case 'heading':
      return h(`h${Math.min(6, headingLevel + (block.level ?? 1) - 1)}`, { 'data-level': block.level ?? 1 }, content);
    case 'footnote':
      return h('p', { class: 'footnote' }, content);
    case 'table':
      return h('p', { class: 'table' }, content);
    default:
      return h('p', {}, content);
  }
}

/** Splits a run of text at the edges of the marks. */
function marked(text: string, from: number, to: number, marks: readonly Mark[]): ViewNode[] {
  const edges = [from, ...marks.flatMap(({ start, end }) => [start, end]).filter((edge) => edge > from && edge < to), to];
  edges.sort((a, b) => a - b);
  const nodes: ViewNode[] = [];
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const start = edges[index] ?? from;
    const end = edges[index + 1] ?? to;
    if (start === end) continue;
    const mark = marks.find((candidate) => candidate.start <= start && candidate.end >= end);
    const piece = text.slice(start, end);
    // Only the first piece of a quote carries its id: a quote can run over a page break.
    nodes.push(mark ? h('mark', { id: start === mark.start ? mark.id : undefined }, piece) : piece);
  }
  return nodes;
}

/** Blocks as the index gives them, made safe to lay out; without any, paragraphs split at blank lines. */
function usableBlocks(document: Pick<DocumentDetail, 'text' | 'blocks'>): DocumentBlock[] {
  const { text } = document;
  let at = 0;
  const blocks = (document.blocks ?? []).filter((block) => {
    const fits = block.start >= at && block.end > block.start && block.end <= text.length;
    if (fits) at = block.end;
    return fits;
  });
  if (blocks.length > 0) return blocks;
  return [...text.matchAll(/\S(?:[^\n\f]|\n(?!\s*\n))*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    kind: 'paragraph' as const,
  }));
}
