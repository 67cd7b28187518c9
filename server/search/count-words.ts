import type { CanonicalDocument, Passage } from '../corpus/document.ts';
import type { CompoundSplitter } from '../text/compounds.ts';
import { words } from '../text/words.ts';
import { formsIn, wordForms } from './term-statistics.ts';
import type { WordCounts } from './word-counts.ts';

/** Compounds are split by the words that the documents use themselves. */
export function wordsOf(documents: Iterable<Pick<CanonicalDocument, 'text'>>): string[] {
  const found = new Set<string>();
  for (const { text } of documents) for (const { word } of words(text)) found.add(word);
  return [...found].sort();
}

export function countWords(
  documents: ReadonlyMap<string, Pick<CanonicalDocument, 'text' | 'supersededOn'>>,
  passages: Iterable<Pick<Passage, 'documentId' | 'start' | 'end'>>,
  known: readonly string[],
  splitter: CompoundSplitter,
): WordCounts {
  const forms = wordForms(splitter);
  const counted = new Map<string, { passages: number; frequencies: Map<string, number> }>();
  for (const { documentId, start, end } of passages) {
    const { text, supersededOn = '' } = documents.get(documentId)!;
    const group = counted.get(supersededOn) ?? { passages: 0, frequencies: new Map<string, number>() };
    counted.set(supersededOn, group);
    group.passages += 1;
    for (const form of formsIn(text.slice(start, end), forms)) group.frequencies.set(form, (group.frequencies.get(form) ?? 0) + 1);
  }
  const stems = [...new Set([...counted.values()].flatMap(({ frequencies }) => [...frequencies.keys()]))].sort();
  const groups = [...counted].map(([supersededOn, { passages, frequencies }]) => ({
    ...(supersededOn !== '' && { supersededOn }),
    passages,
    frequencies: stems.map((term) => frequencies.get(term) ?? 0),
  }));
  return { words: [...known], stems, groups };
}
