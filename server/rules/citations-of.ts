import type { Citation } from '../contract.ts';
import { makeCitation } from '../corpus/citation.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import type { SourcedText } from './sourced-text.ts';

/** Citations of a text, numbered from `first`. */
export function citationsOf(
  { quotes }: SourcedText,
  documents: ReadonlyMap<string, CanonicalDocument>,
  first = 1,
): Citation[] {
  return quotes.map(({ documentId, start, end }, index) => {
    const document = documents.get(documentId);
    if (document === undefined) throw new Error(`The rules quote ${documentId}, which the index does not hold`);
    return makeCitation(document, start, end, first + index);
  });
}
