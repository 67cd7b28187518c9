import type { CitedText, RouteCondition, RouteDescription, RouteRemark } from '../contract.ts';
import type { RouteGuide } from '../assistant/services.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import { checkLink } from './check-link.ts';
import { citationsOf } from './citations-of.ts';
import { factsOfCondition, type Condition, type Facts } from './condition.ts';
import { outcomesOf } from './decision-diagram.ts';
import { phaseIndexAt, phasesOf } from './period.ts';
import { RouteDiagrams } from './route-diagram.ts';
import type { Fact, Remark, Route, RuleSet } from './rule-set.ts';
import type { SourcedText } from './sourced-text.ts';

/** Facts that say who wants to be paid, and whom the talk is about. */
const ASPECTS = { provider: ['domein', 'sector'], patients: ['onderwerp'] } as const;

/**
 * The routes as the rules describe them, whatever one's situation.
 * @param documents canonical documents by id, the ones the rules were loaded with
 */
export function createRouteGuide(rules: RuleSet, documents: ReadonlyMap<string, CanonicalDocument>): RouteGuide {
  const cited = new Map<SourcedText, CitedText>();
  /** Made once for each text and shared by all days: nobody changes them. */
  const cite = (sourced: SourcedText): CitedText => {
    const made = cited.get(sourced) ?? { text: sourced.text, citations: citationsOf(sourced, documents) };
    cited.set(sourced, made);
    return made;
  };
  const made = rules.routes.map((route) => ({ id: route.id, describe: describer(route, rules, cite) }));
  return {
    list: (day) => made.map(({ describe }) => describe(day)),
    get: (id, day) => made.find((route) => route.id === id)?.describe(day),
  };
}

function describer(route: Route, rules: RuleSet, cite: (sourced: SourcedText) => CitedText): (day: string) => RouteDescription {
  const diagrams = new RouteDiagrams(rules.facts);
  const phases = phasesOf(route.periods).map((phase) => ({ ...phase, statuses: outcomesOf(diagrams.route(route.conditions, phase.kind)) }));
  const fixed = {
    id: route.id,
    title: route.title,
    summary: route.summary,
    payment: route.payment.form,
    paymentNote: cite(route.payment),
    periods: route.periods.map((period) => ({
      ...cite(period),
      ...(period.from === undefined ? {} : { from: period.from }),
      ...(period.to === undefined ? {} : { to: period.to }),
      standing: period.standing,
    })),
    conditions: route.conditions.map((condition): RouteCondition => {
      const aspect = aspectOf(condition.when);
      const answers = answersTo(condition.when, rules.facts)?.map(({ label }) => label);
      return { id: condition.id, kind: condition.kind, ...cite(condition), ...(aspect && { aspect }), ...(answers && { answers }) };
    }),
    check: checkOf(route, rules.facts),
    isDivided: isDivided(route, rules),
  };
  return (day) => {
    const phase = phases[phaseIndexAt(route.periods, day)];
    if (phase === undefined) throw new Error(`Route ${route.id} has no phase on ${day}`);
    const canBeShown = ({ statuses }: Remark): boolean => statuses === undefined || statuses.some((status) => phase.statuses.has(status));
    const steps = route.nextSteps.filter(canBeShown);
    const remark = (one: Remark): RouteRemark => {
      const given = one.when === undefined ? undefined : givenIn(one.when, rules.facts);
      return { ...cite(one), ...(given && { given }) };
    };
    const stepsFor = (group: StepGroup): RouteRemark[] => steps.filter((step) => stepGroup(step) === group).map(remark);
    return {
      ...fixed,
      standing: { ...cite(phase.period), phase: phase.kind },
      warnings: route.warnings.filter(canBeShown).map(remark),
      steps: { toArrange: stepsFor('toArrange'), whenItFits: stepsFor('whenItFits'), inSpecialCases: stepsFor('inSpecialCases') },
    };
  };
}

type StepGroup = keyof RouteDescription['steps'];

/** A step that is taken in several cases stands where most people need it. */
function stepGroup({ statuses }: Remark): StepGroup {
  if (statuses === undefined || statuses.includes('nog-niet') || statuses.includes('onbekend')) return 'toArrange';
  return statuses.includes('van-toepassing') ? 'whenItFits' : 'inSpecialCases';
}

function aspectOf(condition: Condition): RouteCondition['aspect'] {
  const facts = factsOfCondition(condition);
  const about = (aspect: keyof typeof ASPECTS): boolean => facts.every((fact) => (ASPECTS[aspect] as readonly string[]).includes(fact));
  return about('provider') ? 'provider' : about('patients') ? 'patients' : undefined;
}

/** Answers that meet a condition on one fact. */
function answersTo(condition: Condition, facts: readonly Fact[]): Fact['answers'] | undefined {
  if (!('fact' in condition)) return undefined;
  const values = 'is' in condition ? [condition.is] : condition.in;
  return facts.find(({ id }) => id === condition.fact)?.answers.filter(({ value }) => values.includes(value));
}

/** What a condition takes for granted, as sentences; one that something is not sure is no case of its own. */
function givenIn(condition: Condition, facts: readonly Fact[]): string[] | undefined {
  const parts = 'all' in condition ? condition.all : [condition];
  const sentences = parts.map((part) => answersTo(part, facts)?.map(({ statement }) => statement) ?? []);
  return sentences.every(({ length }) => length === 1) ? sentences.flat() : undefined;
}

/** Only what the route leaves no choice about is filled in, and only about who is paid and whom the talk is about. */
function checkOf({ conditions }: Route, facts: readonly Fact[]): RouteDescription['check'] {
  const known: Facts = Object.fromEntries(
    conditions.flatMap(({ kind, when }) => {
      const answers = answersTo(when, facts);
      return kind === 'situatie' && 'fact' in when && answers?.length === 1 && aspectOf(when) !== undefined ? answers.map(({ value }) => [when.fact, value]) : [];
    }),
  );
  const given = facts.flatMap(({ id, answers }) => answers.filter(({ value }) => id in known && value === known[id]).map(({ statement }) => statement));
  return { link: checkLink(known), given };
}

/** A route whose texts rest on the sentences about dividing costs. */
function isDivided({ warnings, nextSteps }: Route, { allocation }: RuleSet): boolean {
  const key = ({ documentId, start, end }: SourcedText['quotes'][number]): string => `${documentId} ${start} ${end}`;
  const about = new Set(allocation.missing.flatMap(({ quotes }) => quotes.map(key)));
  return [...warnings, ...nextSteps].some(({ quotes }) => quotes.some((quote) => about.has(key(quote))));
}
