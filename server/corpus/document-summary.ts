import type { DocumentSummary } from '../contract.ts';
import type { CanonicalDocument } from './document.ts';
import { statusOf } from './source-worth.ts';
import { forceOf } from './validity.ts';

/** What a list of sources shows of a document. */
export function summaryOf(document: CanonicalDocument): DocumentSummary {
  const { id, title, publisher, published, kind, status, authority, worth, sha256, address, licence, pageStarts } = document;
  return { id, title, publisher, published, kind, ...(worth && { kindName: worth.kindName }), status, ...statusOf(worth), authority, pages: pageStarts.length, sha256, ...(address && { address }), licence, ...forceOf(document) };
}
