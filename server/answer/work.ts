import { MOST_QUERY_TOKENS } from '../model/query-tokens.ts';

/**
 * What computing costs, in units of about a millisecond of one ordinary core. They decide who goes first and what is too much,
 * and mean the same on every machine and however busy it is.
 */

/** A token has at least so many characters, on average. */
const CHARACTERS_A_TOKEN = 2;
const SEARCH_BASE = 30;

/** To search with the model: reading the text and comparing its tokens with those of the best passages. */
export function searchWork(text: string): number {
  return SEARCH_BASE + Math.min(MOST_QUERY_TOKENS, Math.ceil(text.length / CHARACTERS_A_TOKEN));
}

export const WORDS_WORK = 15;
/** Any other step, for a question without parts. */
export const STEP_WORK = 4;
/** Of each question (the whole, each part). */
export const RANK_WORK = 30;
export const MATCH_WORK = 25;

/** A short question without parts, from start to end. */
export const ORDINARY_QUESTION = 140;
