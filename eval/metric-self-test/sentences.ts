import type { DocumentDetail } from '../../server/contract.ts';
import type { TextRange } from '../load/evaluation-case.ts';

const segmenter = new Intl.Segmenter('nl', { granularity: 'sentence' });

const known = new WeakMap<DocumentDetail, TextRange[]>();

/** Sentences of a document in reading order, without white space around them. */
export function sentencesOf(document: DocumentDetail): readonly TextRange[] {
  const before = known.get(document);
  if (before) return before;
  const sentences = [...segmenter.segment(document.text)].map(({ index, segment }) => trimmed(document, { start: index, end: index + segment.length }));
  known.set(document, sentences);
  return sentences;
}

/** The range without white space at its ends. */
export function trimmed({ text }: DocumentDetail, { start, end }: TextRange): TextRange {
  const part = text.slice(start, end);
  return { start: start + part.length - part.trimStart().length, end: end - (part.length - part.trimEnd().length) };
}
