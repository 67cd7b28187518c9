import type { Citation } from '../../server/contract.ts';
import type { Documents } from './citations.ts';

/** What a citation says about its document is what the document itself says. */
export function labelRight({ documentId, title, publisher, published, status }: Citation, documents: Documents): boolean {
  const document = documents.get(documentId);
  return document !== undefined && document.title === title && document.publisher === publisher && document.published === published && document.status === status;
}
