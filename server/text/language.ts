import { isEnglishStopWord, isStopWord, words } from './words.ts';

/** More English function words than Dutch ones. */
export function languageOf(text: string): 'nl' | 'en' {
  const { dutch, english } = functionWords(text);
  return english > dutch ? 'en' : 'nl';
}

/** A reply ("Zvw", "yes") goes on in the language of what was asked before. */
export function languageWithin(question: string, earlier: readonly string[]): 'nl' | 'en' {
  const { dutch, english } = functionWords(question);
  const before = earlier.at(-1);
  return dutch + english > 0 || before === undefined ? languageOf(question) : languageWithin(before, earlier.slice(0, -1));
}

function functionWords(text: string): { dutch: number; english: number } {
  const all = words(text).map(({ word }) => word);
  return {
    dutch: all.filter((word) => isStopWord(word) && !isEnglishStopWord(word)).length,
    english: all.filter((word) => isEnglishStopWord(word) && !isStopWord(word)).length,
  };
}
