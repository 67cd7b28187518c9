import type { RouteStatus } from '../contract.ts';
import { truthOfCondition, type Facts } from './condition.ts';
import { factsOf, restrict, type Diagram } from './decision-diagram.ts';
import { decide, type DecisionLine, type RouteInputs } from './decision-order.ts';
import { leadingDiagram } from './leading-diagram.ts';
import { phaseIndexAt, phasesOf, type Phase, type PhaseKind } from './period.ts';
import { questionOrder } from './question-order.ts';
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
  /**
   * Unknown facts that can still change some status. First those that decide about the leading route, the one that settles
   * most on top; then the others, those that touch most routes first.
   */
  readonly missing: string[];
}

export type Evaluate = (facts: Facts, asOf: string) => Verdict;

/**
 * A pure function from facts and day to verdicts; the decision diagrams are made here, once.
 * Facts must be known ids with possible values (see `readFacts`), the day YYYY-MM-DD.
 */
export function createEvaluator(facts: readonly Fact[], routes: readonly Route[]): Evaluate {
  const diagrams = new RouteDiagrams(facts);
  const evaluators = routes.map((route) => createRouteEvaluator(route, facts, diagrams));
  const leading = new Map<string, Diagram>();
  /** The same for all days between two dates of the sources. */
  const leadingOn = (phases: readonly PhaseKind[]): Diagram => {
    const key = phases.join();
    const diagram = leading.get(key) ?? leadingDiagram(routes, phases, facts);
    leading.set(key, diagram);
    return diagram;
  };

  return (given, asOf) => {
    const verdicts = evaluators.map((evaluate) => evaluate(given, asOf));
    let missing: string[] | undefined;
    return {
      asOf,
      routes: verdicts,
      // Only who asks a question needs their order.
      get missing() {
        missing ??= byImportance(verdicts, questionOrder(leadingOn(verdicts.map(({ phase }) => phase.kind)), positionsOf(facts, given), facts), facts);
        return missing;
      },
    };
  };
}

function byImportance(verdicts: readonly RouteVerdict[], leading: readonly string[], facts: readonly Fact[]): string[] {
  const countOf = (id: string): number => verdicts.filter((verdict) => verdict.missing.includes(id)).length;
  const others = facts.map(({ id }) => id).filter((id) => !leading.includes(id)).sort((a, b) => countOf(b) - countOf(a));
  return [...leading, ...others].filter((id) => countOf(id) > 0);
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
