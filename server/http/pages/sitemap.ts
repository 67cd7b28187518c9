import type { Request } from 'express';
import type { Services } from '../../assistant/services.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { routeAddress, statementAddress } from '../../views/lookup-parts.ts';

/** `/sitemap.xml`: every page that stands on its own. Comparisons are reached from the routes. */
export function sitemap({ documents, routes, statements }: Services, origin: string, day: string): string {
  const paths = [
    '/',
    '/routes',
    ...(routes?.list(day) ?? []).map(({ id }) => routeAddress(id)),
    ...(statements?.list(day) ?? []).map(({ id }) => statementAddress(id)),
    '/check',
    '/check/verdeling',
    '/plan',
    '/bronnen',
    ...documents.list().map(({ id }) => `/bronnen/${encodeURIComponent(id)}`),
    '/toegankelijkheid',
    '/privacy',
    '/voor-uw-site',
  ];
  const urls = paths.map((path) => `  <url><loc>${escapeHtml(origin + path)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

/** `/robots.txt`: pages are for search engines, the API is not. */
export function robots(origin: string): string {
  return `User-agent: *\nDisallow: /api/\nAllow: /\nSitemap: ${origin}/sitemap.xml\n`;
}

/** Where the client reached this server; behind a proxy as that says it (TRUST_PROXY). */
export function originOf(req: Request): string {
  const host = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.exec(req.get('host') ?? '')?.[0] ?? 'localhost';
  return `${req.protocol}://${host}`;
}
