import type { RouteStatus } from '../contract.ts';
import { truthOfCondition, type Facts } from './condition.ts';
import { decide, decisionOrder, type DecisionLine, type RouteInputs } from './decision-order.ts';
import { DiagramFactory } from './decision-diagram.ts';
import { OpenFacts } from './open-facts.ts';
import { phaseIndexAt, phasesOf, type Phase } from './period.ts';
import { RouteDiagrams } from './route-diagram.ts';
import type { Fact, Remark, Route, RouteCondition } from './rule-set.ts';
import { conjunction, type Truth } from './truth.ts';

export interface RouteVerdict {
  route: Route;
  status: RouteStatus;
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
 * A pure function from facts and day to verdicts; the decision diagrams for `missing` are built here, once.
 * Facts must be known ids with possible values (see `readFacts`), the day YYYY-MM-DD.
 */
export function createEvaluator(facts: readonly Fact[], routes: readonly Route[]): Evaluate {
  const diagrams = new RouteDiagrams(new DiagramFactory(), facts);
  const compiled = routes.map((route) => ({
    route,
    phases: phasesOf(route.periods).map((phase) => ({
      phase,
      open: new OpenFacts(diagrams.route(route.conditions, phase.kind), facts.length),
    })),
  }));
  const valueIndex = facts.map(({ id, answers }) => ({
    id,
    indices: new Map(answers.map(({ value }, index) => [value, index + 1])),
  }));

  return (given, asOf) => {
    const known = valueIndex.map(({ id, indices }) => {
      const value = given[id];
      return value === undefined ? 0 : (indices.get(value) ?? 0);
    });
    const touched = new Array<number>(facts.length).fill(0);
    const verdicts = compiled.map(({ route, phases }) => {
      const current = phases[phaseIndexAt(route.periods, asOf)];
      if (current === undefined) throw new Error(`Route ${route.id} has no phase on ${asOf}`);
      const open = current.open.given(known);
      for (const index of open) touched[index] = (touched[index] ?? 0) + 1;
      const missing = open.map((index) => valueIndex[index]?.id ?? '');
      return { ...verdictOf(route, current.phase, given), missing };
    });
    const missing = valueIndex
      .map(({ id }, index) => ({ id, count: touched[index] ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .map(({ id }) => id);
    return { asOf, routes: verdicts, missing };
  };
}

function verdictOf(route: Route, phase: Phase, facts: Facts): Omit<RouteVerdict, 'missing'> {
  const conditions = route.conditions.map((condition) => ({
    condition,
    truth: truthOfCondition(condition.when, facts),
  }));
  const together = (kind: RouteCondition['kind']): Truth =>
    conjunction(conditions.flatMap(({ condition, truth }) => (condition.kind === kind ? [truth] : [])));
  const inputs: RouteInputs = {
    situation: together('situatie'),
    arrange: together('regelen'),
    choice: together('keuze'),
    dispute: together('betwist'),
    phase: phase.kind,
  };
  const { status, line } = decide(inputs);
  const shown = (remark: Remark): boolean =>
    (remark.statuses === undefined || remark.statuses.includes(status)) &&
    (remark.when === undefined || truthOfCondition(remark.when, facts) === 'true');
  const warnings = route.warnings.filter(shown);
  const nextSteps = route.nextSteps.filter(shown);
  return { route, status, line, phase, conditions, inputs, warnings, nextSteps };
}

/** All ten lines with whether each fits, for whoever wants to see how a verdict came about. */
export function traceDecision({ inputs, line }: RouteVerdict): (DecisionLine & { fitsNow: boolean; decides: boolean })[] {
  return decisionOrder.map((entry) => ({ ...entry, fitsNow: entry.fits(inputs), decides: entry.line === line }));
}
