import type { Block, Citation, Outcome, RouteMention, Situation, TraceStep } from '../contract.ts';

/**
 * An answer is data until it is shown: blocks in reading order, the citations they name, and how it came about.
 * What it says in words is made by `server/views`.
 */
export interface AnswerData {
  blocks: Block[];
  /** Verified; `n` counts from 1 without holes. */
  citations: Citation[];
  outcome: Outcome;
  /** Routes that the question names, also where the answer says nothing about them. */
  routes: RouteMention[];
  /** Of the question, and so of the answer. */
  language: 'nl' | 'en';
  /** How recent the sources are. */
  horizon: { newestSource: string };
  suggestions: string[];
  situation?: Situation | undefined;
  /** Its running text is a language model's, checked sentence by sentence. */
  writtenByModel?: true;
  trace: TraceStep[];
}

/** Follows from the blocks: a refusal answers nothing, a gap leaves a part open. */
export function outcomeOf(blocks: readonly Block[]): Outcome {
  if (blocks.some(({ type }) => type === 'refusal')) return 'niet-in-bronnen';
  return blocks.some(({ type }) => type === 'gap') ? 'deels' : 'beantwoord';
}
