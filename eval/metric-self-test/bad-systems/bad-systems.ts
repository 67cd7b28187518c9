import type { BadSystem } from './bad-system.ts';
import { BADLY_CHOSEN_QUOTES, FALSE_CITATIONS, OTHER_QUESTIONS } from './quote-faults.ts';
import { CONFUSED_BY_HISTORY, POOR_REFUSALS, WRONG_REFUSALS } from './refusal-faults.ts';
import { DEAF_TO_SITUATION, WRONG_ROUTES } from './route-faults.ts';
import { LYING_RULES, UNRELIABLE_SERVICE } from './service-faults.ts';
import { WRONG_VERDICTS } from './verdict-faults.ts';
import { NO_ANSWER, UNPROVED_WORDS, WRONG_LANGUAGE } from './word-faults.ts';

/** Every system that must never get "voldoet". A new one is an entry in the file of its kind of fault. */
export const BAD_SYSTEMS: readonly BadSystem[] = [
  ...BADLY_CHOSEN_QUOTES,
  ...FALSE_CITATIONS,
  ...OTHER_QUESTIONS,
  ...NO_ANSWER,
  ...UNPROVED_WORDS,
  ...WRONG_LANGUAGE,
  ...WRONG_VERDICTS,
  ...WRONG_REFUSALS,
  ...POOR_REFUSALS,
  ...CONFUSED_BY_HISTORY,
  ...WRONG_ROUTES,
  ...DEAF_TO_SITUATION,
  ...UNRELIABLE_SERVICE,
  ...LYING_RULES,
];
