import type { RouteResult } from '../contract.ts';
import type { RouteCondition } from './rule-set.ts';
import type { Truth } from './truth.ts';

/** A condition about which the sources contradict each other or say nothing is never "not met". */
export function conditionStatus({ kind }: RouteCondition, truth: Truth): RouteResult['conditions'][number]['status'] {
  if (truth === 'true') return 'voldaan';
  return truth === 'false' && kind !== 'betwist' && kind !== 'onbeslist' ? 'niet-voldaan' : 'onbekend';
}
