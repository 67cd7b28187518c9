import type { RouteStatus } from '../contract.ts';
import { compileCondition, indexFacts, type CompiledCondition, type KnownValues } from './compile-condition.ts';
import type { Facts } from './condition.ts';
import { DiagramFactory } from './decision-diagram.ts';
import { decide, type RouteInputs } from './decision-order.ts';
import { OpenFacts } from './open-facts.ts';
import { phaseIndexAt, phasesOf, type Phase } from './period.ts';
import { RouteDiagrams } from './route-diagram.ts';
import type { ConditionKind, Fact, Remark, Route, RouteCondition } from './rule-set.ts';
import type { Truth } from './truth.ts';

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
  /** Unknown facts that can still change this status, in the order of the facts; as positions and as ids. */
  open: number[];
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
 * A pure function from facts and day to verdicts; conditions and decision diagrams are compiled here, once.
 * Facts must be known ids with possible values (see `readFacts`), the day YYYY-MM-DD.
 */
export function createEvaluator(facts: readonly Fact[], routes: readonly Route[]): Evaluate {
  const toIndices = indexFacts(facts);
  const diagrams = new RouteDiagrams(new DiagramFactory(), facts);
  const evaluators = routes.map((route) => createRouteEvaluator(route, facts, diagrams));

  return (given, asOf) => {
    const known = toIndices(given);
    const routesTouched = new Array<number>(facts.length).fill(0);
    const verdicts = evaluators.map((evaluate) => {
      const verdict = evaluate(known, asOf);
      for (const index of verdict.open) routesTouched[index] = (routesTouched[index] ?? 0) + 1;
      return verdict;
    });
    const missing = facts
      .map(({ id }, index) => ({ id, count: routesTouched[index] ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .map(({ id }) => id);
    return { asOf, routes: verdicts, missing };
  };
}

type EvaluateRoute = (known: KnownValues, asOf: string) => RouteVerdict;

function createRouteEvaluator(route: Route, facts: readonly Fact[], diagrams: RouteDiagrams): EvaluateRoute {
  const phases = phasesOf(route.periods).map((phase) => ({
    phase,
    openFacts: new OpenFacts(diagrams.route(route.conditions, phase.kind)),
  }));
  const conditions = route.conditions.map((condition) => ({ condition, test: compileCondition(condition.when, facts) }));
  const warnings = route.warnings.map((remark) => compileRemark(remark, facts));
  const nextSteps = route.nextSteps.map((remark) => compileRemark(remark, facts));

  return (known, asOf) => {
    const current = phases[phaseIndexAt(route.periods, asOf)];
    if (current === undefined) throw new Error(`Route ${route.id} has no phase on ${asOf}`);
    const results = conditions.map(({ condition, test }) => ({ condition, truth: test(known) }));
    const inputs: RouteInputs = {
      situation: together(results, 'situatie'),
      arrange: together(results, 'regelen'),
      choice: together(results, 'keuze'),
      dispute: together(results, 'betwist'),
      phase: current.phase.kind,
    };
    const { status, line } = decide(inputs);
    const open = current.openFacts.given(known);
    return {
      route,
      status,
      line,
      phase: current.phase,
      conditions: results,
      inputs,
      warnings: shownNow(warnings, status, known),
      nextSteps: shownNow(nextSteps, status, known),
      open,
      missing: open.map((index) => facts[index]?.id ?? ''),
    };
  };
}

interface CompiledRemark {
  remark: Remark;
  test: CompiledCondition | undefined;
}

function compileRemark(remark: Remark, facts: readonly Fact[]): CompiledRemark {
  return { remark, test: remark.when === undefined ? undefined : compileCondition(remark.when, facts) };
}

function shownNow(remarks: readonly CompiledRemark[], status: RouteStatus, known: KnownValues): Remark[] {
  const shown: Remark[] = [];
  for (const { remark, test } of remarks) {
    if (remark.statuses !== undefined && !remark.statuses.includes(status)) continue;
    if (test === undefined || test(known) === 'true') shown.push(remark);
  }
  return shown;
}

/** Conjunction of the conditions of one kind. */
function together(results: RouteVerdict['conditions'], kind: ConditionKind): Truth {
  let all: Truth = 'true';
  for (const { condition, truth } of results) {
    if (condition.kind !== kind) continue;
    if (truth === 'false') return 'false';
    if (truth === 'unknown') all = 'unknown';
  }
  return all;
}
