import type { Citation } from '../contract.ts';
import { groupOf, type RouteGroup } from '../rules/rank-routes.ts';
import { proven, text, type BlockOf, type Part, type Run, type SituationPart } from './answer-part.ts';
import type { AnswerWords } from './answer-words.ts';

type Situation = BlockOf<'situation'>;
type SituationRoute = NonNullable<Situation['routes']>[number];

/** In a conversation what is unknown is asked; what the sources leave open nobody here can answer, and that is said first. */
const IN_ORDER: readonly RouteGroup[] = ['past', 'regelen', 'bronnen', 'open', 'past-niet'];

/** What was understood of the asker's situation, to be corrected; nothing where there is nothing to correct. */
export function factsPart({ facts = [] }: Situation, words: AnswerWords): SituationPart[] {
  return facts.length === 0 ? [] : [{ type: 'facts', title: words.situation, facts: facts.map(({ factId, label }) => ({ factId, label })) }];
}

/** The routes beside the one that the answer begins with, those together that stand alike. */
export function routesParts({ routes = [] }: Situation, words: AnswerWords, citations: readonly Citation[], leadId: string | undefined): SituationPart[] {
  const others = routes.filter(({ id }) => id !== leadId);
  return IN_ORDER.flatMap((group): SituationPart[] => {
    const together = others.filter((route) => groupOf({ ...route, conditions: [] }) === group);
    if (together.length === 0) return [];
    const lines = together.map((route) => ({ title: route.title, address: `/routes/${encodeURIComponent(route.id)}`, status: route.status, because: route.because, reason: reasonOf(route, citations) }));
    return [{ type: 'routes', group, title: words.routeGroups[group], briefly: words.otherRoutes, routes: lines }];
  });
}

export function askPart({ ask }: Situation): SituationPart[] {
  return ask === undefined ? [] : [{ type: 'ask', ask: { ...ask, choices: ask.choices.map(({ value, label }) => ({ value, label })) } }];
}

/** What does not fit rests on what was told, the rest on the sources as far as they are cited here. */
function reasonOf({ reason, citations: numbers }: SituationRoute, citations: readonly Citation[]): Run[] {
  const runs = proven(reason, numbers, citations);
  return runs.length === 0 ? [text(reason)] : runs;
}

/** The same for where there is only text: every renderer shows these. The question back stays last, for who answers it by typing. */
export function inPlainParts(body: readonly Part[]): Exclude<Part, SituationPart>[] {
  return body.flatMap((part): Exclude<Part, SituationPart>[] => {
    switch (part.type) {
      case 'facts':
        return [{ type: 'paragraph', runs: [{ type: 'strong', text: part.title }, text(` ${part.facts.map(({ label }) => `${label}.`).join(' ')}`)] }];
      case 'routes':
        return !WITH_REASONS.includes(part.group) ? [namesOf(part)] : [
          { type: 'paragraph', runs: [{ type: 'strong', text: `${part.title}:` }] },
          { type: 'list', items: part.routes.map(({ title, address, reason }) => [{ type: 'link', text: title, address }, text(': '), ...reason]) },
        ];
      case 'ask':
        return [{ type: 'paragraph', runs: [{ type: 'strong', text: part.ask.question }] }];
      default:
        return [part];
    }
  });
}

/** Where nobody can fold it, only what can pay has its reason; why the others stand as they do is behind their names. */
const WITH_REASONS: readonly RouteGroup[] = ['past', 'regelen'];
/** Of what does not fit a few are named; who wants to know of more, finds them behind the link to all conditions. */
const FEW = 2;

/** Who wants to know why, finds it behind the name. */
function namesOf({ group, title, routes, briefly }: Extract<Part, { type: 'routes' }>): Extract<Part, { type: 'paragraph' }> {
  const heading: Run = { type: 'strong', text: `${title}:` };
  if (group === 'past-niet' && routes.length > FEW) return { type: 'paragraph', runs: [heading, text(` ${briefly}`)] };
  const names = routes.flatMap(({ title: name, address }, at): Run[] => [text(at === 0 ? ' ' : ', '), { type: 'link', text: name, address }]);
  return { type: 'paragraph', runs: [heading, ...names, text('.')] };
}
