import type { Citation } from '../contract.ts';
import type { AddressOf } from './answer-parts.ts';
import { sourceWorth } from './citation-view.ts';

/** A citation and the day on which the server compared it with its document. */
export interface CheckedCitation {
  citation: Citation;
  checkedOn?: string | undefined;
}

type CslDate = { 'date-parts': [number[]] } | { literal: string };

/** An item of CSL-JSON 1.0.2, the form that Zotero, Pandoc and citation styles read. */
export interface CslItem {
  id: string;
  type: 'report';
  title: string;
  author: [{ literal: string }];
  publisher: string;
  issued: CslDate;
  genre: string;
  language: 'nl-NL';
  URL?: string;
  accessed?: CslDate;
  note: string;
  /** Every quote as the server gave it, so that each can be checked again. */
  custom: { documentSha256: string; quotes: { page: number; section: string; quote: string; start: number; end: number }[] };
}

/** An item a document, whatever is cited of it, in the order in which they are first cited. */
export function cslItems(citations: readonly CheckedCitation[], addressOf: AddressOf): CslItem[] {
  return byDocument(citations).map((cited): CslItem => {
    const [{ citation }] = cited;
    const { documentId, title, publisher, published, documentSha256 } = citation;
    const { url, checkedOn } = placeOf(cited, addressOf);
    return {
      id: `${documentId}-${documentSha256.slice(0, 8)}`,
      type: 'report',
      title,
      author: [{ literal: publisher }],
      publisher,
      issued: cslDate(published),
      genre: sourceWorth(citation),
      language: 'nl-NL',
      ...(url !== undefined && { URL: url }),
      ...(checkedOn !== undefined && { accessed: cslDate(checkedOn) }),
      note: notes(cited).join('\n'),
      custom: { documentSha256, quotes: cited.map(({ citation: { page, section, quote, start, end } }) => ({ page, section, quote, start, end })) },
    };
  });
}

/** The same in RIS, which older programs for references read; a field is one line. */
export function risText(citations: readonly CheckedCitation[], addressOf: AddressOf): string {
  return byDocument(citations).map((cited) => {
    const [{ citation }] = cited;
    const { documentId, title, publisher, published } = citation;
    const { url, checkedOn } = placeOf(cited, addressOf);
    const dated = dateParts(published) !== undefined;
    const fields: [string, string | undefined][] = [
      ['TY', 'RPRT'],
      ['ID', documentId],
      ['TI', title],
      ['AU', publisher],
      ['PB', publisher],
      ['PY', dated ? published.slice(0, 4) : undefined],
      ['DA', dated ? risDate(published) : undefined],
      ['M3', sourceWorth(citation)],
      ['LA', 'nl'],
      ['UR', url],
      ['Y2', checkedOn && risDate(checkedOn)],
      ...(dated ? [] : [['N1', published] as [string, string]]),
      ...notes(cited).map((note): [string, string] => ['N1', note]),
      ['ER', ''],
    ];
    return fields.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value.replace(/\s+/g, ' ').trim()}\r\n`])).join('');
  }).join('\r\n');
}

type Cited = [CheckedCitation, ...CheckedCitation[]];

/** Another version of a document is another document; the same words are cited once. */
function byDocument(citations: readonly CheckedCitation[]): Cited[] {
  const documents = new Map<string, Cited>();
  for (const one of citations) {
    const { documentId, documentSha256, start, end } = one.citation;
    const cited = documents.get(`${documentId} ${documentSha256}`);
    if (cited === undefined) documents.set(`${documentId} ${documentSha256}`, [one]);
    else if (!cited.some(({ citation }) => citation.start === start && citation.end === end)) cited.push(one);
  }
  return [...documents.values()];
}

/** Where the whole document can be read, and when it was last compared with. */
function placeOf(cited: Cited, addressOf: AddressOf): { url: string | undefined; checkedOn: string | undefined } {
  const path = cited[0].citation.href.replace(/[#?].*$/, '');
  return { url: addressOf(path), checkedOn: cited.flatMap(({ checkedOn }) => checkedOn ?? []).sort().at(-1) };
}

function notes(cited: Cited): string[] {
  const quotes = cited.map(({ citation: { page, quote } }) => `p. ${page}: “${quote.replace(/\s+/g, ' ')}”`);
  return [...quotes, `sha256 ${cited[0].citation.documentSha256}`];
}

/** As precise as the source is; words stay words. */
function cslDate(date: string): CslDate {
  const parts = dateParts(date);
  return parts === undefined ? { literal: date } : { 'date-parts': [parts.map(Number)] };
}

/** `YYYY/MM/DD/`, with nothing where the source says nothing. */
function risDate(date: string): string {
  const [year = '', month = '', day = ''] = dateParts(date) ?? [];
  return `${year}/${month}/${day}/`;
}

function dateParts(date: string): string[] | undefined {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(date) ? date.split('-') : undefined;
}
