import type { DocumentSummary } from '../contract.ts';
import type { CanonicalDocument } from './document.ts';
import { forceOf } from './validity.ts';

/** What a list of sources shows of a document. */
export function summaryOf(document: CanonicalDocument): DocumentSummary {
  const { id, title, publisher, published, kind, status, sha256, address, licence, pageStarts } = document;
  return { id, title, publisher, published, kind, status, pages: pageStarts.length, sha256, ...(address && { address }), licence, ...forceOf(document) };
}
