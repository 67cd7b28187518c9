import type { TextRange } from '../../../text/find-quote.ts';

/** What `search` finds and `fetch` gets: a document, or a run of its text. It tells where it lies, so that nothing need be remembered. */
export interface PassageId extends Partial<TextRange> {
  documentId: string;
}

export function passageId(documentId: string, { start, end }: TextRange): string {
  return `${documentId}:${start}-${end}`;
}

export function readPassageId(id: string): PassageId {
  const [, documentId, start, end] = /^(.*):(\d{1,9})-(\d{1,9})$/s.exec(id) ?? [];
  return documentId === undefined ? { documentId: id } : { documentId, start: Number(start), end: Number(end) };
}
