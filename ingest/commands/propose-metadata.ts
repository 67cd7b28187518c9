import { basename, extname } from 'node:path';
import type { SourceMetadata } from '../../server/corpus/document.ts';
import type { SourceKind } from '../../server/corpus/kinds.ts';
import { DUTCH_MONTHS } from '../../server/text/dutch-months.ts';
import type { SourceText } from '../canonical/source-text.ts';

/** What could be read from the file itself; the rest is asked. */
export type Proposal = Partial<SourceMetadata> & Pick<SourceMetadata, 'id' | 'file'>;

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
/** Characters of the document that are looked at. */
const BEGINNING = 4000;

/** @param kinds what a document may be; the first whose words the title has, or else the first page, is proposed */
export function proposeMetadata(path: string, source: SourceText, kinds: readonly SourceKind[]): Proposal {
  const extension = extname(path).toLowerCase();
  const id = slug(basename(path, extname(path)));
  const beginning = source.pages.join('\n').slice(0, BEGINNING);
  const title = titleOf(source);
  const kind = kindNamedIn(title ?? '', kinds) ?? kindNamedIn(beginning, kinds);
  const publisher = firstNamed(beginning, PUBLISHERS) ?? firstNamed(beginning, ABBREVIATED);
  const published = dateOf(beginning);
  return {
    id,
    file: `${id}${extension}`,
    ...(title ? { title } : {}),
    ...kind,
    ...(publisher ? { publisher } : {}),
    ...(published ? { published } : {}),
  };
}

function kindNamedIn(text: string, kinds: readonly SourceKind[]): Partial<SourceMetadata> | undefined {
  for (const { status, rank, kinds: below } of kinds) {
    const named = below.find(({ startsWith, mentions }) => stands('^', startsWith, text) || stands('\\b', mentions, text));
    if (named) return { kind: named.kind, status, authority: rank, shortTitle: named.shortTitle };
  }
  return undefined;
}

function stands(before: string, words: readonly string[], text: string): boolean {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return words.length > 0 && new RegExp(`${before}(?:${escaped.join('|')})\\b`, 'im').test(text);
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
  const month = `(${DUTCH_MONTHS.join('|')})`;
  const match = new RegExp(`\\b(?:(\\d{1,2})\\s+)?${month}\\s+(\\d{4})\\b|\\b(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})\\b`, 'i').exec(text);
  if (!match) return undefined;
  const [, day, name, year, numericDay, numericMonth, numericYear] = match;
  const two = (value: string | number): string => String(value).padStart(2, '0');
  if (numericYear && numericMonth && numericDay) return `${numericYear}-${two(numericMonth)}-${two(numericDay)}`;
  const number = two(DUTCH_MONTHS.indexOf((name ?? '').toLowerCase()) + 1);
  return day ? `${year}-${number}-${two(day)}` : `${year}-${number}`;
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'document';
