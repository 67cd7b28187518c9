import type { Citation } from '../contract.ts';
import { pageAt, type CanonicalDocument } from '../corpus/document.ts';

/**
 * Whether a citation is what it claims to be: the quote stands at its offsets in the document's
 * canonical text, character for character, and starts on the page that is named.
 */
export function isVerified(citation: Citation, documents: ReadonlyMap<string, CanonicalDocument>): boolean {
  const document = documents.get(citation.documentId);
  return (
    document !== undefined &&
    citation.quote.length > 0 &&
    citation.documentSha256 === document.sha256 &&
    document.text.slice(citation.start, citation.end) === citation.quote &&
    pageAt(document.pageStarts, citation.start) === citation.page
  );
}
