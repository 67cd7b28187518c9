import { RouteResult, RouteStatus, type FactValue } from '../../contract.ts';
import { checkLogic } from '../check-logic.ts';
import type { Condition } from '../condition.ts';
import { nextDay, STANDINGS } from '../period.ts';
import { ConditionKind } from '../schema.ts';
import type { Fact, Remark, Route } from '../rule-set.ts';

export interface Mutant {
  /** What was changed, for the report. */
  change: string;
  route: Route;
}


/** One change at a time: each operator, value, date, kind, standing, status and form of payment, each part left out. */
export function mutantsOf(route: Route, facts: readonly Fact[]): Mutant[] {
  const mutants: Mutant[] = [];
  const add = (change: string, changed: Partial<Route>): void => {
    mutants.push({ change: `${route.id}: ${change}`, route: { ...route, ...changed } });
  };

  for (const form of RouteResult.shape.payment.options.filter((form) => form !== route.payment.form)) {
    add(`payment ${form}`, { payment: { ...route.payment, form } });
  }
  route.periods.forEach((period, index) => {
    for (const standing of STANDINGS.filter((standing) => standing !== period.standing)) {
      add(`period ${index} ${standing}`, { periods: replaced(route.periods, index, { ...period, standing }) });
    }
    if (route.periods.length > 1) add(`period ${index} left out`, { periods: without(route.periods, index) });
    for (const shift of [nextDay, dayBefore]) {
      const before = route.periods[index - 1];
      const { from, to } = period;
      if (from !== undefined) {
        const shifted = replaced(route.periods, index, { ...period, from: shift(from) });
        const joined = before?.to === undefined ? shifted : replaced(shifted, index - 1, { ...before, to: shift(before.to) });
        add(`period ${index} from ${shift(from)}`, { periods: joined });
      }
      if (to !== undefined && index === route.periods.length - 1) {
        add(`period ${index} to ${shift(to)}`, { periods: replaced(route.periods, index, { ...period, to: shift(to) }) });
      }
    }
    if (period.from !== undefined && index === 0) {
      const { from: _, ...open } = period;
      add('no start', { periods: replaced(route.periods, 0, open) });
    }
    if (period.to !== undefined && index === route.periods.length - 1) {
      const { to: _, ...open } = period;
      add('no end', { periods: replaced(route.periods, index, open) });
    }
  });
  route.conditions.forEach((condition, index) => {
    const change = `condition ${condition.id}`;
    if (route.conditions.length > 1) add(`${change} left out`, { conditions: without(route.conditions, index) });
    for (const kind of ConditionKind.options.filter((kind) => kind !== condition.kind)) {
      add(`${change} kind ${kind}`, { conditions: replaced(route.conditions, index, { ...condition, kind }) });
    }
    for (const when of mutationsOf(condition.when, facts)) {
      add(`${change} ${JSON.stringify(when)}`, { conditions: replaced(route.conditions, index, { ...condition, when }) });
    }
  });
  for (const part of ['warnings', 'nextSteps'] as const) {
    route[part].forEach((remark, index) => {
      add(`${part} ${remark.id} left out`, { [part]: without(route[part], index) });
      for (const [change, changed] of remarkMutations(remark, facts)) {
        add(`${part} ${remark.id} ${change}`, { [part]: replaced(route[part], index, changed) });
      }
    });
  }
  // What the loader refuses never runs, so a scenario need not catch it.
  return mutants.filter(({ route: mutant }) => {
    let refused = false;
    checkLogic(mutant, facts, () => (refused = true));
    return !refused;
  });
}

function* remarkMutations(remark: Remark, facts: readonly Fact[]): Generator<[string, Remark]> {
  const { when, statuses, ...rest } = remark;
  if (when !== undefined) {
    yield ['always', { ...rest, ...(statuses && { statuses }) }];
    for (const changed of mutationsOf(when, facts)) yield [JSON.stringify(changed), { ...remark, when: changed }];
  }
  if (statuses === undefined) return;
  for (const status of RouteStatus.options) {
    const changed = statuses.includes(status) ? statuses.filter((other) => other !== status) : [...statuses, status];
    if (changed.length > 0) yield [`statuses ${changed.join()}`, { ...remark, statuses: changed }];
  }
}

/** Every condition that differs in one place. */
export function mutationsOf(condition: Condition, facts: readonly Fact[]): Condition[] {
  const negated: Condition = 'not' in condition ? condition.not : { not: condition };
  if ('fact' in condition) {
    const { fact } = condition;
    const values: FactValue[] = facts.find(({ id }) => id === fact)?.answers.map(({ value }) => value) ?? [];
    if ('is' in condition) {
      return [negated, ...values.filter((value) => value !== condition.is).map((is) => ({ fact, is }))];
    }
    const lists = values.map((value) =>
      condition.in.includes(value) ? condition.in.filter((other) => other !== value) : [...condition.in, value],
    );
    return [negated, ...lists.filter((list) => list.length > 0).map((list) => ({ fact, in: list }))];
  }
  if ('not' in condition) {
    return [negated, ...mutationsOf(condition.not, facts).map((not) => ({ not }))];
  }
  if ('certain' in condition) {
    return [negated, condition.certain, ...mutationsOf(condition.certain, facts).map((certain) => ({ certain }))];
  }
  const isAll = 'all' in condition;
  const parts = isAll ? condition.all : condition.any;
  const build = (list: Condition[]): Condition => (isAll ? { all: list } : { any: list });
  return [
    negated,
    isAll ? { any: parts } : { all: parts },
    ...parts.map((_, index) => build(without(parts, index))),
    ...parts.flatMap((part, index) => mutationsOf(part, facts).map((changed) => build(replaced(parts, index, changed)))),
  ];
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

function replaced<Item>(items: readonly Item[], index: number, item: Item): Item[] {
  return items.map((old, at) => (at === index ? item : old));
}

function without<Item>(items: readonly Item[], index: number): Item[] {
  return items.filter((_, at) => at !== index);
}
