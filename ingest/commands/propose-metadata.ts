import { basename, extname } from 'node:path';
import type { SourceMetadata } from '../../server/corpus/document.ts';
import type { SourceKind } from '../../server/corpus/kinds.ts';
import { DUTCH_MONTHS } from '../../server/text/dutch-months.ts';
import { readPages } from '../adding/read-pages.ts';
import type { SourceText } from '../canonical/source-text.ts';

/** What could be read from the file itself; the rest is asked. */
export type Proposal = Partial<SourceMetadata> & Pick<SourceMetadata, 'id' | 'file'>;

/** Where a proposal was found: words of a page, or else what it follows from. */
export interface Found {
  page?: number;
  words: string;
}
export type FoundIn = Partial<Record<keyof SourceMetadata, Found>>;

/** Who is named in full counts before who is named by an abbreviation; then who is named first. */
const PUBLISHERS: [RegExp, string][] = [
  [/Nederlandse Zorgautoriteit/, 'Nederlandse Zorgautoriteit'],
  [/Zorginstituut Nederland/, 'Zorginstituut Nederland'],
  [/Minister(?:ie)? (?:van Volksgezondheid, Welzijn en Sport|voor Medische Zorg|van VWS)/, 'Ministerie van VWS'],
  [/Zorgverzekeraars Nederland/, 'Zorgverzekeraars Nederland'],
  [/Landelijke Huisartsen ?[Vv]ereniging/, 'Landelijke Huisartsen Vereniging'],
  [/Vereniging van Nederlandse Gemeenten/, 'Vereniging van Nederlandse Gemeenten'],
];
/** What these publish is free of copyright, unless they reserved it: for the proposal of a licence. */
const PUBLIC_AUTHORITIES = new Set(['Nederlandse Zorgautoriteit', 'Zorginstituut Nederland', 'Ministerie van VWS']);
const ABBREVIATED: [RegExp, string][] = [
  [/\bNZa\b/, 'Nederlandse Zorgautoriteit'],
  [/\bLHV\b/, 'Landelijke Huisartsen Vereniging'],
];
/** Characters of the document that are looked at. */
const BEGINNING = 4000;

/** @param kinds what a document may be; the first whose words the title has, or else the first page, is proposed */
export function proposeMetadata(path: string, source: SourceText, kinds: readonly SourceKind[]): Proposal {
  return proposeWithPlaces(path, source, kinds).proposal;
}

/** The same, and for each field where it was found. */
export function proposeWithPlaces(path: string, source: SourceText, kinds: readonly SourceKind[]): { proposal: Proposal; found: FoundIn } {
  const extension = extname(path).toLowerCase();
  const id = slug(basename(path, extname(path)));
  const pages = readPages(source);
  const beginning = pages.join('\n').slice(0, BEGINNING);
  const title = titleOf(source);
  const kind = kindNamedIn(title ?? '', kinds) ?? kindNamedIn(beginning, kinds);
  const publisher = firstNamed(beginning, PUBLISHERS) ?? firstNamed(beginning, ABBREVIATED);
  const published = dateOf(beginning);
  const place = (at: number): Found => ({ page: pageOf(pages, at), words: lineAround(beginning, at) });
  const ofKind: Found | undefined = kind && (kindNamedIn(title ?? '', kinds) ? { words: title ?? '', page: 1 } : place(kind.at));
  const byKind: Found = { words: `volgt uit de soort (kinds.yaml)` };
  return {
    proposal: {
      id,
      file: `${id}${extension}`,
      ...(title ? { title } : {}),
      ...kind?.metadata,
      ...(publisher ? { publisher: publisher.name } : {}),
      ...(published ? { published: published.date } : {}),
    },
    found: {
      id: { words: `volgt uit de bestandsnaam ${basename(path)}` },
      ...(title && { title: { page: 1, words: title } }),
      ...(ofKind && { kind: ofKind, status: byKind, authority: byKind, shortTitle: byKind }),
      ...(publisher && { publisher: place(publisher.at) }),
      ...(published && { published: place(published.at) }),
    },
  };
}

/** What may be proposed for the rights: text of a public authority. Apart from the rest, since it stands in no document. */
export function proposeLicence({ publisher, status }: Partial<SourceMetadata>): { licence: string; found: Found } | undefined {
  if (publisher === undefined || !PUBLIC_AUTHORITIES.has(publisher)) return undefined;
  return {
    licence: status === 'bindend' ? 'Besluit van de openbare macht, vrij van auteursrecht (artikel 11 Auteurswet)' : 'Door de openbare macht openbaar gemaakt (artikel 15b Auteurswet)',
    found: { words: 'volgt uit de uitgever; kijk of het document een voorbehoud maakt' },
  };
}

function pageOf(pages: readonly string[], offset: number): number {
  let end = 0;
  const page = pages.findIndex((text) => (end += text.length + 1) > offset);
  return page < 0 ? pages.length : page + 1;
}

/** The line in which something stands, at most 120 characters of it. */
function lineAround(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(Math.max(start, at - 60), end < 0 ? undefined : end).replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 120)}…` : line;
}

function kindNamedIn(text: string, kinds: readonly SourceKind[]): { metadata: Partial<SourceMetadata>; at: number } | undefined {
  for (const { status, rank, kinds: below } of kinds) {
    for (const { kind, shortTitle, startsWith, mentions } of below) {
      const at = [stands('^', startsWith, text), stands('\\b', mentions, text)].find((place) => place >= 0);
      if (at !== undefined) return { metadata: { kind, status, authority: rank, shortTitle }, at };
    }
  }
  return undefined;
}

/** Where one of the words stands; -1 for nowhere. */
function stands(before: string, words: readonly string[], text: string): number {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return words.length === 0 ? -1 : text.search(new RegExp(`${before}(?:${escaped.join('|')})\\b`, 'im'));
}

const firstNamed = (text: string, names: typeof PUBLISHERS): { name: string; at: number } | undefined =>
  names
    .map(([pattern, name]) => ({ at: text.search(pattern), name }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];

/** First heading, or the first lines up to a blank one. */
function titleOf(source: SourceText): string | undefined {
  const heading = source.blocks?.find((block) => block.kind === 'heading')?.text;
  const lines = (source.pages[0] ?? '').trim().split(/\n\s*\n/)[0];
  const title = (heading ?? lines ?? '').replace(/-\n(?=\p{Ll})/gu, '').replace(/\s+/g, ' ').trim();
  return title === '' ? undefined : title.slice(0, 200);
}

/** The first date of the document, as precise as it stands there. */
function dateOf(text: string): { date: string; at: number } | undefined {
  const month = `(${DUTCH_MONTHS.join('|')})`;
  const match = new RegExp(`\\b(?:(\\d{1,2})\\s+)?${month}\\s+(\\d{4})\\b|\\b(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})\\b`, 'i').exec(text);
  if (!match) return undefined;
  const [, day, name, year, numericDay, numericMonth, numericYear] = match;
  const two = (value: string | number): string => String(value).padStart(2, '0');
  const at = match.index;
  if (numericYear && numericMonth && numericDay) return { date: `${numericYear}-${two(numericMonth)}-${two(numericDay)}`, at };
  const number = two(DUTCH_MONTHS.indexOf((name ?? '').toLowerCase()) + 1);
  return { date: day ? `${year}-${number}-${two(day)}` : `${year}-${number}`, at };
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'document';
