import type { PlanResult } from '../contract.ts';
import { fill } from './labels.ts';
import { planWords } from './plan-words.ts';

/** So many are named; the rest is a number. */
const MOST_NAMED = 6;

/** "4 huisartsen" of one, "huisarts" of one alone. */
export const counted = ({ name, count }: { name: string; count: number }): string => (count === 1 ? name : `${count} ${name}`);

/** "huisartsen, fysio’s en gemeente". */
export function namesIn(names: readonly string[]): string {
  const shown = names.length > MOST_NAMED + 1 ? names.slice(0, MOST_NAMED) : names;
  if (shown.length < names.length) return `${shown.join(', ')} ${fill(planWords.andMore, { count: names.length - shown.length })}`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} en ${shown.at(-1) ?? ''}`;
}

/** Whom a step is for: all of them, or these. */
export function forWhom(names: readonly string[], { participants }: Pick<PlanResult, 'participants'>): string {
  return names.length >= participants.length && participants.length > 1 ? planWords.everybody : namesIn(names);
}

/** What a route is called within a sentence: "PGAZ" of "PGAZ (patiëntengroepsgebonden afstemming)". */
export const shortRoute = (title: string): string => title.replace(/\s*\(.*\)$/, '');
