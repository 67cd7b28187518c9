import { traceCondition, type ConditionTrace, type Facts } from './condition.ts';
import { decisionOrder, type DecisionLine } from './decision-order.ts';
import type { RouteVerdict } from './evaluate.ts';

export interface Trace {
  /** All ten lines: whether each fits, and which decides. */
  lines: (DecisionLine & { fitsNow: boolean; decides: boolean })[];
  /** Every condition with the truth of each of its parts. */
  conditions: { id: string; trace: ConditionTrace }[];
}

/** How a verdict came about, step by step. */
export function traceOf({ inputs, line, conditions }: RouteVerdict, facts: Facts): Trace {
  return {
    lines: decisionOrder.map((entry) => ({ ...entry, fitsNow: entry.fits(inputs), decides: entry.line === line })),
    conditions: conditions.map(({ condition }) => ({ id: condition.id, trace: traceCondition(condition.when, facts) })),
  };
}
