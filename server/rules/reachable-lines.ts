import { decide } from './decision-order.ts';
import { outcomesOf } from './decision-diagram.ts';
import { phasesOf } from './period.ts';
import { RouteDiagrams } from './route-diagram.ts';
import type { Fact, Route } from './rule-set.ts';

/** Lines of the order of decisions that decide a route for some facts and some day. */
export function reachableLines(route: Route, facts: readonly Fact[]): Set<number> {
  const diagrams = new RouteDiagrams(facts);
  return new Set(
    phasesOf(route.periods).flatMap(({ kind }) =>
      [...outcomesOf(diagrams.decided(route.conditions, kind, (inputs) => String(decide(inputs).line)))].map(Number),
    ),
  );
}
