import type { Citation } from '../contract.ts';
import { dayInAmsterdam, dutchDate } from '../corpus/dates.ts';
import { endOfForce, isSuperseded, type Force } from '../corpus/validity.ts';
import { answerWords, type Language } from './answer-words.ts';
import { dateInWords } from './date-in-words.ts';
import { fill, source } from './labels.ts';
import { h, type ViewChild, type ViewElement } from './view.ts';

/** What a source is worth: how it is rated, and until when it holds. */
type Worth = Pick<Citation, 'status' | 'statusName' | 'statusMeaning'> & Force;

/** The calendar day in the Netherlands, YYYY-MM-DD. */
export const today = (): string => dayInAmsterdam(new Date());

/** Name of a document's authority with its meaning as a description, and beside it that the document holds no more. */
export function sourceBadges(worth: Worth): ViewChild[] {
  const end = endOfForce(worth, today());
  return [
    h('span', { class: `badge authority-${worth.statusName === undefined ? 'anders' : worth.status}`, title: sourceMeaning(worth) }, worth.statusName ?? worth.status),
    end !== undefined && [' ', h('span', { class: 'badge superseded' }, end.replace(/^g/, 'G'))],
  ];
}

/** The same in words: "Bindend, geldt niet meer sinds 2015"; an unknown authority as the server gives it. */
export function sourceWorth(worth: Worth): string {
  const end = endOfForce(worth, today());
  return [worth.statusName ?? worth.status, ...(end === undefined ? [] : [end])].join(', ');
}

/** What that means for a reader; of a document that holds no more, what came in its place. */
export function sourceMeaning(worth: Worth): string | undefined {
  if (!isSuperseded(worth, today())) return worth.statusMeaning;
  return worth.supersededBy === undefined ? undefined : fill(source.supersededBy, { successor: worth.supersededBy });
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
export function markerLabel(citation: Citation, language: Language = 'nl'): string {
  return fill(answerWords[language].marker, { n: citation.n, title: shortTitle(citation.title), page: citation.page });
}

/** A quote in the source's own words, with quotation marks as Dutch uses them. */
export function quoteView(quote: string): ViewElement {
  return h('blockquote', { class: 'quote' }, h('p', {}, quote));
}

/** What a copy on paper must say of itself to be checked later: which bytes were quoted, and when that was checked. */
export function versionLine({ documentSha256 }: Citation, checkedOn: string | undefined, language: Language = 'nl'): string {
  const words = answerWords[language];
  return [
    fill(words.documentVersion, { sha256: documentSha256.slice(0, 12) }),
    ...(checkedOn === undefined ? [] : [fill(words.checkedOn, { date: dateInWords(checkedOn, language) })]),
  ].join(' ');
}

/** One line that says where a quote stands: "Title, publisher, juli 2024, pagina 13, section (Handreiking). “quote”". */
export function sourceLine({ citation, quote }: { citation: Citation; quote?: string }, language: Language = 'nl'): string {
  const { title, publisher, published, page, section } = citation;
  const facts = [title, publisher, dateInWords(published, language), fill(answerWords[language].page, { page }), section].filter((fact) => fact !== '');
  return `${facts.join(', ')} (${sourceWorth(citation)}).${quote === undefined ? '' : ` “${quote.replace(/\s+/g, ' ')}”`}`;
}
