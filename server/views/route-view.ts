import type { Citation, RouteResult, RouteStatus } from '../contract.ts';
import { englishStatus, type Language } from './answer-words.ts';
import { quoteView, shortTitle, sourceBadges } from './citation-view.ts';
import { icon, type IconName } from './icons.ts';
import { check, fill, payment, routeStatus, source, unknownBecause } from './labels.ts';
import { groupOf, rankRoutes, ROUTE_GROUPS } from '../rules/rank-routes.ts';
import { flatten, h, type ViewChild, type ViewElement } from './view.ts';
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

export function statusBadge(route: Pick<RouteResult, 'status' | 'because'>, language: Language = 'nl'): ViewElement {
  return h('span', { class: `status status-${route.status}` }, icon(statusIcons[route.status]), language === 'nl' ? statusWords(route).name : englishStatus(route));
}

/** The route that an outcome begins with: verdict, how it is paid, why, what to do first. The rest is one press away. */
export function leadingRoute(route: RouteResult, summary: string, links: ViewLinks): ViewElement {
  const id = `route-${route.id}`;
  return h(
    'article',
    { class: `route route-${route.status}`, 'aria-labelledby': id, 'data-route': route.id },
    h('header', { class: 'route-head' }, h('h3', { id }, route.title), statusBadge(route)),
    routeBody(route, summary, links),
  );
}

/** A route as one line; the same as of a leading one is behind it. */
export function foldedRoute(route: RouteResult, summary: string, links: ViewLinks): ViewElement {
  return h(
    'details',
    { class: `route folded-route route-${route.status}`, 'data-route': route.id },
    h('summary', {}, h('span', { class: 'route-head' }, h('strong', {}, route.title), statusBadge(route))),
    h('div', { class: 'route-body' }, routeBody(route, summary, links)),
  );
}

function routeBody(route: RouteResult, summary: string, links: ViewLinks): ViewElement[] {
  return flatten([
    why(route, links),
    citedList(check.nextSteps, route.nextSteps, links, 'next-steps'),
    citedList(check.warnings, route.warnings, links, 'route-warnings'),
    h('details', { class: 'route-details' }, h('summary', {}, check.details),
      summary !== '' && h('p', { class: 'route-summary' }, summary),
      conditionCounts(route),
      conditionList(route, links)),
  ]) as ViewElement[];
}

/** More conditions than these are not told in a sentence: they are the list of conditions, once more. */
const mostInReason = 2;

/** Of what pays, how; of what does not (yet), why. */
function why(route: RouteResult, links: ViewLinks): ViewChild {
  const form = groupOf(route) !== 'past-niet' && h('span', { class: 'payment' }, `${payment[route.payment] ?? route.payment}.`);
  const isPaid = route.status === 'van-toepassing';
  const told = isPaid ? (route.paymentNote ?? route.reason) : route.reason;
  const open = route.because === 'feit' ? route.conditions.filter(({ status }) => status === 'onbekend') : [];
  if (open.length > mostInReason) return h('p', { class: 'route-reason' }, fill(check.manyOpen, { count: open.length }), ' ', form);
  return h('div', { class: 'route-reason' },
    h('p', {}, isPaid && [form, ' '], told === undefined ? statusWords(route).meaning : told.text, !isPaid && [' ', form]),
    told !== undefined && quoteDetails(told.citations, links));
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

/** So many points are shown together, also on paper; a wall of text is not read. */
const shownAtOnce = 5;

/** The first step is what to do now; all that is to be minded stands together behind one line. */
function citedList(title: string, items: RouteResult['warnings'], links: ViewLinks, name: 'next-steps' | 'route-warnings'): ViewElement | undefined {
  if (items.length === 0) return undefined;
  const list = (some: RouteResult['warnings']): ViewElement => h('ul', { role: 'list' }, some.map(({ text, citations }) => h('li', {}, h('p', {}, text), quoteDetails(citations, links))));
  if (name === 'route-warnings') {
    const shown = items.length > shownAtOnce + 1 ? shownAtOnce : items.length;
    const rest = items.slice(shown);
    return h('details', { class: name }, h('summary', {}, icon('warning'), ` ${title} (${items.length})`), list(items.slice(0, shown)),
      rest.length > 0 && h('details', { class: 'rest' }, h('summary', {}, fill(check.moreWarnings, { count: rest.length })), list(rest)));
  }
  const [first, ...rest] = items;
  const quotes = first && quoteDetails(first.citations, links);
  return h('div', { class: name }, h('h4', {}, icon('next'), title), h('p', {}, first?.text ?? ''),
    rest.length === 0 ? quotes
      : h('details', { class: 'rest' }, h('summary', {}, rest.length === 1 ? check.moreStepsOne : fill(check.moreSteps, { count: rest.length })), quotes, list(rest)));
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
