import type { EvidenceItem, TextRange } from '../load/evaluation-case.ts';

/** A stretch of a document that was found or cited. */
export interface DocumentRange extends TextRange {
  documentId: string;
}

/**
 * How much of an evidence quote must lie within what was cited (or retrieved) to count as found. A quote is the deciding
 * sentence or a clause of it; half of it tells a citation of that sentence from one of its neighbour.
 */
export const COVERED = 0.5;

/** Share of `target` that lies within the union of `ranges`, by characters, 0…1. */
export function coverage(target: DocumentRange, ranges: readonly DocumentRange[]): number {
  const inside = ranges
    .filter((range) => range.documentId === target.documentId && range.start < target.end && range.end > target.start)
    .sort((a, b) => a.start - b.start);
  let covered = 0;
  let reached = target.start;
  for (const { start, end } of inside) {
    const from = Math.max(start, reached);
    const to = Math.min(end, target.end);
    if (to > from) covered += to - from;
    reached = Math.max(reached, to);
  }
  return covered / (target.end - target.start);
}

/** Every place that proves an item. */
export const placesOf = (item: EvidenceItem): DocumentRange[] =>
  item.anyOf.flatMap(({ documentId, places }) => places.map((place) => ({ documentId, ...place })));

/** One of the item's quotes is covered, for half of it or more. */
export const coversItem = (item: EvidenceItem, ranges: readonly DocumentRange[]): boolean =>
  placesOf(item).some((place) => coverage(place, ranges) >= COVERED);

/** The range has a part of some evidence in it: half of the evidence, or half of the range itself. */
export function touchesEvidence(range: DocumentRange, evidence: readonly EvidenceItem[]): boolean {
  return evidence.some((item) =>
    placesOf(item).some((place) => coverage(place, [range]) >= COVERED || coverage(range, [place]) >= COVERED),
  );
}
