import type { CitedText, RouteDescription } from '../contract.ts';
import { icon } from './icons.ts';
import { allocation, check, fill, payment } from './labels.ts';
import { askLinks, citedItems, compareForm, horizonNote, standingBadge, statementLinks, type FindStatement, type Horizon } from './lookup-parts.ts';
import { conditionKinds, routeWords, slotNames, statementWords } from './lookup-words.ts';
import { planWords } from './plan-words.ts';
import type { RouteStatements } from './related-statements.ts';
import { quoteDetails } from './route-view.ts';
import { h, type ViewChild, type ViewElement } from './view.ts';
import type { ViewLinks } from './view-links.ts';

export interface RoutePageInput {
  route: RouteDescription;
  /** All routes, this one too, to compare with. */
  all: readonly RouteDescription[];
  /** What the sources say about this route: a choice, and all others by kind. */
  statements: RouteStatements;
  /** Questions that are certain to be answered. */
  questions: readonly string[];
  find: FindStatement;
  horizon: Horizon;
  links: ViewLinks;
}

/** So many are shown at once; the rest is one click away and is printed. */
const mostWarnings = 5;

/** `/routes/{id}`: what the route is, when it holds, what it asks and what to do. */
export function routePageView({ route, all, statements, questions, find, horizon, links }: RoutePageInput): ViewElement {
  const ofKind = (arranged: boolean): RouteDescription['conditions'] => route.conditions.filter(({ kind }) => (kind === 'regelen') === arranged);
  return h('article', { class: 'lookup', 'data-route': route.id },
    h('p', { class: 'back' }, h('a', { href: '/routes' }, icon('previous'), routeWords.allRoutes)),
    h('h1', {}, route.title),
    h('p', { class: 'lead' }, route.summary),
    h('div', { class: 'at-a-glance' },
      glance(routeWords.standing, standingBadge(route.standing), route.standing, links),
      glance(routeWords.payment, h('strong', {}, `${payment[route.payment] ?? route.payment}.`), route.paymentNote, links)),
    horizonNote(horizon),
    waysOn(route),
    section('voorwaarden', routeWords.conditions,
      conditionGroup(routeWords.situation, ofKind(false), links),
      conditionGroup(routeWords.arrange, ofKind(true), links)),
    stepsSection(route, links),
    route.warnings.length > 0 && section('let-op', routeWords.warnings,
      citedItems(route.warnings.slice(0, shownWarnings(route.warnings)), links),
      moreWarnings(route.warnings, links)),
    questions.length > 0 && section('vraag-ook', statementWords.alsoAsk, askLinks(questions)),
    statements.chosen.length > 0 && section('uitspraken', routeWords.statements,
      statementLinks(statements.chosen, find),
      otherStatements(statements.others, find)),
    all.length > 1 && section('vergelijk', routeWords.compareWith, compareForm(all, route.id, nextTo(route, all).id)));
}

function section(id: string, title: string, ...content: ViewChild[]): ViewElement {
  return h('section', { 'aria-labelledby': id }, h('h2', { id }, title), content);
}

function glance(title: string, lead: ViewElement, item: CitedText, links: ViewLinks): ViewElement {
  return h('div', {}, h('h2', { class: 'small-heading' }, title), h('p', {}, lead), h('p', {}, item.text), quoteDetails(item.citations, links));
}

/** The check with this route's own facts, and for costs that are divided the calculator. */
function waysOn({ check: { link, given }, isDivided }: RouteDescription): ViewElement {
  return h('aside', { class: 'ways-on', 'aria-label': check.title },
    h('p', {}, routeWords.checkIntro),
    given.length > 0 && h('div', { class: 'help' }, h('p', {}, routeWords.checkGiven), h('ul', {}, given.map((fact) => h('li', {}, fact)))),
    h('p', { class: 'row' },
      h('a', { class: 'button primary', href: link }, icon('compass'), check.title),
      isDivided && h('a', { class: 'button', href: '/plan' }, icon('document'), planWords.short),
      isDivided && h('a', { class: 'button', href: '/check/verdeling' }, icon('scales'), allocation.title)));
}

function conditionGroup(title: string, conditions: RouteDescription['conditions'], links: ViewLinks): ViewElement | undefined {
  if (conditions.length === 0) return undefined;
  return h('div', { class: 'condition-group' },
    h('h3', {}, title),
    h('ul', { class: 'cited-items', role: 'list' }, conditions.map(({ kind, text, citations }) =>
      h('li', {}, h('p', {}, conditionKinds[kind] !== undefined && h('span', { class: 'badge' }, conditionKinds[kind]), conditionKinds[kind] !== undefined && ' ', text), quoteDetails(citations, links)))));
}

function stepsSection({ steps }: RouteDescription, links: ViewLinks): ViewElement | undefined {
  const groups: [string | undefined, CitedText[]][] = [
    [undefined, steps.toArrange],
    [routeWords.stepsWhenItFits, steps.whenItFits],
    [routeWords.stepsSpecial, steps.inSpecialCases],
  ];
  const filled = groups.filter(([, items]) => items.length > 0);
  if (filled.length === 0) return undefined;
  return section('stappen', routeWords.steps, filled.map(([title, items]) => [title !== undefined && h('h3', {}, title), citedItems(items, links)]));
}

/** One left over would cost a click and save nothing. */
const shownWarnings = ({ length }: readonly CitedText[]): number => (length > mostWarnings + 1 ? mostWarnings : length);

function moreWarnings(warnings: readonly CitedText[], links: ViewLinks): ViewElement | undefined {
  const others = warnings.slice(shownWarnings(warnings));
  return others.length === 0 ? undefined : h('details', { class: 'rest printed' }, h('summary', {}, fill(routeWords.moreWarnings, { count: others.length })), citedItems(others, links));
}

function otherStatements(groups: RouteStatements['others'], find: FindStatement): ViewElement | undefined {
  const count = groups.reduce((sum, { statements }) => sum + statements.length, 0);
  return count === 0 ? undefined : h('details', { class: 'rest' },
    h('summary', {}, fill(routeWords.moreStatements, { count })),
    groups.map(({ slot, statements }) => h('div', {}, h('h3', {}, slotNames[slot] ?? slot), statementLinks(statements, find))));
}

/** The route that stands after this one in the overview. */
function nextTo(route: RouteDescription, all: readonly RouteDescription[]): RouteDescription {
  const at = all.findIndex(({ id }) => id === route.id);
  return all[at + 1] ?? all[at - 1] ?? route;
}
