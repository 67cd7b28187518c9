import type { Citation, CitedText, RouteDescription, RouteRemark, RouteStanding, StatementDetail } from '../contract.ts';
import { dutchDate } from '../corpus/dates.ts';
import { shortTitle } from './citation-view.ts';
import { icon, type IconName } from './icons.ts';
import { fill } from './labels.ts';
import { routeWords, standingNames } from './lookup-words.ts';
import { quoteDetails } from './route-view.ts';
import { h, type ViewChild, type ViewElement } from './view.ts';
import type { ViewLinks } from './view-links.ts';

/** What the pages about routes and statements share. */

export const routeAddress = (id: string): string => `/routes/${encodeURIComponent(id)}`;
export const statementAddress = (id: string): string => `/uitspraken/${encodeURIComponent(id)}`;
export const comparisonAddress = (first: string, second: string): string => `${routeAddress(first)}/vergelijk/${encodeURIComponent(second)}`;

/** A question behind the `#`, which never reaches a server: the chat asks it on opening. */
const askAddress = (question: string): string => `/#vraag=${encodeURIComponent(question)}`;

/** Questions to go on with: links for the chat, and without JavaScript the buttons of a form, which ask the same. */
export function askLinks(questions: readonly string[]): ViewElement {
  return h('form', { method: 'post', action: '/', class: 'ask-links' },
    h('ul', { role: 'list' }, questions.map((question) =>
      h('li', {},
        h('a', { class: 'button with-script-only', href: askAddress(question) }, icon('ask'), h('span', {}, question)),
        h('button', { class: 'without-script-only', type: 'submit', name: 'vraag', value: question }, icon('ask'), h('span', {}, question))))));
}

/** "Bron", beside what it proves. */
export function sourceLink(citation: Citation, links: ViewLinks): ViewElement {
  return h('a', { class: 'source-link', href: links.quote(citation), 'aria-label': fill(routeWords.sourceOf, { title: shortTitle(citation.title), page: citation.page }) }, routeWords.source);
}

/** Texts with the first source of each, for the cell of a table. */
export function citedCell(items: readonly CitedText[], links: ViewLinks, shown = (item: CitedText): string => item.text): ViewChild {
  if (items.length === 0) return h('p', { class: 'help' }, routeWords.noCondition);
  return items.map((item) => {
    const [first] = item.citations;
    return h('p', {}, shown(item), first !== undefined && [' ', sourceLink(first, links)]);
  });
}

/** Each text with its quotes one click away. */
export function citedItems(items: readonly RouteRemark[], links: ViewLinks): ViewElement {
  return h('ul', { class: 'cited-items', role: 'list' }, items.map(({ text, citations, given }) =>
    h('li', {}, given !== undefined && h('p', { class: 'help' }, fill(routeWords.given, { given: given.join(' ') })), h('p', {}, text), quoteDetails(citations, links))));
}

/** The day that a page tells of, and how recent its sources are. */
export interface Horizon {
  day: string;
  /** When the newest source was published. */
  newest: string;
}

export function horizonNote({ day, newest }: Horizon): ViewElement {
  return h('p', { class: 'help' }, fill(routeWords.asOf, { date: dutchDate(day), newest: dutchDate(newest) }));
}

const standingLooks: Record<RouteStanding['phase'], { picture: IconName; look: string }> = {
  'in-force': { picture: 'yes', look: 'van-toepassing' },
  undecided: { picture: 'unknown', look: 'onbekend' },
  proposal: { picture: 'clock', look: 'nog-niet' },
  intention: { picture: 'clock', look: 'nog-niet' },
  before: { picture: 'clock', look: 'nog-niet' },
  after: { picture: 'no', look: 'verlopen' },
};

export function standingBadge({ phase }: RouteStanding): ViewElement {
  const { picture, look } = standingLooks[phase];
  return h('span', { class: `status status-${look}` }, icon(picture), standingNames[phase]);
}

export type FindStatement = (id: string) => StatementDetail | undefined;

/** Each with its exceptions, which are never left out, but for one that the page itself is about. */
export function statementLinks(statements: readonly StatementDetail[], find: FindStatement, page?: StatementDetail): ViewElement {
  return h('ul', { class: 'statement-links', role: 'list' }, statements.map((statement) => {
    const exceptions = statement.limitedBy.filter((id) => id !== page?.id).flatMap((id) => find(id) ?? []);
    return h('li', {},
      h('a', { href: statementAddress(statement.id) }, statement.text),
      exceptions.length > 0 && h('ul', { class: 'exception-links', role: 'list' }, exceptions.map(({ id, text }) => h('li', {}, `${routeWords.limit} `, h('a', { href: statementAddress(id) }, text)))));
  }));
}

/** A table that becomes a list of blocks on a narrow screen; its roles are said, since a block is no table to a browser. */
export interface StackedTable {
  caption: string;
  columns: readonly string[];
  rows: readonly { name: ViewChild; cells: readonly ViewChild[] }[];
}

export function stackedTable({ caption, columns, rows }: StackedTable): ViewElement {
  const [first = '', ...others] = columns;
  return h('table', { class: 'stacked', role: 'table' },
    h('caption', { class: 'visually-hidden' }, caption),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, [first, ...others].map((column) => h('th', { scope: 'col', role: 'columnheader' }, column)))),
    h('tbody', { role: 'rowgroup' }, rows.map(({ name, cells }) =>
      h('tr', { role: 'row' },
        h('th', { scope: 'row', role: 'rowheader' }, name),
        cells.map((cell, index) => h('td', { role: 'cell' }, h('span', { class: 'cell-label', 'aria-hidden': 'true' }, others[index] ?? ''), h('div', { class: 'cell' }, cell)))))));
}

/** The routes to choose two from; without JavaScript as well. */
export function compareForm(routes: readonly Pick<RouteDescription, 'id' | 'title'>[], first?: string, second?: string): ViewElement {
  const choice = (name: string, label: string, chosen: string | undefined): ViewElement =>
    h('div', {}, h('label', { for: `vergelijk-${name}` }, label),
      h('select', { id: `vergelijk-${name}`, name }, routes.map(({ id, title }) => h('option', { value: id, selected: id === chosen }, title))));
  return h('form', { method: 'get', action: '/routes/vergelijk', class: 'compare-form' },
    choice('a', routeWords.compareFirst, first ?? routes[0]?.id),
    choice('b', routeWords.compareSecond, second ?? routes.find(({ id }) => id !== (first ?? routes[0]?.id))?.id),
    h('button', { type: 'submit' }, icon('scales'), routeWords.compareButton));
}
