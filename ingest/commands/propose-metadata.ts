import { basename, extname } from 'node:path';
import type { SourceMetadata } from '../../server/corpus/document.ts';
import type { SourceText } from '../canonical/source-text.ts';

/** What could be read from the file itself; the rest is asked. */
export type Proposal = Partial<SourceMetadata> & Pick<SourceMetadata, 'id' | 'file'>;

/** In this order: the first that the title or the first page names. */
const KINDS: { pattern: RegExp; kind: string; status: string; authority: number; article: string }[] = [
  { pattern: /^aanwijzing\b/im, kind: 'aanwijzing', status: 'bindend', authority: 1, article: 'de aanwijzing' },
  { pattern: /\bbeleidsregel\b/i, kind: 'beleidsregel', status: 'bindend', authority: 1, article: 'de beleidsregel' },
  { pattern: /^(?:wet|besluit|regeling)\b/im, kind: 'wet', status: 'bindend', authority: 1, article: 'de regeling' },
  { pattern: /\b(?:handleiding|handreiking)\b/i, kind: 'handreiking', status: 'handreiking', authority: 2, article: 'de handreiking' },
  { pattern: /\bkamer(?:brief|stuk)\b|vergaderjaar \d{4}/i, kind: 'kamerbrief', status: 'kamerbrief', authority: 3, article: 'de Kamerbrief' },
  { pattern: /\bakkoord\b/i, kind: 'akkoord', status: 'akkoord', authority: 4, article: 'het akkoord' },
  { pattern: /\b(?:verslag|notulen)\b/i, kind: 'verslag', status: 'verslag', authority: 5, article: 'het verslag' },
];
/** Who is named in full counts before who is named by an abbreviation; then who is named first. */
const PUBLISHERS: [RegExp, string][] = [
  [/Nederlandse Zorgautoriteit/, 'Nederlandse Zorgautoriteit'],
  [/Zorginstituut Nederland/, 'Zorginstituut Nederland'],
  [/Minister(?:ie)? (?:van Volksgezondheid, Welzijn en Sport|voor Medische Zorg|van VWS)/, 'Ministerie van VWS'],
  [/Zorgverzekeraars Nederland/, 'Zorgverzekeraars Nederland'],
  [/Landelijke Huisartsen ?[Vv]ereniging/, 'Landelijke Huisartsen Vereniging'],
];
const ABBREVIATED: [RegExp, string][] = [
  [/\bNZa\b/, 'Nederlandse Zorgautoriteit'],
  [/\bLHV\b/, 'Landelijke Huisartsen Vereniging'],
];
const MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
/** Characters of the document that are looked at. */
const BEGINNING = 4000;

export function proposeMetadata(path: string, source: SourceText): Proposal {
  const extension = extname(path).toLowerCase();
  const id = slug(basename(path, extname(path)));
  const beginning = source.pages.join('\n').slice(0, BEGINNING);
  const title = titleOf(source);
  const kind = [title ?? '', beginning].map((text) => KINDS.find(({ pattern }) => pattern.test(text))).find(Boolean);
  const publisher = firstNamed(beginning, PUBLISHERS) ?? firstNamed(beginning, ABBREVIATED);
  const published = dateOf(beginning);
  return {
    id,
    file: `${id}${extension}`,
    ...(title ? { title } : {}),
    ...(kind ? { kind: kind.kind, status: kind.status, authority: kind.authority, shortTitle: kind.article } : {}),
    ...(publisher ? { publisher } : {}),
    ...(published ? { published } : {}),
  };
}

const firstNamed = (text: string, names: typeof PUBLISHERS): string | undefined =>
  names
    .map(([pattern, name]) => ({ at: text.search(pattern), name }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]?.name;

/** First heading, or the first lines up to a blank one. */
function titleOf(source: SourceText): string | undefined {
  const heading = source.blocks?.find((block) => block.kind === 'heading')?.text;
  const lines = (source.pages[0] ?? '').trim().split(/\n\s*\n/)[0];
  const title = (heading ?? lines ?? '').replace(/-\n(?=\p{Ll})/gu, '').replace(/\s+/g, ' ').trim();
  return title === '' ? undefined : title.slice(0, 200);
}

/** The first date of the document, as precise as it stands there. */
function dateOf(text: string): string | undefined {
  const month = `(${MONTHS.join('|')})`;
  const match = new RegExp(`\\b(?:(\\d{1,2})\\s+)?${month}\\s+(\\d{4})\\b|\\b(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})\\b`, 'i').exec(text);
  if (!match) return undefined;
  const [, day, name, year, numericDay, numericMonth, numericYear] = match;
  const two = (value: string | number): string => String(value).padStart(2, '0');
  if (numericYear && numericMonth && numericDay) return `${numericYear}-${two(numericMonth)}-${two(numericDay)}`;
  const number = two(MONTHS.indexOf((name ?? '').toLowerCase()) + 1);
  return day ? `${year}-${number}-${two(day)}` : `${year}-${number}`;
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'document';
