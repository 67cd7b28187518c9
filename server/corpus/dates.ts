import { DUTCH_MONTHS } from '../text/dutch-months.ts';

/** Dates in Dutch and in the Netherlands; pure, so that the browser uses them too. */

/** A date as a reader says it: `2024-04-19` → "19 april 2024", `2024-07` → "juli 2024"; words and years stay as they are. */
export function dutchDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  const name = DUTCH_MONTHS[Number(month) - 1];
  if (name === undefined) return date;
  return [...(day === undefined ? [] : [Number(day)]), name, year].join(' ');
}

const amsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in the Netherlands at this instant, YYYY-MM-DD. */
export function dayInAmsterdam(instant: Date): string {
  const part = Object.fromEntries(amsterdam.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']}`;
}
