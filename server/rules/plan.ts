import type { Citation, PlanRequest, PlanResult } from '../contract.ts';
import { dayInAmsterdam } from '../corpus/dates.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import type { Facts } from './condition.ts';
import { citationList, type CitationList } from './citation-list.ts';
import { createCounterQuestions } from './counter-question.ts';
import { createRuleEvaluator } from './evaluate-rules.ts';
import { expandBundles } from './fact-bundle.ts';
import { situationWords } from './situation-words.ts';
import { understoodOf } from './understood.ts';
import { leadingSentence } from './leading-sentence.ts';
import { networkFacts, type Member } from './network-facts.ts';
import { createQuestionsLeft } from './next-question.ts';
import { plainReason } from './plain-reason.ts';
import { isPayable, rateRoutes, type RatedVerdicts } from './rate-routes.ts';
import type { Remark, Route, RuleSet } from './rule-set.ts';
import { stepsOf, type PlanRoute } from './plan-steps.ts';

/** Quotes of a participant's leading route, and of another one that can pay. */
const OF_LEADING = 2;
const OF_OTHERS = 1;

/** A plan for all who take part: what pays for each, what they choose together, what to arrange and what is still unknown. */
export function createPlanner(rules: RuleSet, documents: ReadonlyMap<string, CanonicalDocument>, now: () => Date = () => new Date()): (request: PlanRequest) => PlanResult {
  const evaluate = createRuleEvaluator(rules);
  const questionsLeft = createQuestionsLeft(rules);
  const questions = createCounterQuestions(rules);

  return (request) => {
    const day = request.asOf ?? dayInAmsterdam(now());
    // Participants with the same facts have the same routes.
    const rated = new Map<string, RatedVerdicts>();
    const members = networkFacts(request, rules).map((member) => {
      const key = JSON.stringify(Object.entries(member.facts).sort());
      const verdicts = rated.get(key) ?? rateRoutes(evaluate(member.facts, day).routes);
      rated.set(key, verdicts);
      return { ...member, verdicts };
    });
    const citations = citationList(documents);
    const participants = members.map((member) => participantOf(member, citations, rules));
    const choices = choicesOf(members, rules.routes, citations);
    const steps = stepsOf(planRoutes(members, choices), choices, rules, citations);
    return { asOf: day, rulesetSha256: rules.sha256, participants, choices, steps, missing: missingOf(members, ({ facts, verdicts }) => questionsLeft(expandBundles(rules.together, facts), day, verdicts.ranked), questions), given: understoodOf(givenForAll(request.facts), rules), citations: citations.all as Citation[] };
  };
}

/** Checked by now: each is a value of its fact. */
const givenForAll = (facts: PlanRequest['facts']): Facts => facts as Facts;

type Rated = Member & { verdicts: RatedVerdicts };

function participantOf({ name, count, inferred, verdicts: { leading, ranked } }: Rated, citations: CitationList, rules: RuleSet): PlanResult['participants'][number] {
  const routes = ranked.map((verdict) => {
    const { route, status, because } = verdict;
    const { text, quotes } = plainReason(verdict);
    const shown = isPayable(verdict) ? citations.add(quotes, verdict === leading ? OF_LEADING : OF_OTHERS) : [];
    return { id: route.id, title: route.title, status, ...(because && { because }), payment: route.payment.form, reason: text, citations: shown };
  });
  const lead = leading ? { text: leadingSentence([leading, ...ranked.slice(1)]), routeId: leading.route.id } : { text: situationWords.nl.nothingFits };
  return { name, count, understood: understoodOf(inferred, rules), lead: { ...lead, citations: routes.find(({ id }) => id === leading?.route.id)?.citations ?? [] }, routes };
}

/** Routes that exclude each other and can both pay for some: a choice for all of them together. */
function choicesOf(members: readonly Rated[], routes: readonly Route[], citations: CitationList): PlanResult['choices'] {
  const excluding = routes.filter(({ conditions }) => conditions.some(({ kind }) => kind === 'keuze'));
  const options = excluding.flatMap((route) => {
    const able = members.flatMap(({ name, verdicts }) => verdicts.ranked.filter((verdict) => verdict.route === route && isPayable(verdict)).map((verdict) => ({ name, verdict })));
    const best = able.map(({ verdict }) => verdict).sort((a, b) => b.line - a.line)[0];
    return best === undefined ? [] : [{ route, option: { routeId: route.id, title: route.title, status: best.status, participants: able.map(({ name }) => name) } }];
  });
  const told = options.flatMap(({ route }) => adviceToChoose(route) ?? [])[0];
  if (options.length < 2 || told === undefined) return [];
  return [{ id: options.map(({ route }) => route.id).join('-of-'), text: told.text, citations: citations.add(told.quotes, OF_LEADING), options: options.map(({ option }) => option) }];
}

const adviceToChoose = ({ nextSteps }: Route): Remark | undefined => nextSteps.find(({ statuses }) => statuses?.includes('conflict'));

/** Routes that something is to be done about, with whom they are for: what leads for somebody, and what can be chosen. */
function planRoutes(members: readonly Rated[], choices: PlanResult['choices']): PlanRoute[] {
  const chosen = new Set(choices.flatMap(({ options }) => options.map(({ routeId }) => routeId)));
  const byRoute = new Map<string, PlanRoute>();
  for (const { name, verdicts } of members) {
    for (const verdict of verdicts.ranked) {
      const { id } = verdict.route;
      if (!(verdict === verdicts.leading || (chosen.has(id) && isPayable(verdict)))) continue;
      const known = byRoute.get(id) ?? { route: verdict.route, members: [] };
      known.members.push({ name, verdict });
      byRoute.set(id, known);
    }
  }
  return [...byRoute.values()].sort((a, b) => a.route.order - b.route.order);
}

function missingOf(members: readonly Rated[], left: (member: Rated) => string[], questions: ReturnType<typeof createCounterQuestions>): PlanResult['missing'] {
  const asked = new Map<string, PlanResult['missing'][number]>();
  const order = new Map<string, string[]>();
  for (const member of members) {
    const { name, facts } = member;
    const key = JSON.stringify(Object.entries(facts).sort());
    const ids = order.get(key) ?? left(member);
    order.set(key, ids);
    for (const id of ids) {
      const question = questions.of(id, facts);
      if (question === undefined) continue;
      const known = asked.get(question.factId) ?? { ...question, participants: [] };
      known.participants.push(name);
      asked.set(question.factId, known);
    }
  }
  return [...asked.values()].sort((a, b) => b.participants.length - a.participants.length);
}
