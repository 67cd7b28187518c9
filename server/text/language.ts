import { isEnglishStopWord, isStopWord, words } from './words.ts';

/** More English function words than Dutch ones. */
export function languageOf(text: string): 'nl' | 'en' {
  const all = words(text).map(({ word }) => word);
  const dutch = all.filter((word) => isStopWord(word) && !isEnglishStopWord(word)).length;
  const english = all.filter((word) => isEnglishStopWord(word) && !isStopWord(word)).length;
  return english > dutch ? 'en' : 'nl';
}
