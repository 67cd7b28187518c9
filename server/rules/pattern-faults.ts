import type { Vocabulary, VocabularyCheck } from '../corpus/vocabulary.ts';
import { MENTION_LISTS } from './mentions.ts';
import { PatternError, SentencePattern, type WordLists } from './sentence-pattern.ts';

type Fault = ReturnType<VocabularyCheck>[number];

/** Patterns that cannot be read, with their place. */
export function patternFaults({ facts, agreements, agreementRoutes, professions, settings, signals, wordLists }: Vocabulary): Fault[] {
  const faults: Fault[] = [];
  const check = (path: Fault['path'], patterns: readonly string[], lists: WordLists = wordLists): void => {
    patterns.forEach((pattern, at) => {
      try {
        new SentencePattern(pattern, lists);
      } catch (error) {
        if (!(error instanceof PatternError || error instanceof SyntaxError)) throw error;
        faults.push({ path: [...path, at], reason: error instanceof PatternError ? error.message : `'${pattern}' is geen patroon` });
      }
    });
  };
  const withMentions = { ...wordLists, ...MENTION_LISTS };
  for (const [name, items] of Object.entries(wordLists)) check(['wordLists', name], items, withMentions);
  facts.forEach(({ says }, at) => check(['facts', at, 'says'], says));
  agreements.forEach(({ says }, at) => check(['agreements', at, 'says'], says));
  agreementRoutes.forEach(({ says }, at) => check(['agreementRoutes', at, 'says'], says));
  settings.forEach(({ says }, at) => check(['settings', at, 'says'], says));
  professions.forEach(({ one, many }, at) => {
    check(['professions', at, 'one'], one);
    check(['professions', at, 'many'], many);
  });
  for (const [name, value] of Object.entries(signals)) {
    if (Array.isArray(value)) check(['signals', name], value, withMentions);
  }
  check(['signals', 'selves', 'sure'], signals.selves.sure, withMentions);
  check(['signals', 'selves', 'likely'], signals.selves.likely, withMentions);
  return faults;
}
