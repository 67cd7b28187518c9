import type { CanonicalDocument } from '../corpus/document.ts';
import { CompoundSplitter } from '../text/compounds.ts';
import { words } from '../text/words.ts';

/** Compounds are split by the words that the documents use themselves. */
export function splitterFor(documents: Iterable<CanonicalDocument>): CompoundSplitter {
  const vocabulary = new Set<string>();
  for (const { text } of documents) for (const { word } of words(text)) vocabulary.add(word);
  return new CompoundSplitter(vocabulary);
}
