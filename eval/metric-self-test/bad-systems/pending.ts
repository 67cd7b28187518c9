/**
 * Measures and checks that bad systems must fail by and that do not exist yet. A bad system that can only be caught by these is
 * reported as waiting, not as missed. A name that the verdict knows must not stand here.
 */
export const PENDING = [
  'direct',
  'verdictRight',
  'verdictWrong',
  'verdictAbsent',
  'ownWordsProved',
  'quotesRelevant',
  'firstQuoteRight',
  'words',
  'readingLevel',
  'languageRight',
  'routesRight',
  'refusalNames',
  'refusalTurns',
  'refusalHonest',
  'historyIndependent',
  'situationDecided',
  'labelsRight',
  'latencyRatio',
] as const;

export type PendingName = (typeof PENDING)[number];
