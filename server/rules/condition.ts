import type { FactValue } from '../contract.ts';
import { certainly, conjunction, disjunction, negate, truthOf, type Truth } from './truth.ts';

/** A statement about the facts, as it stands in the YAML files. */
export type Condition =
  | { fact: string; is: FactValue }
  | { fact: string; in: FactValue[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { certain: Condition };

/** What is known; an absent fact is unknown and nothing else. */
export type Facts = Readonly<Record<string, FactValue | undefined>>;

/** A condition with the truth of each of its parts: why it came out as it did. */
export interface ConditionTrace {
  condition: Condition;
  truth: Truth;
  /** The value given, for a condition on one fact. */
  given?: FactValue;
  parts: ConditionTrace[];
}

export function truthOfCondition(condition: Condition, facts: Facts): Truth {
  if ('fact' in condition) {
    const given = facts[condition.fact];
    if (given === undefined) return 'unknown';
    return truthOf('is' in condition ? given === condition.is : condition.in.includes(given));
  }
  if ('all' in condition) return conjunction(condition.all.map((part) => truthOfCondition(part, facts)));
  if ('any' in condition) return disjunction(condition.any.map((part) => truthOfCondition(part, facts)));
  if ('not' in condition) return negate(truthOfCondition(condition.not, facts));
  return certainly(truthOfCondition(condition.certain, facts));
}

/** The same verdict as `truthOfCondition`, with every part kept, also those that did not decide. */
export function traceCondition(condition: Condition, facts: Facts): ConditionTrace {
  const parts = partsOf(condition).map((part) => traceCondition(part, facts));
  const trace: ConditionTrace = { condition, truth: truthOfCondition(condition, facts), parts };
  const given = 'fact' in condition ? facts[condition.fact] : undefined;
  return given === undefined ? trace : { ...trace, given };
}

/** Direct parts of a condition; none for a condition on one fact. */
function partsOf(condition: Condition): Condition[] {
  if ('fact' in condition) return [];
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  return ['not' in condition ? condition.not : condition.certain];
}

/** Ids of the facts a condition reads, each once, in order of appearance. */
export function factsOfCondition(condition: Condition): string[] {
  if ('fact' in condition) return [condition.fact];
  return [...new Set(partsOf(condition).flatMap(factsOfCondition))];
}
