import type { EvaluationCase } from './evaluation-case.ts';

/**
 * Written by a fresh hand: it is known who wrote the case, and that the writer had seen nothing that the assistant learned
 * from or answers with. Figures on such cases do not flatter.
 */
export const isFresh = ({ hand }: Pick<EvaluationCase, 'hand'>): boolean => hand !== undefined && hand.seen.length === 0;
