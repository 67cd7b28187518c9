import type { Answer, Citation, DocumentDetail } from '../../server/contract.ts';
import { pageAt } from '../../server/corpus/document.ts';
import type { EvidenceItem } from '../load/evaluation-case.ts';
import { coversItem, touchesEvidence, type DocumentRange } from './coverage.ts';

export type Documents = ReadonlyMap<string, DocumentDetail>;

/** What is wrong with a citation; the report names each. */
export type CitationFault = 'onbekend-document' | 'citaat-wijkt-af' | 'verkeerde-pagina' | 'ander-document' | 'geen-verwijzing';

export interface CitationCheck {
  n: number;
  faults: CitationFault[];
}

/**
 * Exact check, without any judging: the document exists and has this sha256, the quote is `text.slice(start, end)`, the
 * page is that of `start`, and the answer refers to it.
 */
export function checkCitation(citation: Citation, answer: string, documents: Documents): CitationCheck {
  const { n, documentId, start, end, quote, page, documentSha256 } = citation;
  const document = documents.get(documentId);
  if (!document) return { n, faults: ['onbekend-document'] };
  const faults: CitationFault[] = [];
  if (document.text.slice(start, end) !== quote || quote === '') faults.push('citaat-wijkt-af');
  if (pageAt(document.pageStarts, start) !== page) faults.push('verkeerde-pagina');
  if (document.sha256 !== documentSha256) faults.push('ander-document');
  if (!markersIn(answer).has(n)) faults.push('geen-verwijzing');
  return { n, faults };
}

/** Numbers of the markers `[1]` in an answer. */
export function markersIn(answer: string): Set<number> {
  return new Set([...answer.matchAll(/\[(\d+(?:\s*,\s*\d+)*)\]/g)].flatMap(([, list]) => list!.split(',').map(Number)));
}

export interface CitationScores {
  checks: CitationCheck[];
  /** Markers in the text without a citation. */
  danglingMarkers: number[];
  /** Per evidence item: do the valid citations together cover one of its quotes? */
  itemsCited: boolean[];
  /** Per citation: is it (part of) evidence? The cases list every deciding sentence that two readers found, so this is a lower bound. */
  relevant: boolean[];
  /** Characters quoted. */
  characters: number;
}

/** A citation that is not verbatim proves nothing: it cannot cover evidence. */
export function scoreCitations(answer: Answer, evidence: readonly EvidenceItem[], documents: Documents): CitationScores {
  const checks = answer.citations.map((citation) => checkCitation(citation, answer.answer, documents));
  const numbers = new Set(answer.citations.map(({ n }) => n));
  const proves = (at: number): boolean =>
    !checks[at]!.faults.some((fault) => fault === 'onbekend-document' || fault === 'citaat-wijkt-af');
  const ranges: DocumentRange[] = answer.citations.filter((_, at) => proves(at));
  return {
    checks,
    danglingMarkers: [...markersIn(answer.answer)].filter((n) => !numbers.has(n)),
    itemsCited: evidence.map((item) => coversItem(item, ranges)),
    relevant: answer.citations.map((citation, at) => proves(at) && touchesEvidence(citation, evidence)),
    characters: answer.citations.reduce((sum, { quote }) => sum + quote.length, 0),
  };
}
