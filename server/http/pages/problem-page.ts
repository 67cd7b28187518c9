import { icon } from '../../views/icons.ts';
import { check, site, sourcesPage } from '../../views/labels.ts';
import { routeWords } from '../../views/lookup-words.ts';
import { h } from '../../views/view.ts';
import { buttonLink, renderPage } from './layout.ts';
import type { WebFiles } from './web-files.ts';

/** A problem for people: what went wrong, and ways on. */
export function problemPage({ title, detail, status }: { title: string; detail: string; status?: number }, files: WebFiles): string {
  const notFound = status === 404;
  const content = h('div', { class: 'reading problem-page' },
    h('h1', {}, icon(notFound ? 'compass' : 'warning'), notFound ? site.notFound : title),
    h('p', { class: 'lead' }, detail),
    notFound && h('p', {}, site.notFoundHelp),
    h('div', { class: 'row' }, buttonLink('/', site.toStart, 'ask'), buttonLink('/check', check.title, 'compass'), buttonLink('/routes', routeWords.title, 'scales'), buttonLink('/bronnen', sourcesPage.title, 'document')));
  return renderPage({ title: notFound ? site.notFound : title, path: '', content, kind: 'reading' }, files);
}
