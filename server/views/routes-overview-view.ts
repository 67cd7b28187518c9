import type { CitedText, RouteCondition, RouteDescription } from '../contract.ts';
import { icon } from './icons.ts';
import { check, payment } from './labels.ts';
import { citedCell, compareForm, horizonNote, routeAddress, stackedTable, standingBadge, type Horizon } from './lookup-parts.ts';
import { routeWords } from './lookup-words.ts';
import { planWords } from './plan-words.ts';
import { h, type ViewElement } from './view.ts';
import type { ViewLinks } from './view-links.ts';

/** `/routes`: every route in one table. */
export function routesOverviewView(routes: readonly RouteDescription[], horizon: Horizon, links: ViewLinks): ViewElement {
  return h('div', { class: 'lookup lookup-wide' },
    h('h1', {}, routeWords.title),
    h('p', { class: 'lead' }, routeWords.intro),
    horizonNote(horizon),
    h('p', { class: 'check-link row' },
      h('a', { class: 'button', href: '/check' }, icon('compass'), check.title),
      h('a', { class: 'button', href: '/plan' }, icon('document'), planWords.short)),
    stackedTable({
      caption: routeWords.table,
      columns: [routeWords.route, routeWords.provider, routeWords.patients, routeWords.payment, routeWords.agreement, routeWords.standing],
      rows: routes.map((route) => ({
        name: h('a', { href: routeAddress(route.id) }, route.title),
        cells: [
          citedCell(aspectOf(route, 'provider'), links, inAnswers),
          citedCell(aspectOf(route, 'patients'), links, inAnswers),
          citedCell([route.paymentNote], links, () => `${payment[route.payment] ?? route.paymentNote.text}.`),
          citedCell(route.conditions.filter(({ kind }) => kind === 'regelen'), links),
          [standingBadge(route.standing), citedCell([route.standing], links)],
        ],
      })),
    }),
    h('section', { 'aria-labelledby': 'vergelijk' }, h('h2', { id: 'vergelijk' }, routeWords.compareTitle), compareForm(routes)));
}

export function aspectOf({ conditions }: RouteDescription, aspect: RouteCondition['aspect']): RouteCondition[] {
  return conditions.filter((condition) => condition.aspect === aspect);
}

/** The answers that meet a condition are shorter than the condition; where there are none, it stands itself. */
function inAnswers(item: CitedText): string {
  const { answers } = item as RouteCondition;
  if (answers === undefined) return item.text;
  const [first = '', ...others] = answers;
  return [first, ...others.map((answer) => answer.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()))].join(` ${routeWords.or} `);
}
