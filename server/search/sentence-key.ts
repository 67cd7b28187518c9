import type { CanonicalDocument } from '../corpus/document.ts';

/** How a sentence is known: its document and its place among the document's sentences. */
export const sentenceKey = (documentId: string, sentence: number): string => `${documentId}/${sentence}`;
export const documentOf = (key: string): string => key.slice(0, key.lastIndexOf('/'));

/** Keys of the sentences that a place covers, or that it covers half of, or that cover half of it. */
export function sentencesAt({ id, sentences }: Pick<CanonicalDocument, 'id' | 'sentences'>, { start, end }: { start: number; end: number }): string[] {
  return sentences.flatMap((sentence, i) => {
    const shared = Math.min(end, sentence.end) - Math.max(start, sentence.start);
    return shared > 0 && shared >= Math.min(end - start, sentence.end - sentence.start) / 2 ? [sentenceKey(id, i)] : [];
  });
}
