import { DUTCH_MONTHS } from '../text/dutch-months.ts';
import type { Finding } from './finding.ts';
import { isDigit, near } from './text-runs.ts';

const birthContext = ['geboren', 'geb', 'geboortedatum', 'gebdatum', 'gebdat', 'dob'];
const personContext = ['patiënt', 'patient', 'cliënt', 'client', 'mevrouw', 'mevr', 'mw', 'meneer', 'dhr'];
/** The first source about this subject is younger: an earlier full date beside a person is a date of birth. */
const youngestSubjectYear = 2015;

interface FoundDate {
  end: number;
  year: number;
}

/** A date counts beside words about birth, or, when it lies before the subject's time, beside words about a person. */
export function birthDates(text: string): Finding[] {
  const found: Finding[] = [];
  for (let start = 0; start < text.length; start += 1) {
    if (!isDigit(text.charAt(start)) || (start > 0 && isDigit(text.charAt(start - 1)))) continue;
    const date = readNumericDate(text, start) ?? readWrittenDate(text, start);
    if (date === undefined) continue;
    const born = near(text, { start, end: date.end }, birthContext, { before: 32, after: 16 });
    const person = date.year < youngestSubjectYear && near(text, { start, end: date.end }, personContext, { before: 40, after: 16 });
    if (born || person) found.push({ kind: 'geboortedatum', start, end: date.end });
    start = date.end - 1;
  }
  return found;
}

/** 3-4-1985, 03/04/85, 3.4.1985 or 1985-04-03. */
function readNumericDate(text: string, start: number): FoundDate | undefined {
  const match = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})(?!\d)/.exec(text.slice(start, start + 12));
  if (match === null) return undefined;
  const parts = [Number(match[1]), Number(match[3]), Number(match[4])] as const;
  const yearFirst = (match[1]?.length ?? 0) === 4;
  const [day, month, year] = yearFirst ? [parts[2], parts[1], parts[0]] : parts;
  const lastLength = match[4]?.length ?? 0;
  if (!yearFirst && lastLength !== 2 && lastLength !== 4) return undefined;
  return dateAt(start + match[0].length, day, month, !yearFirst && lastLength === 2 ? 1900 + year : year);
}

/** 3 april 1985, 3 apr 1985. */
function readWrittenDate(text: string, start: number): FoundDate | undefined {
  const match = /^(\d{1,2}) ([a-z]{3,9})\.? (\d{4})(?!\d)/i.exec(text.slice(start, start + 22));
  if (match === null) return undefined;
  const name = (match[2] ?? '').toLowerCase();
  const month = DUTCH_MONTHS.findIndex((candidate) => candidate === name || candidate.slice(0, 3) === name || (candidate === 'maart' && name === 'mrt'));
  return dateAt(start + match[0].length, Number(match[1]), month + 1, Number(match[3]));
}

function dateAt(end: number, day: number, month: number, year: number): FoundDate | undefined {
  if (day < 1 || day > 31 || month < 1 || month > 12 || year < 1900 || year > 2100) return undefined;
  return { end, year };
}
