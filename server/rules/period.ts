import type { SourcedText } from './sourced-text.ts';

/** How the sources know a route in a period. */
export const STANDINGS = ['in-force', 'undecided', 'proposal', 'intention'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Where a date falls among a route's periods. */
export const PHASES = [...STANDINGS, 'before', 'after'] as const;
export type PhaseKind = (typeof PHASES)[number];

/** A stretch of calendar days, both ends included; without `from` or `to` it is open on that side. */
export interface Period extends SourcedText {
  from?: string;
  to?: string;
  standing: Standing;
}

export interface Phase {
  kind: PhaseKind;
  /** The period itself, or for `before` and `after` the one nearest in time. */
  period: Period;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** An existing calendar day written YYYY-MM-DD (Gregorian, leap days included). */
export function isCalendarDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day after, YYYY-MM-DD. */
export function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** Phases of a route in order of time, `before` and `after` only where a period is closed on that side. */
export function phasesOf(periods: readonly Period[]): Phase[] {
  const phases: Phase[] = periods.map((period) => ({ kind: period.standing, period }));
  const [first] = periods;
  const last = periods.at(-1);
  if (first?.from !== undefined) phases.unshift({ kind: 'before', period: first });
  if (last?.to !== undefined) phases.push({ kind: 'after', period: last });
  return phases;
}

/**
 * Index in `phasesOf(periods)` of the phase on a day. Days compare as text: YYYY-MM-DD sorts by time.
 * Periods are consecutive and without gaps; the loader sees to that.
 */
export function phaseIndexAt(periods: readonly Period[], day: string): number {
  const started = periods.filter((period) => period.from === undefined || period.from <= day).length;
  const last = periods.at(-1);
  const ended = started === periods.length && last?.to !== undefined && last.to < day;
  return started - (periods[0]?.from === undefined ? 1 : 0) + (ended ? 1 : 0);
}
