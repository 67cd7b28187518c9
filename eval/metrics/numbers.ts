import type { Answer, DocumentDetail } from '../../server/contract.ts';
import type { Documents } from './citations.ts';

const NUMBER_WORDS = new Map(
  Object.entries({
    twee: 2, drie: 3, vier: 4, vijf: 5, zes: 6, zeven: 7, acht: 8, negen: 9, tien: 10, elf: 11, twaalf: 12,
    dertien: 13, veertien: 14, vijftien: 15, zestien: 16, zeventien: 17, achttien: 18, negentien: 19, twintig: 20,
    dertig: 30, veertig: 40, vijftig: 50, zestig: 60, zeventig: 70, tachtig: 80, negentig: 90, honderd: 100, duizend: 1000,
  }).map(([word, value]) => [word, String(value)]),
); // prettier-ignore

/**
 * The numbers of a text in one form: digits (`200.000` → 200000, `2,5` → 2.5, `05` → 5) and Dutch number words from two
 * ("één" is mostly an article). Each once, in order.
 */
export function numbersIn(text: string): string[] {
  const found = new Set<string>();
  for (const [token] of text.toLowerCase().matchAll(/\d+(?:[.,]\d+)*|\p{L}+/gu)) {
    if (/^\d/.test(token)) found.add(normalise(token));
    else if (NUMBER_WORDS.has(token)) found.add(NUMBER_WORDS.get(token)!);
  }
  return [...found];
}

function normalise(token: string): string {
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(token)) return String(Number(token.replaceAll('.', '').replace(',', '.')));
  if (/^\d+,\d+$/.test(token)) return String(Number(token.replace(',', '.')));
  return /^\d+$/.test(token) ? token.replace(/^0+(?=\d)/, '') : token;
}

export interface NumberScores {
  total: number;
  /** As written in one form; empty when every number is supported. */
  unsupported: string[];
}

/**
 * Every number in an answer must stand in a quote that the answer cites, or in the title or date of what it cites, as the
 * documents themselves give those ("in de bijeenkomst van 15 oktober 2024"). Markers `[1]`, numbering of a list, page
 * references and attributions ("(juli 2024)", a heading path) do not count: citations carry those, and are checked apart.
 * An abstaining answer may repeat numbers of the question, and say how recent the newest source is; nothing else. A part of
 * the question that is said to be open may be repeated as well.
 */
export function scoreNumbers(answer: Answer, documents: Documents): NumberScores {
  const support = new Set(answer.citations.flatMap(({ quote }) => [...numbersIn(quote), ...digitGroups(quote)]));
  for (const { title, published } of citedDocuments(answer, documents)) for (const number of [...digitGroups(title), ...digitGroups(published)]) support.add(number);
  if (answer.abstained) for (const number of [...numbersIn(answer.question), ...digitGroups(newestOf(documents))]) support.add(number);
  const claimed = numbersIn(
    answer.answer
      .replace(/\]\([^()\s]*\)/g, '] ')
      .replace(/[“"]([^”"]*)[”"]/g, (whole, inside: string) => (answer.question.includes(inside) ? ' ' : whole))
      .replace(/\[\d+(?:\s*,\s*\d+)*\]/g, ' ')
      .replace(/^\s*(?:>\s*)?\d+[.)]\s+/gm, ' ')
      .replace(/\b(?:p\.|pagina|blz\.|bladzijde)\s*\d+(?:\s*[-–]\s*\d+)?/gi, ' ')
      .replace(/\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g, (whole, inside: string) =>
        isDateOfSource(inside, documents) || isHeadingPath(inside, documents) ? ' ' : whole,
      )
      .replace(/[“"]([^”"]*)[”"]/g, (whole, inside: string) => (isHeadingPath(inside, documents) ? ' ' : whole)),
  );
  return { total: claimed.length, unsupported: claimed.filter((number) => !support.has(number)) };
}

const newestOf = (documents: Documents): string => [...documents.values()].map(({ published }) => published).filter((published) => /^\d{4}/.test(published)).sort().at(-1) ?? '';

const citedDocuments = ({ citations }: Answer, documents: Documents): DocumentDetail[] =>
  [...new Set(citations.map(({ documentId }) => documentId))].flatMap((id) => documents.get(id) ?? []);

/** `1.2` also supports 1 and 2; a date 01-05-2024 also 1, 5 and 2024. */
export const digitGroups = (text: string): string[] => (text.match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, ''));

const DATE_WORDS = /\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|zonder datum|vergaderjaar|datum)\b/gi;

/** "juli 2024", "zonder datum, vergaderjaar 2023–2024": the date that a source bears. */
function isDateOfSource(text: string, documents: Documents): boolean {
  if (text.replace(DATE_WORDS, '').replace(/[\d\s,.–-]+/g, '') !== '') return false;
  const numbers = digitGroups(text);
  return [...documents.values()].some(({ published }) => numbers.every((number) => digitGroups(published).includes(number)));
}

/** "4 Hoe te gebruiken? › Contractvereiste": every part is a heading of a document. */
function isHeadingPath(text: string, documents: Documents): boolean {
  const all = [...documents.values()];
  return text.split(' › ').every((part) => all.some((document) => headingsOf(document).has(squeeze(part))));
}

const known = new WeakMap<DocumentDetail, ReadonlySet<string>>();

/** Headings of a document; of one that does not tell its headings, all lines. */
function headingsOf(document: DocumentDetail): ReadonlySet<string> {
  const before = known.get(document);
  if (before) return before;
  const { text, blocks } = document;
  const lines = blocks?.filter(({ kind }) => kind === 'heading').map(({ start, end }) => text.slice(start, end)) ?? text.split('\n');
  const headings = new Set(lines.map(squeeze));
  known.set(document, headings);
  return headings;
}

/** Without the marks of footnotes, which no reader repeats. */
const squeeze = (text: string): string => text.replace(/[⁰¹²³⁴-⁹]+/gu, '').replace(/\s+/g, ' ').trim();
