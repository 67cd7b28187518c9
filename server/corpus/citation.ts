import type { Citation } from '../contract.ts';
import { pageAt, type CanonicalDocument } from './document.ts';
import { quoteLink } from './quote-link.ts';
import { statusOf } from './source-worth.ts';
import { forceOf } from './validity.ts';

/** A heading may carry a footnote's number; it says nothing without the note. */
const footnoteMarks = /[⁰¹²³⁴-⁹]+$/u;

/**
 * A citation of `document.text.slice(start, end)` as clients get it.
 * @param start offset in UTF-16 code units, inclusive @param end exclusive
 * @param n number of the marker `[n]`, from 1
 * @throws RangeError when the range is empty or outside the text: such a citation must never be sent
 */
export function makeCitation(document: CanonicalDocument, start: number, end: number, n: number): Citation {
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= document.text.length)) {
    throw new RangeError(`No quote at ${start}–${end} in ${document.id}`);
  }
  const quote = document.text.slice(start, end);
  return {
    n,
    documentId: document.id,
    title: document.title,
    publisher: document.publisher,
    published: document.published,
    status: document.status,
    ...statusOf(document.worth),
    ...forceOf(document),
    page: pageAt(document.pageStarts, start),
    section: sectionAt(document, start),
    quote,
    start,
    end,
    documentSha256: document.sha256,
    href: quoteLink({ documentId: document.id, start, end, quote }),
  };
}

/** The last two headings above an offset, outermost first: "4 Hoe te gebruiken? › Contractvereiste"; empty without headings. */
export function sectionAt(document: CanonicalDocument, offset: number): string {
  return headingPathAt(document, offset)
    .slice(-2)
    .map((heading) => heading.replace(footnoteMarks, ''))
    .join(' › ');
}

/** All headings above an offset, outermost first. */
export function headingPathAt(document: CanonicalDocument, offset: number): string[] {
  const path: { level: number; text: string }[] = [];
  for (const { kind, start, end, level = 1 } of document.blocks) {
    if (start > offset) break;
    if (kind !== 'heading') continue;
    while ((path.at(-1)?.level ?? 0) >= level) path.pop();
    path.push({ level, text: document.text.slice(start, end).replace(/\s+/g, ' ').trim() });
  }
  return path.map(({ text }) => text);
}
