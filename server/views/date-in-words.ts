import { dutchDate } from '../corpus/dates.ts';
import type { Language } from './answer-words.ts';

const ENGLISH_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A date as a reader says it: "19 april 2024", "July 2024". Words and years stay as the source gives them. */
export function dateInWords(date: string, language: Language): string {
  if (language === 'nl') return dutchDate(date);
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  const name = ENGLISH_MONTHS[Number(month) - 1];
  if (name === undefined) return date;
  return [...(day === undefined ? [] : [Number(day)]), name, year].join(' ');
}

/** The same inside a line or brackets of its own: "zonder datum (vergaderjaar 2023–2024)" needs no second pair. */
export function dateInLine(date: string, language: Language): string {
  return dateInWords(date, language).replace(/\s*\((.*)\)$/, ', $1');
}
