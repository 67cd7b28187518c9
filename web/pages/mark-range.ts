import { notInText } from '../../server/views/document-view.ts';
import type { TextRange } from '../../server/text/find-quote.ts';

/** Marks a range of an article's own text, across its elements; page numbers are skipped. @returns the marks in order. */
export function markRange(article: HTMLElement, range: TextRange): HTMLElement[] {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element ? (node.hasAttribute(notInText) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP) : NodeFilter.FILTER_ACCEPT,
  );
  const pieces: { node: Text; from: number; to: number }[] = [];
  let at = 0;
  for (let node = walker.nextNode(); node !== null && at < range.end; node = walker.nextNode()) {
    const { length } = node as Text;
    const from = Math.max(0, range.start - at);
    const to = Math.min(length, range.end - at);
    if (from < to) pieces.push({ node: node as Text, from, to });
    at += length;
  }
  return pieces.map(({ node, from, to }) => {
    const quoted = node.splitText(from);
    quoted.splitText(to - from);
    const mark = document.createElement('mark');
    quoted.replaceWith(mark);
    mark.append(quoted);
    return mark;
  });
}

/** Takes all marks away and leaves the text as it was. */
export function clearMarks(article: HTMLElement): void {
  for (const mark of article.querySelectorAll('mark')) mark.replaceWith(...mark.childNodes);
  article.normalize();
}
