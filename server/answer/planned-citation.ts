import type { CanonicalDocument } from '../corpus/document.ts';

/** A citation to be made, and what it is for. */
export interface PlannedCitation {
  document: CanonicalDocument;
  start: number;
  end: number;
  score: number;
  role: 'answer' | 'proof' | 'more';
  /** In UTF-16 code units from `start`. */
  clause?: [number, number] | undefined;
  /** Places in what is said of the statements that it proves. */
  proves: number[];
}
