import type { TracedText } from '../contract.ts';
import { pageAt, type CanonicalDocument } from '../corpus/document.ts';

/** Enough of a text to know which it is. */
const SHOWN = 160;

/** A run of a source's text for the trace. */
export function traced(document: CanonicalDocument, start: number, end: number, score: number): TracedText {
  const text = document.text.slice(start, end).replace(/\s+/g, ' ').trim();
  return {
    documentId: document.id,
    page: pageAt(document.pageStarts, start),
    start,
    end,
    text: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text,
    score,
  };
}
