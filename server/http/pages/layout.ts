import { icon } from '../../views/icons.ts';
import { product, site } from '../../views/labels.ts';
import { h, type ViewChild, type ViewElement } from '../../views/view.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { toHtml } from './to-html.ts';
import type { WebFiles } from './web-files.ts';

export interface PageOptions {
  title: string;
  /** Path of the page, to mark it in the menu. */
  path: string;
  content: ViewChild;
  /** Built scripts by plain name. */
  scripts?: readonly string[];
  /** Name of the kind of page, for its layout. */
  kind: 'chat' | 'reading' | 'source' | 'check' | 'lookup';
  /** One or two sentences for search engines. */
  description?: string;
  /** The one path under which search engines know the page. */
  canonical?: string;
}

/** With each, the paths of the pages that belong to it: a check is a way to ask, costs are divided within a route. */
const menu = [
  { path: '/', label: site.ask, within: ['/check'] },
  { path: '/routes', label: site.routes, within: ['/routes/', '/check/verdeling', '/plan'] },
  { path: '/bronnen', label: site.sources, within: ['/bronnen/'] },
];

/** A whole page: header with the menu, content, footer. Scripts and styles are own files; nothing is inline. */
export function renderPage({ title, path, content, scripts = [], kind, description, canonical }: PageOptions, files: WebFiles): string {
  const style = files.address('style.css');
  const addresses = scripts.flatMap((name) => files.address(name) ?? []);
  const body = [
    h('a', { class: 'skip-link', href: '#inhoud' }, site.skip),
    header(path),
    h('main', { id: 'inhoud', tabindex: -1, class: `page-${kind}` }, content),
    footer(path),
  ];
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title === product.name ? `${product.name} – ${product.tagline}` : `${title} – ${product.name}`)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${description === undefined ? '' : `<meta name="description" content="${escapeHtml(description)}">`}
${canonical === undefined ? '' : `<link rel="canonical" href="${escapeHtml(canonical)}">`}
<link rel="icon" href="/icoon.svg" type="image/svg+xml">
${style === undefined ? '' : `<link rel="stylesheet" href="${style}">`}
${addresses.map((address) => `<script type="module" src="${address}"></script>`).join('\n')}
</head>
<body>
${body.map(toHtml).join('\n')}
</body>
</html>
`;
}

function header(path: string): ViewElement {
  const links = menu.map((item) =>
    h('li', {}, h('a', { href: item.path, 'aria-current': item.path === path ? 'page' : item.within.includes(path) ? 'true' : undefined }, item.label)),
  );
  return h('header', { class: 'site-header' },
    h('div', { class: 'site-bar' },
      h('a', { class: 'brand', href: '/' }, brandMark(), h('span', {}, product.name)),
      h('nav', { 'aria-label': site.navigation }, h('ul', { role: 'list' }, links))));
}

/** A signpost with two arms: which way to be paid. */
function brandMark(): ViewElement {
  return h('svg', { class: 'brand-mark', viewBox: '0 0 32 32', width: 28, height: 28, 'aria-hidden': 'true', focusable: 'false' },
    h('path', { d: 'M15 3h2v26h-2z' }), h('path', { d: 'M6 6h17l4 4-4 4H6z' }), h('path', { d: 'M26 16H12l-4 3.5 4 3.5h14z' }));
}

/** The same drawing as an icon for the browser's tab. */
export const iconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#0b5566" d="M15 3h2v26h-2zM6 6h17l4 4-4 4H6zM26 16H12l-4 3.5 4 3.5h14z"/></svg>';

function footer(path: string): ViewElement {
  const links = [
    { path: '/toegankelijkheid', label: site.accessibility },
    { path: '/privacy', label: site.privacy },
    { path: '/voor-uw-site', label: site.siteOwners },
  ];
  return h('footer', { class: 'site-footer' },
    h('nav', { 'aria-label': site.footer },
      h('ul', { role: 'list' }, links.map((item) => h('li', {}, h('a', { href: item.path, 'aria-current': item.path === path ? 'page' : undefined }, item.label))))));
}

/** A link that looks like a button, with an icon. */
export function buttonLink(href: string, label: string, picture: Parameters<typeof icon>[0]): ViewElement {
  return h('a', { class: 'button', href }, icon(picture), label);
}
