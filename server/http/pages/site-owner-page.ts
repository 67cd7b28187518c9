import { fill } from '../../views/labels.ts';
import { siteOwners, siteOwnerSections } from '../../views/site-owners.ts';
import { h } from '../../views/view.ts';
import { renderPage } from './layout.ts';
import type { WebFiles } from './web-files.ts';

export const SITE_OWNER_PATH = '/voor-uw-site';

/** What who runs another site needs to show the widget there. @param origin where people reach this server */
export function siteOwnerPage(origin: string, files: WebFiles): string {
  const content = h('div', { class: 'reading statement' },
    h('h1', {}, siteOwners.title),
    h('p', { class: 'lead' }, siteOwners.lead),
    siteOwnerSections(origin, files.widget()).map(({ heading, paragraphs, snippets }) =>
      h('section', {},
        h('h2', {}, heading),
        paragraphs.map((text) => h('p', {}, text)),
        snippets.map(({ file, code }) => [
          h('p', {}, h('code', {}, file)),
          h('pre', { class: 'snippet', tabindex: 0, role: 'group', 'aria-label': fill(siteOwners.code, { file }) }, h('code', {}, code)),
        ]))));
  return renderPage({ title: siteOwners.title, path: SITE_OWNER_PATH, content, kind: 'reading' }, files);
}
