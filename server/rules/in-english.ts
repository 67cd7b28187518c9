import type { RouteVerdict } from './evaluate.ts';
import type { Fact, FactBundle, Route, RuleSet } from './rule-set.ts';

/** Language in which a situation is told. Names as in `Answer.language`. */
export type Language = 'nl' | 'en';

/** The texts of the rules that a situation is told with, in English; what has no English stays Dutch. Nothing that decides changes. */
export interface EnglishRules extends Pick<RuleSet, 'facts' | 'together'> {
  /** The same verdict with texts in English. */
  verdict: (verdict: RouteVerdict) => RouteVerdict;
}

export function rulesInEnglish({ facts, together, routes }: RuleSet): EnglishRules {
  const english = new Map(routes.map((route) => [route.id, routeInEnglish(route)]));
  return {
    facts: facts.map(factInEnglish),
    together: together.map(bundleInEnglish),
    verdict: (verdict) => ({
      ...verdict,
      route: english.get(verdict.route.id) ?? verdict.route,
      phase: { ...verdict.phase, period: texted(verdict.phase.period) },
      conditions: verdict.conditions.map(({ condition, truth }) => ({ condition: texted(condition), truth })),
      nextSteps: verdict.nextSteps.map(texted),
    }),
  };
}

function texted<Sourced extends { text: string; en?: string | undefined }>(sourced: Sourced): Sourced {
  return sourced.en === undefined ? sourced : { ...sourced, text: sourced.en };
}

function routeInEnglish(route: Route): Route {
  return { ...route, title: route.en?.title ?? route.title, name: route.en?.name ?? route.name, payment: texted(route.payment) };
}

/** Help explains words of the Dutch question, and is left out. */
function factInEnglish(fact: Fact): Fact {
  return { ...fact, question: fact.en ?? fact.question, help: '', answers: fact.answers.map((answer) => ({ ...answer, label: answer.en ?? answer.label })) };
}

function bundleInEnglish(bundle: FactBundle): FactBundle {
  return { ...bundle, ...bundle.en, help: '', facts: bundle.facts.map(texted) };
}
