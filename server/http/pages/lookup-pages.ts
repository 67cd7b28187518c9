import type { RouteDescription, StatementDetail } from '../../contract.ts';
import { NotFoundError, UnavailableError } from '../../errors.ts';
import { fill } from '../../views/labels.ts';
import { comparisonAddress, routeAddress, statementAddress, type Horizon } from '../../views/lookup-parts.ts';
import { routeWords } from '../../views/lookup-words.ts';
import { questionsAbout, relatedTo, statementsAbout } from '../../views/related-statements.ts';
import { routeComparisonView } from '../../views/route-comparison-view.ts';
import { routePageView } from '../../views/route-page-view.ts';
import { routesOverviewView } from '../../views/routes-overview-view.ts';
import { statementView } from '../../views/statement-view.ts';
import { plainLinks } from '../../views/view-links.ts';
import type { DocumentStore, RouteGuide, Services } from '../../assistant/services.ts';
import { renderPage } from './layout.ts';
import type { WebFiles } from './web-files.ts';

/** Pages to look something up: the funding routes, two of them side by side, and what the sources say. */

type LookUp = Pick<Services, 'routes' | 'statements' | 'documents'>;

/** `/routes` */
export function routesPage({ routes, documents }: LookUp, day: string, files: WebFiles): string {
  const content = routesOverviewView(guideOf(routes).list(day), horizonOf(documents, day), plainLinks);
  return renderPage({ title: routeWords.title, path: '/routes', content, kind: 'lookup', description: routeWords.intro, canonical: '/routes' }, files);
}

/** `/routes/{id}` */
export function routePage({ routes, statements, documents }: LookUp, id: string, day: string, files: WebFiles): string {
  const guide = guideOf(routes);
  const route = routeOf(guide, id, day);
  const all = statements?.list(day) ?? [];
  const about = statementsAbout(route, all);
  const content = routePageView({ route, all: guide.list(day), statements: about, questions: questionsAbout(about), find: finder(all), horizon: horizonOf(documents, day), links: plainLinks });
  return renderPage({ title: route.title, path: '/routes/', content, kind: 'lookup', description: route.summary, canonical: routeAddress(id) }, files);
}

/** `/routes/{a}/vergelijk/{b}`; both orders are one page to a search engine. */
export function comparisonPage({ routes, documents }: LookUp, ids: readonly [string, string], day: string, files: WebFiles): string {
  const guide = guideOf(routes);
  const [first, second] = [routeOf(guide, ids[0], day), routeOf(guide, ids[1], day)];
  const all = guide.list(day);
  const [before, after] = all.findIndex(({ id }) => id === first.id) <= all.findIndex(({ id }) => id === second.id) ? [first, second] : [second, first];
  const content = routeComparisonView(first, second, all, horizonOf(documents, day), plainLinks);
  const title = fill(routeWords.compared, { first: first.title, second: second.title });
  return renderPage({ title, path: '/routes/', content, kind: 'lookup', canonical: comparisonAddress(before.id, after.id) }, files);
}

/** Where the form that compares leads: `?a=pgaz&b=oi`. One route twice is that route's page. */
export function comparisonTarget({ routes }: LookUp, first: string, second: string, day: string): string {
  const guide = guideOf(routes);
  const ids = [routeOf(guide, first, day).id, routeOf(guide, second, day).id] as const;
  return ids[0] === ids[1] ? routeAddress(ids[0]) : comparisonAddress(...ids);
}

/** `/uitspraken/{id}` */
export function statementPage({ routes, statements }: LookUp, id: string, day: string, files: WebFiles): string {
  if (statements === undefined) throw new UnavailableError('De uitspraken zijn op deze server niet beschikbaar.');
  const statement = statements.get(id, day);
  if (statement === undefined) throw new NotFoundError('Deze uitspraak bestaat niet, of niet meer. Zoek haar via de betaalroutes of stel uw vraag.');
  const all = statements.list(day);
  const find = finder(all);
  const named = (ids: readonly string[]): StatementDetail[] => ids.flatMap((one) => find(one) ?? []);
  const exceptions = named(statement.limitedBy);
  const limited = named(statement.limits);
  const items = named(statement.list);
  const partOf = all.filter(({ list }) => list.includes(id));
  const content = statementView({
    statement, exceptions, limited, items, partOf, find,
    related: relatedTo(statement, all, [...exceptions, ...limited, ...items, ...partOf]),
    routes: statement.routes.flatMap((route) => routes?.get(route, day) ?? []),
    links: plainLinks,
  }); // prettier-ignore
  return renderPage({ title: shortened(statement.text), path: '', content, kind: 'lookup', description: statement.text, canonical: statementAddress(id) }, files);
}

function guideOf(routes: RouteGuide | undefined): RouteGuide {
  if (routes === undefined) throw new UnavailableError('De betaalroutes zijn op deze server niet beschikbaar.');
  return routes;
}

function routeOf(guide: RouteGuide, id: string, day: string): RouteDescription {
  const route = guide.get(id, day);
  if (route === undefined) throw new NotFoundError('Deze betaalroute bestaat niet. Op de pagina Betaalroutes staat welke er zijn.');
  return route;
}

/** Dates sort as text; what is dated in words does not count. */
export function horizonOf(documents: DocumentStore, day: string): Horizon {
  const dates = documents.list().map(({ published }) => published).filter((published) => /^\d{4}(?:-\d{2}){0,2}$/.test(published));
  return { day, newest: dates.sort().at(-1) ?? '' };
}

function finder(all: readonly StatementDetail[]): (id: string) => StatementDetail | undefined {
  const byId = new Map(all.map((statement) => [statement.id, statement]));
  return (id) => byId.get(id);
}

/** For the title of a window or tab: whole words. */
function shortened(text: string, most = 70): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`;
}
