import type { Citation, RouteResult, RouteStatus } from '../contract.ts';
import { quoteView, shortTitle, sourceBadges } from './citation-view.ts';
import { icon, type IconName } from './icons.ts';
import { check, fill, payment, routeStatus, source, unknownBecause } from './labels.ts';
import { rankRoutes, ROUTE_GROUPS } from '../rules/rank-routes.ts';
import { h, type ViewElement } from './view.ts';
import type { ViewLinks } from './view-links.ts';

const statusIcons: Record<RouteStatus, IconName> = {
  'van-toepassing': 'yes',
  'nog-niet': 'clock',
  conflict: 'scales',
  betwist: 'scales',
  onbekend: 'unknown',
  verlopen: 'clock',
  'niet-van-toepassing': 'no',
};

const conditionIcons = { voldaan: 'yes', 'niet-voldaan': 'no', onbekend: 'unknown' } as const;
const conditionNames = { voldaan: check.met, 'niet-voldaan': check.unmet, onbekend: check.open };

/** Routes that can still matter, the leading one first and then group by group, and those that cannot. */
export function groupRoutes(routes: readonly RouteResult[]): { fitting: RouteResult[]; others: RouteResult[] } {
  const { leading, groups } = rankRoutes(routes);
  const rest = ROUTE_GROUPS.filter((group) => group !== 'past-niet').flatMap((group) => groups[group]);
  return { fitting: [...(leading === undefined ? [] : [leading]), ...rest.filter((route) => route !== leading)], others: groups['past-niet'] };
}

/** A status in words; what the sources leave open is another thing than an answer that lacks. */
export function statusWords({ status, because }: Pick<RouteResult, 'status' | 'because'>): { name: string; meaning: string } {
  return status === 'onbekend' && because !== undefined ? unknownBecause[because] : routeStatus[status];
}

export function statusBadge(route: Pick<RouteResult, 'status' | 'because'>): ViewElement {
  return h('span', { class: `status status-${route.status}` }, icon(statusIcons[route.status]), statusWords(route).name);
}

/** One route: verdict, how it is paid, what to do, what to mind, and each condition with its quote. */
export function routeCard(route: RouteResult, summary: string, links: ViewLinks): ViewElement {
  const id = `route-${route.id}`;
  return h(
    'article',
    { class: `route route-${route.status}`, 'aria-labelledby': id, 'data-route': route.id },
    h('header', { class: 'route-head' }, h('h3', { id }, route.title), statusBadge(route)),
    h('p', { class: 'route-meaning' }, statusWords(route).meaning, ' ', h('span', { class: 'payment' }, `${payment[route.payment] ?? route.payment}.`)),
    summary !== '' && h('p', { class: 'route-summary' }, summary),
    route.reason !== undefined && h('div', { class: 'route-reason' }, h('p', {}, route.reason.text), quoteDetails(route.reason.citations, links)),
    conditionCounts(route),
    citedList(check.nextSteps, route.nextSteps, links, 'next-steps'),
    citedList(check.warnings, route.warnings, links, 'route-warnings'),
    h('details', { class: 'route-details' }, h('summary', {}, check.details), conditionList(route, links)),
  );
}

/** "3 voldaan · 1 onbekend": the conditions at a glance. */
function conditionCounts({ conditions }: RouteResult): ViewElement | undefined {
  const counts = (['voldaan', 'niet-voldaan', 'onbekend'] as const)
    .map((status) => ({ status, count: conditions.filter((condition) => condition.status === status).length }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return undefined;
  return h('ul', { class: 'counts', role: 'list', 'aria-label': check.conditions },
    counts.map(({ status, count }) => h('li', { class: `count-${status}` }, icon(conditionIcons[status]), `${count} ${conditionNames[status].toLowerCase()}`)));
}

function conditionList({ conditions }: RouteResult, links: ViewLinks): ViewElement {
  const group = (title: string, kinds: (kind: string) => boolean): ViewElement | undefined => {
    const inGroup = conditions.filter(({ kind }) => kinds(kind));
    if (inGroup.length === 0) return undefined;
    return h('div', { class: 'condition-group' }, h('h4', {}, title),
      h('ul', { role: 'list' }, inGroup.map(({ text, status, citations }) =>
        h('li', { class: `condition condition-${status}` },
          h('p', { class: 'condition-text' }, icon(conditionIcons[status]), h('span', {}, h('span', { class: 'condition-status' }, `${conditionNames[status]}: `), text)),
          quoteDetails(citations, links)))));
  };
  return h('div', { class: 'conditions' },
    group(check.conditionsSituation, (kind) => kind !== 'regelen'),
    group(check.conditionsArrange, (kind) => kind === 'regelen'));
}

/** So many are shown at once; a wall of text is not read (the rest is one click away and is printed). */
const shownAtOnce = 3;

function citedList(title: string, items: RouteResult['warnings'], links: ViewLinks, name: string): ViewElement | undefined {
  if (items.length === 0) return undefined;
  const item = ({ text, citations }: RouteResult['warnings'][number]): ViewElement => h('li', {}, h('p', {}, text), quoteDetails(citations, links));
  // One left over would cost a click and save nothing.
  const rest = items.length > shownAtOnce + 1 ? items.slice(shownAtOnce) : [];
  return h('div', { class: name }, h('h4', {}, name === 'next-steps' ? icon('next') : icon('warning'), title),
    h('ul', { role: 'list' }, items.slice(0, items.length - rest.length).map(item)),
    rest.length > 0 && h('details', { class: 'rest' }, h('summary', {}, fill(name === 'next-steps' ? check.moreSteps : check.moreWarnings, { count: rest.length })), h('ul', { role: 'list' }, rest.map(item))));
}

/** Quotes under a disclosure: the proof is one click away without burying the verdict. */
export function quoteDetails(citations: readonly Citation[], links: ViewLinks): ViewElement | undefined {
  if (citations.length === 0) return undefined;
  const label = citations.length === 1 ? check.quote : fill(check.quotes, { count: citations.length });
  return h('details', { class: 'quotes' }, h('summary', {}, label),
    citations.map((citation) =>
      h('figure', {}, quoteView(citation.quote),
        h('figcaption', {},
          h('a', { href: links.quote(citation) }, `${shortTitle(citation.title)}, ${fill(source.page, { page: citation.page }).toLowerCase()}`), ' ', sourceBadges(citation)))));
}
