import type { Condition, Facts } from './condition.ts';
import { truthOfCondition } from './condition.ts';
import type { Diagram } from './decision-diagram.ts';
import type { RouteVerdict } from './evaluate.ts';
import { ALL, NOT_ALL, bundleValue } from './fact-bundle.ts';
import { leadingDiagram } from './leading-diagram.ts';
import { phaseIndexAt, phasesOf } from './period.ts';
import { certainty, questionOrder } from './question-order.ts';
import { rateRoutes } from './rate-routes.ts';
import type { Fact, FactBundle, Route, RuleSet } from './rule-set.ts';

/** A leading outcome that is known and this likely to stay is not asked about: one in seven is no reason to question everybody. */
const AS_GOOD_AS_DECIDED = 0.85;

/**
 * What to ask back, the one first that decides the leading outcome soonest; nothing once that is decided. Facts that are
 * asked together count as one question. Where a group and single patients are both talked about there are two outcomes: what
 * pays for the patients and what pays for the group.
 */
export type QuestionsLeft = (facts: Facts, asOf: string, verdicts: readonly RouteVerdict[]) => string[];

export function createQuestionsLeft({ facts, routes, together }: Pick<RuleSet, 'facts' | 'routes' | 'together'>): QuestionsLeft {
  const asked = factsOf(facts, together);
  const all = routes.map((route) => withBundles(route, together));
  const ofGroups = all.filter(isOfGroups);
  const diagrams = new Map<string, Diagram>();

  const orderOf = (among: readonly Route[], known: readonly number[], asOf: string, verdicts: readonly RouteVerdict[]): string[] => {
    const phases = among.flatMap(({ periods }) => phasesOf(periods)[phaseIndexAt(periods, asOf)]?.kind ?? []);
    const key = `${among.length} ${phases.join()}`;
    const diagram = diagrams.get(key) ?? leadingDiagram(among, phases, asked);
    diagrams.set(key, diagram);
    const { leading } = rateRoutes(verdicts.filter(({ route }) => among.some(({ id }) => id === route.id)));
    const stays = leading?.because !== 'feit' && certainty(diagram, known, asked) >= AS_GOOD_AS_DECIDED;
    return stays ? [] : questionOrder(diagram, known, asked);
  };

  return (given, asOf, verdicts) => {
    const known = asked.map(({ id, answers }) => {
      const bundle = together.find((bundle) => bundle.id === id);
      const value = bundle ? bundleValue(bundle, given) : given[id];
      return answers.findIndex((answer) => answer.value === value) + 1;
    });
    const order = orderOf(all, known, asOf, verdicts);
    return order.length === 0 && given['onderwerp'] === 'hybride' ? orderOf(ofGroups, known, asOf, verdicts) : order;
  };
}

/** Facts as a conversation asks for them: those of a bundle are one, in the place of the first. */
function factsOf(facts: readonly Fact[], together: readonly FactBundle[]): Fact[] {
  return facts.flatMap((fact) => {
    const bundle = together.find((bundle) => bundle.facts.some((member) => member.fact === fact.id));
    if (bundle === undefined) return [fact];
    if (facts.find(({ id }) => bundle.facts.some((member) => member.fact === id)) !== fact) return [];
    const { id, question, help, weights, labels, statements } = bundle;
    const answers = [ALL, NOT_ALL].map((value, at) => ({ value, weight: weights[at] ?? 1, label: labels[at] ?? value, statement: statements[at] ?? value }));
    return [{ id, question, help, type: 'choice' as const, answers }];
  });
}

function withBundles(route: Route, together: readonly FactBundle[]): Route {
  return { ...route, conditions: route.conditions.map((condition) => ({ ...condition, when: replaced(condition.when, together) })) };
}

/** A condition on one of several facts that are asked together, as one on all of them. */
function replaced(condition: Condition, together: readonly FactBundle[]): Condition {
  const again = (part: Condition): Condition => replaced(part, together);
  if ('all' in condition) return { all: condition.all.map(again) };
  if ('any' in condition) return { any: condition.any.map(again) };
  if ('not' in condition) return { not: again(condition.not) };
  if ('certain' in condition) return { certain: again(condition.certain) };
  for (const { id, facts } of together) {
    const member = facts.find(({ fact }) => fact === condition.fact);
    if (member === undefined) continue;
    const all: Condition = { fact: id, is: ALL };
    const holds = (value: boolean): boolean => ('is' in condition ? condition.is === value : condition.in.includes(value));
    return holds(member.is) ? all : { not: all };
  }
  return condition;
}

const isOfGroups = ({ conditions }: Route): boolean =>
  conditions.some(({ id, when }) => id === 'onderwerp' && truthOfCondition(when, { onderwerp: 'groep' }) === 'true');
