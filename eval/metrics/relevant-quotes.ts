import type { Answer, Citation, DocumentDetail } from '../../server/contract.ts';
import type { EvidenceItem } from '../load/evaluation-case.ts';
import type { Documents } from './citations.ts';
import { placesOf, touchesEvidence, type DocumentRange } from './coverage.ts';

/** Per citation: it is evidence, or stands in the same passage as evidence. */
export function relevantQuotes({ citations }: Answer, evidence: readonly EvidenceItem[], documents: Documents): boolean[] {
  const passages = evidence.flatMap(placesOf).map((place) => passageAround(place, documents.get(place.documentId)));
  return citations.map((citation) => touchesEvidence(citation, evidence) || passages.some((passage) => within(citation, passage)));
}

const within = ({ documentId, start, end }: Citation, passage: DocumentRange): boolean =>
  documentId === passage.documentId && start >= passage.start && end <= passage.end;

/** The paragraph, or the list with its introduction, that a place stands in; without blocks the stretch between blank lines. */
function passageAround({ documentId, start, end }: DocumentRange, document: DocumentDetail | undefined): DocumentRange {
  if (!document) return { documentId, start, end };
  const { text, blocks } = document;
  if (!blocks) {
    const after = text.indexOf('\n\n', end);
    return { documentId, start: text.lastIndexOf('\n\n', start) + 1, end: after < 0 ? text.length : after };
  }
  let first = blocks.findIndex((block) => block.end > start);
  let last = blocks.findLastIndex((block) => block.start < end);
  if (first < 0 || last < first) return { documentId, start, end };
  while (blocks[first]!.kind === 'list-item' && blocks[first - 1] && /^(?:list-item|paragraph)$/.test(blocks[first - 1]!.kind)) first -= 1;
  while (blocks[last]!.kind === 'list-item' && blocks[last + 1]?.kind === 'list-item') last += 1;
  return { documentId, start: blocks[first]!.start, end: blocks[last]!.end };
}
