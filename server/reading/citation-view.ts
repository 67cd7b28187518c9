import type { Citation } from '../contract.ts';
import { dutchDate } from '../corpus/dates.ts';
import { authority, chat, fill, source } from './labels.ts';
import { h, type ViewChild, type ViewElement } from './view.ts';

/** Name of a document's authority with its meaning as a description; an unknown one is shown as the server gives it. */
export function authorityBadge(status: string): ViewElement {
  const known = authority[status];
  const kind = known === undefined ? 'anders' : status;
  return h('span', { class: `badge authority-${kind}`, title: known?.meaning }, known?.name ?? status);
}

/** "Handleiding …, uitgever, juli 2024, pagina 13, onderdeel: …" in parts that wrap well. */
export function citationFacts(citation: Citation): ViewElement {
  const parts = [
    citation.publisher,
    dutchDate(citation.published),
    fill(source.page, { page: citation.page }),
    citation.section,
  ].filter((part) => part !== '');
  return h('p', { class: 'citation-facts' }, parts.map((part, index): ViewChild => [index > 0 && ' · ', h('span', {}, part)]));
}

/**
 * What a source is called in a list: official titles run on ("…, kenmerk 3805336, experiment …, met toelichting"), and what
 * stands before the first comma names the document. The whole title stands where the source itself is shown.
 */
export function shortTitle(title: string): string {
  const [first = title] = title.split(/,\s/);
  return first.length >= 12 ? first : title;
}

/** Label of a marker in the running text. */
export function markerLabel(citation: Citation): string {
  return fill(chat.marker, { n: citation.n, title: shortTitle(citation.title), page: citation.page });
}

/** A quote in the source's own words, with quotation marks as Dutch uses them. */
export function quoteView(quote: string): ViewElement {
  return h('blockquote', { class: 'quote' }, h('p', {}, quote));
}

/** Whether an answer's Markdown holds a quote word for word already; then the list of sources need not repeat it. */
export function standsIn(markdown: string, quote: string): boolean {
  const words = (text: string): string => text.replace(/^\s*>/gm, ' ').replace(/\s+/g, ' ').trim();
  return words(markdown).includes(words(quote));
}
