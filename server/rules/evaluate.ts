import type { RouteStatus } from '../contract.ts';
import { truthOfCondition, type Facts } from './condition.ts';
import { factsOf, restrict } from './decision-diagram.ts';
import { decide, type DecisionLine, type RouteInputs } from './decision-order.ts';
import { phaseIndexAt, phasesOf, type Phase } from './period.ts';
import { RouteDiagrams } from './route-diagram.ts';
import type { ConditionKind, Fact, Remark, Route, RouteCondition } from './rule-set.ts';
import { conjunction, type Truth } from './truth.ts';

export interface RouteVerdict {
  route: Route;
  status: RouteStatus;
  because: DecisionLine['because'];
  /** The line of the decision order that decided, 1…10. */
  line: number;
  phase: Phase;
  /** Every condition of the route in order, whatever decided. */
  conditions: { condition: RouteCondition; truth: Truth }[];
  /** What the decision order looked at. */
  inputs: RouteInputs;
  warnings: Remark[];
  nextSteps: Remark[];
  /** Unknown facts that can still change this status, in the order of the facts. */
  missing: string[];
}

export interface Verdict {
  asOf: string;
  routes: RouteVerdict[];
  /** Unknown facts that can still change some status: those that touch most routes first, then in the order of the facts. */
  missing: string[];
}

export type Evaluate = (facts: Facts, asOf: string) => Verdict;

/**
 * A pure function from facts and day to verdicts; the decision diagrams are made here, once.
 * Facts must be known ids with possible values (see `readFacts`), the day YYYY-MM-DD.
 */
export function createEvaluator(facts: readonly Fact[], routes: readonly Route[]): Evaluate {
  const diagrams = new RouteDiagrams(facts);
  const evaluators = routes.map((route) => createRouteEvaluator(route, facts, diagrams));

  return (given, asOf) => {
    const verdicts = evaluators.map((evaluate) => evaluate(given, asOf));
    const missing = facts
      .map(({ id }) => ({ id, count: verdicts.filter((verdict) => verdict.missing.includes(id)).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .map(({ id }) => id);
    return { asOf, routes: verdicts, missing };
  };
}

function createRouteEvaluator(route: Route, facts: readonly Fact[], diagrams: RouteDiagrams): (given: Facts, asOf: string) => RouteVerdict {
  const phases = phasesOf(route.periods).map((phase) => ({ phase, statuses: diagrams.route(route.conditions, phase.kind) }));

  return (given, asOf) => {
    const current = phases[phaseIndexAt(route.periods, asOf)];
    if (current === undefined) throw new Error(`Route ${route.id} has no phase on ${asOf}`);
    const conditions = route.conditions.map((condition) => ({ condition, truth: truthOfCondition(condition.when, given) }));
    const together = (kind: ConditionKind): Truth =>
      conjunction(conditions.filter(({ condition }) => condition.kind === kind).map(({ truth }) => truth));
    const inputs: RouteInputs = {
      situation: together('situatie'),
      arrange: together('regelen'),
      choice: together('keuze'),
      settled: together('onbeslist'),
      dispute: together('betwist'),
      phase: current.phase.kind,
    };
    const { status, because, line } = decide(inputs);
    const isShown = ({ when, statuses }: Remark): boolean =>
      (statuses === undefined || statuses.includes(status)) && (when === undefined || truthOfCondition(when, given) === 'true');
    const open = factsOf(restrict(current.statuses, positionsOf(facts, given)));
    return {
      route,
      status,
      because,
      line,
      phase: current.phase,
      conditions,
      inputs,
      warnings: route.warnings.filter(isShown),
      nextSteps: route.nextSteps.filter(isShown),
      missing: facts.filter((_, index) => open.has(index)).map(({ id }) => id),
    };
  };
}

/** Per fact the position of its value among the branches of a diagram; 0 when unknown. */
function positionsOf(facts: readonly Fact[], given: Facts): number[] {
  return facts.map(({ id, answers }) => answers.findIndex(({ value }) => value === given[id]) + 1);
}
