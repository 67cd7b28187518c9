import type { Vocabulary } from '../corpus/vocabulary.ts';
import { SentencePattern, type WordLists, type WordSpan } from './sentence-pattern.ts';
import { clauseAround, type SentenceText } from './sentence-words.ts';

/** Whether words stand in a question about anybody ("mag een huisarts …?"): it says nothing of the asker. */
export function createGeneralQuestion({ signals }: Vocabulary, lists: WordLists): (text: SentenceText, span: WordSpan) => boolean {
  const patternsOf = (texts: readonly string[]): SentencePattern[] => texts.map((text) => new SentencePattern(text, lists));
  const starts = patternsOf(signals.general);
  const asker = patternsOf(signals.firstPerson);
  return (text, span) => {
    const sentence = clauseAround(text, span.first, span.last, /^[.?]$/u);
    const stands = (pattern: SentencePattern): boolean => pattern.find(text).some(({ first, last }) => first >= sentence.first && last <= sentence.last);
    return starts.some(stands) && !asker.some(stands);
  };
}
