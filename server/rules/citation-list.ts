import type { Citation } from '../contract.ts';
import { makeCitation } from '../corpus/citation.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import type { Quote } from './sourced-text.ts';

/** Citations of a result, each place once, numbered from 1. */
export interface CitationList {
  readonly all: readonly Citation[];
  /** Numbers of the first so many quotes. */
  add(quotes: readonly Quote[], most: number): number[];
}

export function citationList(documents: ReadonlyMap<string, CanonicalDocument>): CitationList {
  const all: Citation[] = [];
  const numberOf = ({ documentId, start, end }: Quote): number => {
    const known = all.find((citation) => citation.documentId === documentId && citation.start === start && citation.end === end);
    if (known) return known.n;
    const document = documents.get(documentId);
    if (document === undefined) throw new Error(`The rules quote ${documentId}, which the index does not hold`);
    all.push(makeCitation(document, start, end, all.length + 1));
    return all.length;
  };
  return { all, add: (quotes, most) => [...new Set(quotes.slice(0, most).map(numberOf))] };
}
