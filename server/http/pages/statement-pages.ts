import { accessibilityStatement, privacyStatement, type Statement } from '../../views/site-statements.ts';
import { site } from '../../views/labels.ts';
import { h } from '../../views/view.ts';
import { renderPage } from './layout.ts';
import type { WebFiles } from './web-files.ts';

/** `/toegankelijkheid`: what was tested, how and with what result. */
export const accessibilityPage = (files: WebFiles): string => statementPage(site.accessibility, '/toegankelijkheid', accessibilityStatement, files);

/** `/privacy`: what happens with what is typed. */
export const privacyPage = (files: WebFiles): string => statementPage(site.privacy, '/privacy', privacyStatement, files);

function statementPage(title: string, path: string, statement: Statement, files: WebFiles): string {
  const content = h('div', { class: 'reading statement' },
    h('h1', {}, statement.title),
    h('p', { class: 'lead' }, statement.lead),
    statement.sections.map(({ heading, paragraphs, list, table }) =>
      h('section', {},
        h('h2', {}, heading),
        paragraphs.map((text) => h('p', {}, text)),
        list !== undefined && h('ul', {}, list.map((item) => h('li', {}, item))),
        table !== undefined &&
          h('div', { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': heading },
            h('table', {},
              h('thead', {}, h('tr', {}, table.columns.map((column) => h('th', { scope: 'col' }, column)))),
              h('tbody', {}, table.rows.map(([name = '', ...cells]) => h('tr', {}, h('th', { scope: 'row' }, name), cells.map((cell) => h('td', {}, cell)))))))))); 
  return renderPage({ title, path, content, kind: 'reading' }, files);
}
