import type { CitedText, RouteDescription } from '../contract.ts';
import { icon } from './icons.ts';
import { fill, payment } from './labels.ts';
import { citedCell, compareForm, horizonNote, routeAddress, stackedTable, standingBadge, type Horizon } from './lookup-parts.ts';
import { routeWords } from './lookup-words.ts';
import { aspectOf } from './routes-overview-view.ts';
import { h, type ViewChild, type ViewElement } from './view.ts';
import type { ViewLinks } from './view-links.ts';

/** `/routes/{a}/vergelijk/{b}`: two routes side by side, an aspect a row. */
export function routeComparisonView(first: RouteDescription, second: RouteDescription, all: readonly RouteDescription[], horizon: Horizon, links: ViewLinks): ViewElement {
  const ofKind = (route: RouteDescription, ...kinds: string[]): CitedText[] => route.conditions.filter(({ kind, aspect }) => kinds.includes(kind) && aspect === undefined);
  const aspects: [string, (route: RouteDescription) => ViewChild][] = [
    [routeWords.what, ({ summary }) => h('p', {}, summary)],
    [routeWords.provider, (route) => citedCell(aspectOf(route, 'provider'), links)],
    [routeWords.patients, (route) => citedCell(aspectOf(route, 'patients'), links)],
    [routeWords.payment, (route) => [h('p', { class: 'payment' }, `${payment[route.payment] ?? route.payment}.`), citedCell([route.paymentNote], links)]],
    [routeWords.agreement, (route) => citedCell(route.conditions.filter(({ kind }) => kind === 'regelen'), links)],
    [routeWords.choice, (route) => citedCell(ofKind(route, 'keuze'), links)],
    [routeWords.otherConditions, (route) => citedCell(ofKind(route, 'situatie', 'onbeslist', 'betwist'), links)],
    [routeWords.standing, ({ standing }) => standingBadge(standing)],
    [routeWords.period, ({ periods }) => citedCell(periods, links)],
  ];
  return h('div', { class: 'lookup lookup-wide' },
    h('p', { class: 'back' }, h('a', { href: '/routes' }, icon('previous'), routeWords.allRoutes)),
    h('h1', {}, fill(routeWords.compared, { first: first.title, second: second.title })),
    horizonNote(horizon),
    h('div', { class: 'comparison' }, stackedTable({
      caption: fill(routeWords.compared, { first: first.title, second: second.title }),
      columns: [routeWords.aspect, first.title, second.title],
      rows: aspects.map(([name, cell]) => ({ name, cells: [cell(first), cell(second)] })),
    })),
    h('p', { class: 'row' }, [first, second].map(({ id, title }) => h('a', { class: 'button', href: routeAddress(id) }, title, icon('next')))),
    h('section', { 'aria-labelledby': 'vergelijk' }, h('h2', { id: 'vergelijk' }, routeWords.compareTitle), compareForm(all, first.id, second.id)));
}
