import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentBlock } from '../contract.ts';
import { documentView, notInText } from './document-view.ts';
import type { ViewElement, ViewNode } from './view.ts';

/** All text of a view but page numbers. */
function ownText(node: ViewNode): string {
  if (typeof node === 'string') return node;
  return notInText in node.attributes ? '' : node.children.map(ownText).join('');
}

function find(node: ViewNode, tag: string): ViewElement[] {
  if (typeof node === 'string') return [];
  return [...(node.tag === tag ? [node] : []), ...node.children.flatMap((child) => find(child, tag))];
}

const text = '1 Kop\n\nEen alinea over\ntwee regels.\n\f• Punt een.\n• Punt twee loopt\fdoor.\n\nSlot.';
const at = (words: string): { start: number; end: number } => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const blocks: DocumentBlock[] = [
  { ...at('1 Kop'), kind: 'heading', level: 1 },
  { ...at('Een alinea over\ntwee regels.'), kind: 'paragraph' },
  { ...at('• Punt een.'), kind: 'list-item' },
  { ...at('• Punt twee loopt\fdoor.'), kind: 'list-item' },
  { ...at('Slot.'), kind: 'paragraph' },
];
const document = { title: 'T', text, pageStarts: [0, text.indexOf('\f') + 1, text.lastIndexOf('\f') + 1], blocks };
const pageLabel = (page: number): string => `Pagina ${page}`;

describe('documentView', () => {
  it('lays out headings, paragraphs and lists', () => {
    const view = documentView(document, { pageLabel, headingLevel: 3 });
    expect(find(view, 'h3').map(ownText)).toEqual(['1 Kop']);
    expect(find(view, 'li').map(ownText)).toEqual(['• Punt een.', '• Punt twee loopt\fdoor.']);
  });

  it('numbers every page once, in order, where it starts', () => {
    const view = documentView(document, { pageLabel });
    const marks = [...find(view, 'p'), ...find(view, 'span')].filter((node) => notInText in node.attributes);
    expect(marks.map((mark) => mark.attributes['id']).sort()).toEqual(['pagina-1', 'pagina-2', 'pagina-3']);
  });

  it('marks exactly the quote, also over a page', () => {
    const range = at('twee loopt\fdoor');
    const view = documentView(document, { pageLabel, marks: [{ ...range, id: 'citaat' }] });
    const marks = find(view, 'mark');
    expect(marks.map(ownText).join('')).toBe('twee loopt\fdoor');
    expect(marks.map((mark) => mark.attributes['id'])).toEqual(['citaat', undefined]);
  });

  it('holds every character once and in order, with any blocks, pages and marks', () => {
    const offset = fc.nat(text.length);
    fc.assert(
      fc.property(fc.array(offset, { maxLength: 12 }), fc.array(offset, { maxLength: 4 }), offset, offset, fc.boolean(), (edges, pages, a, b, withBlocks) => {
        const sorted = [...edges].sort((x, y) => x - y);
        const kinds = ['heading', 'paragraph', 'list-item', 'footnote', 'table'] as const;
        const anyBlocks = sorted.slice(1).map((end, index) => ({ start: sorted[index] ?? 0, end, kind: kinds[index % 5] ?? 'paragraph' }));
        const pageStarts = [0, ...[...pages].sort((x, y) => x - y)];
        const mark = { start: Math.min(a, b), end: Math.max(a, b), id: 'citaat' };
        const view = documentView({ title: 'T', text, pageStarts, ...(withBlocks ? { blocks: anyBlocks } : {}) }, { pageLabel, marks: [mark] });
        expect(ownText(view)).toBe(text);
        expect(find(view, 'mark').map(ownText).join('')).toBe(text.slice(mark.start, mark.end));
      }),
    );
  });
});
