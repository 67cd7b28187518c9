import type { Condition } from './condition.ts';
import type { Fact } from './rule-set.ts';
import { certainly, negate, truthOf, type Truth } from './truth.ts';

/** Facts as numbers, in the order of the facts: 0 when unknown, else the 1-based index of the answer. */
export type KnownValues = readonly number[];

export type CompiledCondition = (known: KnownValues) => Truth;

/** The same verdict as `truthOfCondition`, as a table look-up for each fact: a check evaluates a hundred conditions. */
export function compileCondition(condition: Condition, facts: readonly Fact[]): CompiledCondition {
  if ('fact' in condition) {
    const index = facts.findIndex(({ id }) => id === condition.fact);
    const values = 'is' in condition ? [condition.is] : condition.in;
    const table: Truth[] = ['unknown', ...(facts[index]?.answers ?? []).map(({ value }) => truthOf(values.includes(value)))];
    return (known) => table[known[index] ?? 0] ?? 'unknown';
  }
  if ('not' in condition) {
    const inner = compileCondition(condition.not, facts);
    return (known) => negate(inner(known));
  }
  if ('certain' in condition) {
    const inner = compileCondition(condition.certain, facts);
    return (known) => certainly(inner(known));
  }
  const isAll = 'all' in condition;
  const parts = (isAll ? condition.all : condition.any).map((part) => compileCondition(part, facts));
  const decisive: Truth = isAll ? 'false' : 'true';
  const otherwise: Truth = isAll ? 'true' : 'false';
  return (known) => {
    let result: Truth = otherwise;
    for (const part of parts) {
      const truth = part(known);
      if (truth === decisive) return decisive;
      if (truth === 'unknown') result = 'unknown';
    }
    return result;
  };
}

/** Facts by id as numbers by position. */
export function indexFacts(facts: readonly Fact[]): (given: Readonly<Record<string, unknown>>) => number[] {
  const indices = facts.map(({ id, answers }) => ({ id, values: new Map<unknown, number>(answers.map(({ value }, index) => [value, index + 1])) }));
  return (given) => indices.map(({ id, values }) => values.get(given[id]) ?? 0);
}
