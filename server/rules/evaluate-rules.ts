import type { Facts } from './condition.ts';
import { createEvaluator, type Evaluate, type RouteVerdict, type Verdict } from './evaluate.ts';
import { expandBundles, NOT_ALL, unknownMembers } from './fact-bundle.ts';
import type { FactBundle, RuleSet } from './rule-set.ts';

/**
 * The one way from facts to verdicts, for the rule check, the conversation and the plan alike: they cannot contradict each
 * other. Beside single facts it takes answers about several at once (`FactBundle`).
 */
export function createRuleEvaluator({ facts, routes, together }: Pick<RuleSet, 'facts' | 'routes' | 'together'>): Evaluate {
  const evaluate = createEvaluator(facts, routes);
  return (given, asOf) => {
    const known = expandBundles(together, given);
    const doubtful = together.filter(({ id }) => known[id] === NOT_ALL);
    return doubtful.reduce((verdict, bundle) => withOneFalse(verdict, bundle, known, (facts) => evaluate(facts, asOf)), evaluate(known, asOf));
  };
}

/** Something of a bundle is not so: a route that comes out the same whichever it is, comes out so. What is not so stays unknown. */
function withOneFalse(verdict: Verdict, bundle: FactBundle, facts: Facts, evaluate: (facts: Facts) => Verdict): Verdict {
  const unknown = unknownMembers(bundle, facts);
  const cases = unknown.map(({ fact, is }) => evaluate({ ...facts, [fact]: !is }));
  const ids = new Set(unknown.map(({ fact }) => fact));
  const left = (missing: readonly string[]): string[] => missing.filter((id) => !ids.has(id));
  const routes = verdict.routes.map((route, at): RouteVerdict => {
    const [first, ...others] = cases.flatMap(({ routes }) => routes[at] ?? []);
    if (first === undefined || first.line === route.line || others.some(({ line }) => line !== first.line)) return route;
    return { ...first, conditions: route.conditions, missing: left(first.missing) };
  });
  return {
    asOf: verdict.asOf,
    routes,
    get missing() {
      const open = new Set(routes.flatMap(({ missing }) => missing));
      return (cases[0] ?? verdict).missing.filter((id) => open.has(id));
    },
  };
}
