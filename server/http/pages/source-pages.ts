import type { DocumentDetail, DocumentSummary } from '../../contract.ts';
import { dutchDate } from '../../corpus/dates.ts';
import { sourceBadges, sourceMeaning } from '../../views/citation-view.ts';
import { documentView } from '../../views/document-view.ts';
import { findQuote, type QuoteTarget } from '../../text/find-quote.ts';
import { icon } from '../../views/icons.ts';
import { fill, source, sourcesPage } from '../../views/labels.ts';
import { h, isSafeAddress, textOf, type ViewElement } from '../../views/view.ts';
import { renderPage } from './layout.ts';
import type { WebFiles } from './web-files.ts';

/** `/bronnen`: every source with kind, date, publisher and how much it weighs, weightiest first. */
export function sourceListPage(documents: readonly DocumentSummary[], files: WebFiles): string {
  const content = h('div', { class: 'reading' },
    h('h1', {}, sourcesPage.title),
    h('p', { class: 'lead' }, sourcesPage.intro),
    h('ul', { class: 'source-list', role: 'list' }, byWeight(documents).map((document) =>
      h('li', {}, h('article', { 'aria-labelledby': `bron-${document.id}` },
        h('h2', { id: `bron-${document.id}` }, h('a', { href: `/bronnen/${encodeURIComponent(document.id)}` }, document.title)),
        documentFacts(document))))),
    h('section', { class: 'missing-sources' }, h('h2', {}, sourcesPage.missingTitle), h('p', {}, sourcesPage.missing)));
  return renderPage({ title: sourcesPage.title, path: '/bronnen', content, kind: 'reading' }, files);
}

/** Highest rank first; what has none last. Within a rank the order of the index stays. */
function byWeight(documents: readonly DocumentSummary[]): DocumentSummary[] {
  return [...documents].sort((a, b) => (a.authority ?? Infinity) - (b.authority ?? Infinity) || 0);
}

function documentFacts(document: DocumentSummary): ViewElement {
  const meaning = sourceMeaning(document);
  return h('dl', { class: 'document-facts' },
    fact(sourcesPage.kind, document.kindName ?? document.kind),
    fact(sourcesPage.publisher, document.publisher),
    fact(sourcesPage.date, dutchDate(document.published)),
    h('div', { class: 'wide' }, h('dt', {}, sourcesPage.authority), h('dd', {}, sourceBadges(document), meaning !== undefined && ` ${meaning}`)));
}

const fact = (name: string, value: string): ViewElement => h('div', {}, h('dt', {}, name), h('dd', {}, value));

/** `/bronnen/{id}`: the text to read, its contents, and (with `target`) one quote marked by the server. */
export function sourcePage(document: DocumentDetail, target: QuoteTarget | undefined, files: WebFiles): string {
  const place = target && findQuote(document.text, target);
  const view = documentView(document, {
    marks: place === undefined ? [] : [{ ...place, id: 'citaat' }],
    pageLabel: (page) => fill(source.page, { page }),
  });
  const headings = addHeadingIds(view);
  const content = h('div', { class: 'source-page', 'data-document': document.id },
    h('header', { class: 'source-page-head' },
      h('p', { class: 'back' }, h('a', { href: '/bronnen' }, icon('previous'), source.allSources)),
      h('h1', {}, document.title),
      documentFacts(document),
      h('p', { class: 'source-links' },
        document.address !== undefined && isSafeAddress(document.address)
          ? h('a', { href: document.address, rel: 'noopener noreferrer' }, source.original, icon('external'))
          : h('span', { class: 'help' }, source.noOriginal),
        document.licence !== undefined && h('span', { class: 'help' }, fill(source.licence, { licence: document.licence })),
        h('span', { class: 'help' }, document.pages === 1 ? source.onePage : fill(source.pages, { pages: document.pages })))),
    h('div', { class: 'citation-bar', id: 'citation-bar', role: 'region', 'aria-label': source.cited, hidden: true }),
    target !== undefined && place === undefined && h('div', { class: 'moved', role: 'status' }, h('p', {}, source.moved), h('blockquote', { class: 'quote' }, h('p', {}, target.quote))),
    h('div', { class: 'source-columns' }, headings.length > 1 && contents(headings), view));
  return renderPage({ title: document.title, path: '/bronnen/', content, scripts: ['source.js'], kind: 'source' }, files);
}

interface Heading {
  id: string;
  text: string;
  level: number;
}

/** Gives every heading an id to link to. */
function addHeadingIds(view: ViewElement): Heading[] {
  return view.children.flatMap((node, index): Heading[] => {
    if (typeof node === 'string' || !/^h[2-6]$/.test(node.tag)) return [];
    node.attributes['id'] = `kop-${index}`;
    // a page number inside a heading is no part of its name
    const text = node.children.filter((child) => typeof child === 'string' || child.tag === 'mark').map(textOf).join('');
    return [{ id: `kop-${index}`, text: text.replace(/\s+/g, ' ').trim(), level: Number(node.attributes['data-level'] ?? 1) }];
  });
}

function contents(headings: readonly Heading[]): ViewElement {
  return h('nav', { class: 'contents', 'aria-labelledby': 'inhoud-titel' },
    h('h2', { id: 'inhoud-titel' }, source.contents),
    h('ul', { role: 'list' }, headings.filter(({ level }) => level <= 2).map(({ id, text, level }) => h('li', { class: `level-${level}` }, h('a', { href: `#${id}` }, text)))));
}
