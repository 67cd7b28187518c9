import type { DocumentDetail, DocumentSummary } from '../../contract.ts';
import { html, type SafeHtml } from './html.ts';
import { layout } from './layout.ts';

/** The page at `/bronnen`. */
export function sourceListPage(documents: readonly DocumentSummary[]): string {
  return layout(
    'Bronnen',
    html`<h1>Bronnen</h1>
<ul>${documents.map(
      (document) => html`<li><a href="/bronnen/${encodeURIComponent(document.id)}">${document.title}</a><br>
${document.publisher}, ${document.published} (${document.status}), ${document.pages} ${document.pages === 1 ? 'pagina' : "pagina's"}</li>`,
    )}</ul>`,
  );
}

export interface Span {
  start: number;
  end: number;
}

/** The page at `/bronnen/{id}`: the text as citations count in it, page by page, with one span marked as `#citaat`. */
export function sourcePage(document: DocumentDetail, cited?: Span): string {
  const { text, pageStarts } = document;
  const pages = pageStarts.map((start, at) => {
    const end = pageStarts[at + 1] ?? text.length;
    return html`<section aria-labelledby="pagina-${at + 1}"><h2 id="pagina-${at + 1}">Pagina ${at + 1}</h2>
<div class="tekst">${marked(text, { start, end }, cited)}</div></section>`;
  });
  return layout(
    document.title,
    html`<h1>${document.title}</h1>
<p>${document.publisher}, ${document.published} (${document.status})${document.address && html`. <a href="${document.address}" rel="noreferrer">Naar het origineel</a>`}</p>
${pages}`,
  );
}

/** The text of one page with the part of `cited` that lies on it marked; only the first part carries the id. */
function marked(text: string, page: Span, cited: Span | undefined): SafeHtml {
  const start = Math.max(page.start, cited?.start ?? page.end);
  const end = Math.min(page.end, cited?.end ?? page.start);
  if (cited === undefined || start >= end) return html`${text.slice(page.start, page.end)}`;
  const inside = text.slice(start, end);
  const mark = start === cited.start ? html`<mark id="citaat">${inside}</mark>` : html`<mark>${inside}</mark>`;
  return html`${text.slice(page.start, start)}${mark}${text.slice(end, page.end)}`;
}
