import { LONGEST, tailOf } from './bounds.ts';
import type { Line } from './page-lines.ts';

/** Footnotes of one page, taken out of its lines. */
export interface Footnote {
  page: number;
  number: number;
  lines: string[];
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** `12` → `¹²`, as the printed page has it; NFKC gives the figures back. */
export const superscript = (number: number): string =>
  [...String(number)].map((figure) => SUPERSCRIPT[Number(figure)] ?? figure).join('');
/** Reference marks are no part of a heading path or of what is searched. */
export const withoutMarks = (text: string): string => text.replace(/[⁰¹²³⁴-⁹]+/gu, '');

/** Footnotes take up no more than this part of a page. */
const LARGEST_PART = 0.6;
/** Words before a free-standing figure that make it a number of something, not a mark. */
const COUNTED =
  /(?:^|[\s(])(?:artikel|art\.?|lid|leden|hoofdstuk|h\.|paragraaf|par\.?|§|jaar|nr\.?|nummer|pagina|blz\.?|p\.|fase|stap|bijlage|tabel|figuur|versie|type|segment|punt|onderdeel|categorie|deel|de|het|een|en|of|van|tot|met|in|per|na|om|voor|op|t\/m|circa|ca\.?|ongeveer|minimaal|maximaal)$/i;
/** What follows a counted figure: `2 aspecten`, `1 mei`, `3 %`. Marks stand before small words or at a sentence end. */
const AFTER_MARK = /^(?:$|[,;:)]|\s(?:$|\p{Lu}|(?:aan|te|en|of|om|die|dat|is|zijn|wordt|worden|kan|kunnen|zal|voor|van|op|in|met|door|bij|als|wetsvoorstel)(?!\p{L})))/u;

/**
 * Takes the footnotes off the foot of each page and turns their reference marks in the text into superscripts
 * (`Aanleiding1` → `Aanleiding¹`). A numbered paragraph at the foot counts as a footnote only if its mark is found
 * on that page; otherwise everything stays as it was.
 */
export function takeFootnotes(lines: readonly Line[]): { lines: Line[]; footnotes: Footnote[] } {
  const kept: Line[] = [];
  const footnotes: Footnote[] = [];
  for (const page of byPage(lines)) {
    const numbers = numbersIn(page);
    const at = footnoteStart(page, numbers);
    const body = page.slice(0, at).map((line) => ({ ...line }));
    for (const line of page.slice(at)) {
      const number = noteNumber(line.text);
      const last = footnotes.at(-1);
      const next = last?.page === line.page ? last.number + 1 : undefined;
      if (number !== undefined && (next === undefined || number === next)) {
        footnotes.push({ page: line.page, number, lines: [line.text.replace(NOTE, '')] });
        setMark(body, numbers, number);
      } else last?.lines.push(line.text);
    }
    for (const line of body) kept.push(line);
  }
  // Glued marks whose footnote stands on another page ("1 Aanleiding1").
  const numbers = new Set(footnotes.map((note) => note.number));
  for (const line of kept) {
    for (const number of new Set(line.text.match(/\d{1,3}/g)?.map(Number))) {
      const mark = numbers.has(number) ? gluedMark(line.text, number) : undefined;
      if (mark) line.text = replaceMark(line.text, mark, number);
    }
  }
  return { lines: kept, footnotes };
}

function byPage(lines: readonly Line[]): Line[][] {
  const pages: Line[][] = [];
  for (const line of lines) {
    if (pages.at(-1)?.[0]?.page === line.page) pages.at(-1)?.push(line);
    else pages.push([line]);
  }
  return pages;
}

const NOTE = /^(?:(\d{1,3})\s+|([⁰¹²³⁴-⁹]{1,3})\s*)(?=\S)/u;
const noteNumber = (text: string): number | undefined => {
  const match = NOTE.exec(text);
  const number = match?.[1] ?? match?.[2];
  return number === undefined ? undefined : Number(number.normalize('NFKC'));
};

/** Lines of a page by the numbers that stand in them, as figures or raised: only there can their marks be. */
type Numbers = ReadonlyMap<number, readonly number[]>;

function numbersIn(page: readonly Line[]): Numbers {
  const lines = new Map<number, number[]>();
  page.forEach(({ text }, at) => {
    for (const figures of new Set(text.match(/\d+|[⁰¹²³⁴-⁹]+/gu))) {
      const number = Number(figures.normalize('NFKC'));
      if (number > 999) continue;
      const known = lines.get(number);
      if (!known) lines.set(number, [at]);
      else if (known.at(-1) !== at) known.push(at);
    }
  });
  return lines;
}

/** Index of the first line of the footnotes, or the number of lines if there are none. */
function footnoteStart(page: readonly Line[], numbers: Numbers): number {
  /** First line with a mark of each number. */
  const marked = new Map<number, number>();
  const firstMark = (number: number): number => {
    let first = marked.get(number);
    if (first === undefined) {
      first = (numbers.get(number) ?? []).find((other) => findMark(page[other]!.text, number)) ?? Infinity;
      marked.set(number, first);
    }
    return first;
  };
  for (let at = Math.max(1, Math.floor(page.length * (1 - LARGEST_PART))); at < page.length; at += 1) {
    const line = page[at];
    const number = line && noteNumber(line.text);
    if (!line || number === undefined || number === 0 || line.blanks === 0) continue;
    if (firstMark(number) < at) return at;
  }
  return page.length;
}

interface Mark {
  at: number;
  length: number;
}

function setMark(body: Line[], numbers: Numbers, number: number): void {
  const lines = (numbers.get(number) ?? []).flatMap((at) => body[at] ?? []);
  const find = [printedMark, gluedMark].find((one) => lines.some((line) => one(line.text, number))) ?? findMark;
  for (const line of lines) {
    const mark = find(line.text, number);
    if (!mark) continue;
    line.text = replaceMark(line.text, mark, number);
    return;
  }
}

const findMark = (text: string, number: number): Mark | undefined =>
  printedMark(text, number) ?? gluedMark(text, number) ?? freeMark(text, number);

/** A mark that the reader knew by its size and place. */
function printedMark(text: string, number: number): Mark | undefined {
  const mark = superscript(number);
  const at = text.search(new RegExp(`(?<![⁰¹²³⁴-⁹])${mark}(?![⁰¹²³⁴-⁹])`, 'u'));
  return at > 0 ? { at, length: mark.length } : undefined;
}

/** `Aanleiding1`, `(IZA).1 Met`, `uitgebracht3 die`: right behind a word of small letters or its punctuation. */
function gluedMark(text: string, number: number): Mark | undefined {
  const pattern = new RegExp(`(?:(?<=\\p{Ll}{3})|(?<=[\\p{L})][.,;:”’"]))${number}(?![\\p{L}\\p{N}%]|[.,:/-]\\p{N})`, 'gu');
  for (const match of text.matchAll(pattern)) {
    // "art.3", "nr.2": a number of something.
    if (!COUNTED.test(tailOf(text.slice(0, match.index)))) return { at: match.index, length: match[0].length };
  }
  return undefined;
}

/** `Besluit zorgverzekering 2 aan te passen`, `zorgverzekeraars. 1`. */
function freeMark(text: string, number: number): Mark | undefined {
  for (const match of text.matchAll(new RegExp(`(?<=[\\p{L})][.,;:]?) ${number}(?![\\p{L}\\p{N}%]|[.,:/-]\\p{N})`, 'gu'))) {
    const before = tailOf(text.slice(0, match.index));
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + LONGEST.word);
    if (!COUNTED.test(before) && AFTER_MARK.test(after)) return { at: match.index, length: match[0].length };
  }
  return undefined;
}

const replaceMark = (text: string, mark: Mark, number: number): string =>
  text.slice(0, mark.at) + superscript(number) + text.slice(mark.at + mark.length);
