import { DUTCH_MONTHS } from '../text/dutch-months.ts';
import type { Finding } from './finding.ts';
import { isDigit } from './text-runs.ts';

/** The first source about this subject is younger: an earlier full date right after a word for a person is a date of birth. */
const youngestSubjectYear = 2015;

/** Before a date, with little between; the last alternative says that it belongs to a period instead. */
const bornBefore = /(?:(?<![\p{L}])(?:geboren|geb|gb|geboorte[ -]?(?:datum|dag|jaar)|geb[. -]{0,2}(?:datum|dat|jaar)|dob|born|birth|jarig|verjaardag)|(?<![\p{L}])[gd]\. ?[do]\. ?(?:b\.?)?|[°*])(?![\p{L}])([^?!\d]{0,32})$/iu;
const period = /(?:^|[^\p{L}])(?:na|vóór|voor|voordat|vanaf|tussen|sinds|tot|after|before|between|since|heeft|krijgt|wordt)(?![\p{L}])/iu;
const bornAfter = /^[ ,]{0,2}(?:is |was |werd |ben |zijn )?(?:geboren|geb|born)(?![\p{L}])/iu;

const person = '(?:patiënte?|patiente?|pt|cliënte?|cliente?|mevrouw|mevr|mw|meneer|dhr|heer|man|vrouw|dame|bewoner|bewoonster|verzekerde|hij|zij|ze|mv)';
const child = '(?:jongen|meisje|kind|baby|zoon|dochter)';
/** "patiënt (", "mevrouw, ", "vrouw van ", "hij is van ", "man (m) ". */
const afterPerson = new RegExp(`(?:(?<![\\p{L}])(?:${person}|(${child}))[ .,;:(-]{1,3}(?:(?:is|van|uit|[a-z]|d\\.d)[ .,;:(-]{1,3}){0,3}|\\([mv][ .,;]{1,2})$`, 'iu');
/** After a name: "(", ", ", "(m, ". */
const afterName = /^[ .,;]{0,2}\(?(?:[mv][ ,.;]{1,2})?(?:is van |van )?$/i;

interface FoundDate {
  start: number;
  end: number;
  year: number;
  /** Milliseconds. */
  day: number;
  /** Told to the day. */
  precise: boolean;
}

/** A past date beside a word about birth, right after a word for a person, or right after a name. Names are found first. */
export function birthDates(text: string, names: readonly Finding[] = [], today = new Date()): Finding[] {
  const found: Finding[] = [];
  const nameEnds = new Set(names.map(({ end }) => end));
  for (const date of dates(text)) {
    if (isLater(date, today)) continue;
    const before = text.slice(Math.max(0, date.start - 48), date.start);
    const born = bornBefore.exec(before);
    const isBirth = (born !== null && !period.test(born[1] ?? '')) || (date.precise && bornAfter.test(text.slice(date.end, date.end + 24)));
    if (isBirth || (date.precise && besidePerson(date, before)) || besideName(text, date, nameEnds)) found.push({ kind: 'geboortedatum', start: date.start, end: date.end });
  }
  return [...found, ...birthYears(text, names, today)];
}

const isLater = ({ day }: FoundDate, today: Date): boolean => day > today.getTime();

function besidePerson({ year }: FoundDate, before: string): boolean {
  const match = afterPerson.exec(before);
  return match !== null && (year < youngestSubjectYear || match[1] !== undefined);
}

function besideName(text: string, { start, year, precise }: FoundDate, nameEnds: ReadonlySet<number>): boolean {
  if (!precise || year >= youngestSubjectYear) return false;
  for (let end = start; end >= start - 12; end -= 1) if (nameEnds.has(end)) return afterName.test(text.slice(end, start));
  return false;
}

/** "geboortejaar 1938", and a bare year in brackets after a name. */
function birthYears(text: string, names: readonly Finding[], today: Date): Finding[] {
  const found: Finding[] = [];
  const add = (start: number): void => {
    const year = Number(text.slice(start, start + 4));
    if (year >= 1900 && year <= today.getFullYear()) found.push({ kind: 'geboortedatum', start, end: start + 4 });
  };
  for (const match of text.matchAll(/(?<![\p{L}])(?:geboortejaar|gebjaar|geb\. ?jaar|bouwjaar patiënt)[ :.=]{1,3}(?=(?:19|20)\d{2}(?!\d))/giu)) add(match.index + match[0].length);
  for (const { end } of names) {
    const match = /^[ .,]{0,3}\((?:[mv][ ,.;]{1,2})?(?:geb\.? ?)?(?:uit |van )?(?=(?:19|20)\d{2}\))/i.exec(text.slice(end, end + 24));
    if (match !== null) add(end + match[0].length);
  }
  return found;
}

function* dates(text: string): Generator<FoundDate> {
  for (let start = 0; start < text.length; start += 1) {
    const date = isDigit(text.charAt(start)) && !isDigit(text.charAt(start - 1)) ? dateFrom(text, start) : undefined;
    if (date !== undefined) {
      yield date;
      start = date.end - 1;
    }
  }
  for (const match of text.matchAll(/(?<![\p{L}])(\p{L}{3,9})\.? (\d{4}|'\d{2})(?!\d)/giu)) {
    const month = monthOf(match[1] ?? '');
    const dayBefore = /\d{1,2}(?:st|nd|rd|th|e)? (?:of )?$/.test(text.slice(Math.max(0, match.index - 8), match.index));
    const year = yearOf(match[2] ?? '');
    if (month > 0 && !dayBefore) yield { start: match.index, end: match.index + match[0].length, year, day: Date.UTC(year, month - 1), precise: false };
  }
  for (const match of text.matchAll(/(?<![\p{L}])(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?, ?(\d{4})(?!\d)/giu)) {
    const date = dateAt(match.index, match.index + match[0].length, Number(match[2]), monthOf(match[1] ?? ''), Number(match[3]));
    if (date !== undefined) yield date;
  }
}

const dateFrom = (text: string, start: number): FoundDate | undefined => readNumericDate(text, start) ?? readWrittenDate(text, start) ?? readCompactDate(text, start);

/** 3-4-1985, 03/04/85, 6-6-'58, 3.4.1985 or 1985-04-03. */
function readNumericDate(text: string, start: number): FoundDate | undefined {
  const match = /^(\d{1,4})( ?[-/. ] ?)(\d{1,2})\2('?\d{1,4})(?!\d)/.exec(text.slice(start, start + 18));
  if (match === null) return undefined;
  const last = match[4] ?? '';
  const yearFirst = match[1]?.length === 4;
  if (!yearFirst && !/^(?:\d{4}|'?\d{2})$/.test(last)) return undefined;
  const [day, year] = yearFirst ? [Number(last), Number(match[1])] : [Number(match[1]), yearOf(last)];
  return dateAt(start, start + match[0].length, day, Number(match[3]), year);
}

/** 3 april 1985, 3 apr. 1985, 9 augustus '66, 3rd April 1985. */
function readWrittenDate(text: string, start: number): FoundDate | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th|e)?[ -](?:of )?(\p{L}{3,9})\.?[ -](\d{4}|'\d{2})(?!\d)/iu.exec(text.slice(start, start + 28));
  if (match === null) return undefined;
  return dateAt(start, start + match[0].length, Number(match[1]), monthOf(match[2] ?? ''), yearOf(match[3] ?? ''));
}

/** 19480312, 030365: only right after a word about birth. */
function readCompactDate(text: string, start: number): FoundDate | undefined {
  const digits = /^\d{6,8}(?!\d)/.exec(text.slice(start, start + 9))?.[0] ?? '';
  const label = /(?:geboren|geb|geboortedatum|gebdatum|gebdat|dob)[ .:=-]{1,3}$/i.test(text.slice(Math.max(0, start - 18), start));
  if (!label || digits.length === 7) return undefined;
  const [a, b, c, d] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4), digits.slice(4, 6)];
  if (digits.length === 6) return dateAt(start, start + 6, Number(a), Number(b), yearOf(c));
  return dateAt(start, start + 8, Number(a), Number(b), Number(c)) ?? dateAt(start, start + 8, Number(digits.slice(6)), Number(d), Number(digits.slice(0, 4)));
}

function monthOf(word: string): number {
  const name = word.toLowerCase();
  const english = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
  const short = name.slice(0, name.startsWith('sept') ? 3 : name.length);
  const at = [DUTCH_MONTHS, english].map((months) => months.findIndex((month) => month === name || month.slice(0, 3) === short)).find((index) => index >= 0);
  return name === 'mrt' ? 3 : (at ?? -1) + 1;
}

const yearOf = (written: string): number => (written.length === 4 ? Number(written) : 1900 + Number(written.replace("'", '')));

function dateAt(start: number, end: number, day: number, month: number, year: number): FoundDate | undefined {
  if (day < 1 || day > 31 || month < 1 || month > 12 || year < 1900 || year > 2100) return undefined;
  return { start, end, year, day: Date.UTC(year, month - 1, day), precise: true };
}
