import type { PlanResult } from '../contract.ts';
import type { CitationList } from './citation-list.ts';
import type { RouteVerdict } from './evaluate.ts';
import type { Remark, Route, RuleSet } from './rule-set.ts';

type Step = PlanResult['steps'][number];

/** A route that something is to be done about, and for whom. */
export interface PlanRoute {
  route: Route;
  members: { name: string; verdict: RouteVerdict }[];
}

/** With whom something is arranged, by the words of the step; how people are called there and how they are named here. */
const PARTNERS: readonly (readonly [RegExp, string])[] = [
  [/\bverzekeraars?\b|zorgverzekeraar/i, 'zorgverzekeraar'],
  [/\bgemeenten?\b/i, 'gemeente'],
  [/\bNZa\b/, 'NZa'],
  [/\bzorgkanto(?:or|ren)\b/i, 'zorgkantoor'],
  [/\bhuisartsenorganisatie\b/i, 'huisartsenorganisatie'],
];
/** What a contract has to say is a list of its own. */
const FOR_CONTRACT = /\bin het contract\b/i;

/** What to do, in order: choose together, arrange, write the contract, divide. */
export function stepsOf(routes: readonly PlanRoute[], choices: PlanResult['choices'], { allocation }: Pick<RuleSet, 'allocation'>, citations: CitationList): Step[] {
  const chosen = choices.map(({ text, citations: numbers, options }): Step => step('kiezen', text, [...new Set(options.flatMap(({ participants }) => participants))], numbers));
  const remarks = routes.flatMap(remarksOf);
  const arranged = remarks.filter(({ remark }) => !remark.statuses?.includes('conflict')).map(({ remark, routeId, names }): Step => ({
    ...step(FOR_CONTRACT.test(remark.text) ? 'contract' : 'regelen', remark.text, names, citations.add(remark.quotes, 1)),
    routeId,
  }));
  const divided = routes.filter(({ route }) => isDivided(route, allocation.missing));
  const names = namesOf(divided);
  const division = names.length < 2 ? [] : allocation.missing.map(({ text, quotes }) => step('verdelen', text, names, citations.add(quotes, 1)));
  return [...chosen, ...arranged.filter(({ kind }) => kind === 'regelen'), ...arranged.filter(({ kind }) => kind === 'contract'), ...division];
}

function step(kind: Step['kind'], text: string, participants: readonly string[], citations: number[]): Step {
  return { kind, text, with: PARTNERS.filter(([pattern]) => pattern.test(text)).map(([, partner]) => partner), participants: [...participants], citations };
}

/** Next steps of a route, each once, with those it is for. */
function remarksOf({ route, members }: PlanRoute): { remark: Remark; routeId: string; names: string[] }[] {
  return route.nextSteps.flatMap((remark) => {
    const names = members.filter(({ verdict }) => verdict.nextSteps.includes(remark)).map(({ name }) => name);
    return names.length === 0 ? [] : [{ remark, routeId: route.id, names }];
  });
}

const namesOf = (routes: readonly PlanRoute[]): string[] => [...new Set(routes.flatMap(({ members }) => members.map(({ name }) => name)))];

/** A route whose texts rest on the sentences about dividing costs. */
function isDivided({ warnings, nextSteps }: Route, missing: RuleSet['allocation']['missing']): boolean {
  const key = ({ documentId, start, end }: Remark['quotes'][number]): string => `${documentId} ${start} ${end}`;
  const about = new Set(missing.flatMap(({ quotes }) => quotes.map(key)));
  return [...warnings, ...nextSteps].some(({ quotes }) => quotes.some((quote) => about.has(key(quote))));
}
