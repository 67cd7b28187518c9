import type { RouteDescription, StatementDetail } from '../contract.ts';
import { quoteView, shortTitle, sourceBadges } from './citation-view.ts';
import { icon } from './icons.ts';
import { fill } from './labels.ts';
import { askLinks, routeAddress, statementLinks, type FindStatement } from './lookup-parts.ts';
import { routeWords, slotNames, statementWords } from './lookup-words.ts';
import { h, type ViewChild, type ViewElement } from './view.ts';
import type { ViewLinks } from './view-links.ts';

export interface StatementPageInput {
  statement: StatementDetail;
  /** Its exceptions and conditions. */
  exceptions: readonly StatementDetail[];
  /** Statements that it is an exception or condition of. */
  limited: readonly StatementDetail[];
  items: readonly StatementDetail[];
  /** Lists that it stands in. */
  partOf: readonly StatementDetail[];
  related: readonly StatementDetail[];
  routes: readonly Pick<RouteDescription, 'id' | 'title'>[];
  find: FindStatement;
  links: ViewLinks;
}

/** `/uitspraken/{id}`: one statement with its exceptions, what proves it and what it answers. */
export function statementView({ statement, exceptions, limited, items, partOf, related, routes, find, links }: StatementPageInput): ViewElement {
  const [route] = routes;
  const linksTo = (statements: readonly StatementDetail[]): ViewElement => statementLinks(statements, find, statement);
  return h('article', { class: 'lookup statement-page' },
    h('p', { class: 'back' }, route === undefined ? h('a', { href: '/routes' }, icon('previous'), routeWords.allRoutes) : h('a', { href: routeAddress(route.id) }, icon('previous'), route.title)),
    h('p', { class: 'statement-kind' },
      h('span', { class: 'badge' }, slotNames[statement.slot] ?? statement.slot),
      statement.speaker !== undefined && [' ', h('span', { class: 'help' }, fill(statementWords.speaker, { speaker: statement.speaker }))]),
    h('h1', { class: 'statement-text' }, statement.text),
    exceptions.length > 0 && h('section', { class: 'exceptions', 'aria-labelledby': 'let-wel' }, h('h2', { id: 'let-wel' }, icon('warning'), statementWords.limits), linksTo(exceptions)),
    items.length > 0 && section('lijst', statementWords.list, linksTo(items)),
    section('bewijs', statementWords.proof, statement.quotes.map((citation) =>
      h('figure', { class: 'proof' },
        quoteView(citation.quote),
        h('figcaption', {},
          h('a', { href: links.quote(citation) }, fill(statementWords.showInSource, { title: shortTitle(citation.title), page: citation.page })), ' ', sourceBadges(citation))))),
    statement.questions.length > 0 && section('vragen', statementWords.questions, askLinks(statement.questions)),
    limited.length > 0 && section('hoort-bij', statementWords.limitedStatement, linksTo(limited)),
    partOf.length > 0 && section('staat-in', statementWords.partOf, linksTo(partOf)),
    related.length > 0 && section('meer', route === undefined ? statementWords.relatedSubject : fill(statementWords.related, { route: route.title }), linksTo(related)),
    routes.length > 1 && section('routes', statementWords.aboutRoutes, h('ul', { class: 'statement-links', role: 'list' }, routes.map(({ id, title }) => h('li', {}, h('a', { href: routeAddress(id) }, title))))),
    section('engels', statementWords.english, h('p', { lang: 'en' }, statement.en)));
}

function section(id: string, title: string, ...content: ViewChild[]): ViewElement {
  return h('section', { 'aria-labelledby': id }, h('h2', { id }, title), content);
}
