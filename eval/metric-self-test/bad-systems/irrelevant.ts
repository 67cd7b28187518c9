import type { Citation, DocumentDetail } from '../../../server/contract.ts';
import type { EvaluationCase } from '../../load/evaluation-case.ts';
import { placesOf, type DocumentRange } from '../../metrics/coverage.ts';
import type { Documents } from '../../metrics/citations.ts';
import { createRandom, sample, seedOf } from '../../statistics/random.ts';
import { citationAt } from '../reference-answer.ts';
import { sentencesOf } from '../sentences.ts';

/** So far from all evidence that no passage or statement holds both. */
const FAR = 2000;

/** Verbatim long sentences of the sources that have nothing to do with the case; the same on every run. */
export function irrelevantQuotes(asked: EvaluationCase, documents: Documents, count: number): Citation[] {
  const evidence = asked.evidence.flatMap(placesOf);
  const far = longSentences(documents).filter((sentence) =>
    evidence.every((place) => place.documentId !== sentence.documentId || sentence.start > place.end + FAR || sentence.end < place.start - FAR),
  );
  return sample(far, count, createRandom(seedOf('irrelevant', asked.id))).map((range, at) => citationAt(documents.get(range.documentId)!, range, at + 1));
}

const known = new WeakMap<Documents, DocumentRange[]>();

function longSentences(documents: Documents): DocumentRange[] {
  const before = known.get(documents);
  if (before) return before;
  const all = [...documents.values()].flatMap((document) => sentencesIn(document));
  const lengths = all.map(({ start, end }) => end - start).sort((a, b) => b - a);
  // The longest third: enough to bury an answer under.
  const least = lengths[Math.floor(lengths.length / 3)] ?? 0;
  const long = all.filter(({ start, end }) => end - start >= least);
  known.set(documents, long);
  return long;
}

const sentencesIn = (document: DocumentDetail): DocumentRange[] =>
  sentencesOf(document)
    .filter(({ start, end }) => end - start > 20)
    .map((range) => ({ documentId: document.id, ...range }));
