import type { CaseResult } from '../score-case.ts';

/** Share that is true; undefined of nothing. */
export const share = (values: readonly boolean[]): number | undefined =>
  values.length === 0 ? undefined : values.filter(Boolean).length / values.length;

/** A question to answer that got an answer. */
export const isAnswered = ({ case: { abstain }, scores }: CaseResult): boolean => !abstain && scores.abstained === false;
