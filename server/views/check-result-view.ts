import type { CheckDescription, CheckResult, RouteResult } from '../contract.ts';
import { dutchDate } from '../corpus/dates.ts';
import { groupOf } from '../rules/rank-routes.ts';
import { answerLabel } from './check-answers.ts';
import { checkForm } from './check-form.ts';
import { isProposedLaw, openQuestions, type CheckState, type Fact } from './check-state.ts';
import { icon } from './icons.ts';
import { planOfCheck } from './plan-of-check.ts';
import { planWords } from './plan-words.ts';
import { check, fill } from './labels.ts';
import { routeGroups } from './route-groups.ts';
import { foldedRoute, leadingRoute } from './route-view.ts';
import { h, type ViewChild, type ViewElement } from './view.ts';
import type { ViewLinks } from './view-links.ts';

export interface CheckViewInput {
  description: CheckDescription;
  state: CheckState;
  result: CheckResult;
  links: ViewLinks;
}

/**
 * One outcome first: the route that fits this person, then the question that decides most, then the other routes as one line
 * each, by what can be done with them. All else is folded: what somebody does not look for, must not stand in the way.
 */
export function checkResultView(input: CheckViewInput): ViewElement {
  const { description, state, result, links } = input;
  const { leading, groups } = routeGroups(result.routes);
  const summaryOf = ({ id }: RouteResult): string => description.routes.find((route) => route.id === id)?.summary ?? '';
  const folded = (routes: readonly RouteResult[]): ViewElement => h('div', { class: 'routes' }, routes.map((route) => foldedRoute(route, summaryOf(route), links)));
  return h(
    'section',
    { class: 'result-screen', 'aria-labelledby': 'check-result' },
    h('h2', { id: 'check-result', tabindex: -1 }, fill(check.resultFor, { date: dutchDate(result.asOf) })),
    h('p', { class: 'result-summary' }, fits(result), ' ', h('span', { class: 'visually-hidden' }, leftOpen(result))),
    leading && h('div', { class: 'routes leading-route' }, leadingRoute(leading, summaryOf(leading), links)),
    openQuestionList(input),
    groups.map(({ group, name, routes }) =>
      group === 'past-niet'
        ? h('details', { class: 'other-routes' }, h('summary', {}, `${name} (${routes.length})`), folded(routes))
        : h('section', { class: `route-group route-group-${group}`, 'aria-label': name }, h('p', { class: 'route-group-name' }, h('strong', {}, name)), folded(routes))),
    h('p', { class: 'to-plan' }, h('a', { href: planOfCheck(description, state) }, icon('document'), planWords.short)),
    answerDetails(input),
    h('div', { class: 'row result-actions' },
      action('share', 'copy', check.share),
      action('word', 'document', check.word),
      action('print', 'print', check.print),
      action('download', 'download', check.download)),
    h('p', { class: 'help' }, check.notAdvice),
  );
}

/** Nothing without a script. */
const action = (name: string, iconName: Parameters<typeof icon>[0], label: string): ViewElement =>
  h('button', { type: 'button', 'data-action': name, 'data-needs-script': true, 'aria-label': label }, icon(iconName), check.short[name as keyof typeof check.short]);

function fits({ routes }: CheckResult): string {
  const count = (status: string): number => routes.filter((route) => route.status === status).length;
  const now = count('van-toepassing');
  const later = count('nog-niet');
  return [
    now === 0 ? check.resultNone : now === 1 ? check.resultOne : fill(check.resultSome, { count: now }),
    later === 1 ? check.resultNotYetOne : later > 1 && fill(check.resultNotYet, { count: later }),
  ].filter((part) => part !== false).join(' ');
}

/** The same for who does not see the groups. */
function leftOpen({ routes }: CheckResult): string {
  const open = routes.filter((route) => groupOf(route) === 'open').length;
  const silent = routes.filter((route) => route.status === 'onbekend' && route.because === 'bronnen').length;
  return [
    open === 1 ? check.resultOpenOne : open > 1 && fill(check.resultOpen, { count: open }),
    silent === 1 ? check.resultSilentOne : silent > 1 && fill(check.resultSilent, { count: silent }),
  ].filter((part) => part !== false).join(' ');
}

/** What is still open, what each answer would change, and a way to give it; the question that decides most is not folded. */
function openQuestionList({ description, result, state }: CheckViewInput): ViewElement | undefined {
  // Who said not to know it, comes last.
  const order = [...openQuestions(state, result.missing), ...result.missing];
  const [first, ...rest] = [...new Set(order)].flatMap((id) => description.facts.filter((fact) => fact.id === id));
  if (first === undefined) return undefined;
  const list = (facts: readonly Fact[]): ViewElement => h('ul', { role: 'list' }, facts.map((fact) => openQuestion(fact, state)));
  return h(
    'section',
    { class: 'open-questions', 'aria-labelledby': 'check-open' },
    h('h3', { id: 'check-open' }, check.openQuestions),
    list([first]),
    rest.length > 0 && h('details', { class: 'more-questions' }, h('summary', {}, rest.length === 1 ? check.moreQuestionsOne : fill(check.moreQuestions, { count: rest.length })), list(rest)),
  );
}

function openQuestion(fact: Fact, state: CheckState): ViewElement {
  return h('li', { 'data-fact': fact.id },
    h('p', { class: 'open-question' }, fact.question),
    h('div', { class: 'row' },
      checkForm(state, h('button', { type: 'submit', name: 'naar', value: fact.id, 'aria-label': `${check.answerThis}: ${fact.question}` }, check.answerThis)),
      h('button', { type: 'button', class: 'quiet', 'data-action': 'effect', 'data-needs-script': true, 'aria-label': fill(check.whatChangesOf, { question: fact.question }) }, check.whatChanges)),
    h('div', { class: 'effect' }));
}

function answerDetails({ description, state }: CheckViewInput): ViewElement {
  const given = state.answers.flatMap(({ fact: id, value }) => description.facts.filter((fact) => fact.id === id).map((fact) => ({ fact, value })));
  const answer = ({ fact, value }: (typeof given)[number]): ViewChild =>
    h('li', {},
      h('div', {}, h('p', { class: 'answered-question' }, fact.question), h('p', {}, h('strong', {}, answerLabel(fact, value))),
        fact.id === 'domein' && isProposedLaw(state) && h('p', { class: 'help' }, fill(check.lawProposed, { law: answerLabel(fact, value) }))),
      checkForm(state, h('button', { type: 'submit', name: 'naar', value: fact.id, class: 'quiet', 'aria-label': fill(check.changeOf, { question: fact.question }) }, check.change)));
  return h('details', { class: 'your-answers' },
    h('summary', {}, fill(check.answersAndDate, { count: given.length })),
    given.length > 0 && h('ul', { role: 'list' }, given.map(answer)),
    dateForm(state),
    checkForm(state, h('button', { type: 'submit', name: 'opnieuw', value: '1' }, icon('again'), check.startAgain)));
}

function dateForm(state: CheckState): ViewElement {
  return checkForm(
    state,
    h('div', { class: 'date-field' }, h('label', { for: 'check-date' }, check.date), h('p', { class: 'help', id: 'check-date-help' }, check.dateHelp),
      h('div', { class: 'row' },
        h('input', { type: 'date', id: 'check-date', name: 'datum', value: state.asOf ?? '', 'aria-describedby': 'check-date-help' }),
        h('button', { type: 'submit' }, check.dateApply))),
  );
}
