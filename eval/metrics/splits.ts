import { isFresh } from '../load/hands.ts';
import { quantile } from '../statistics/quantile.ts';
import type { CaseResult } from './score-case.ts';

/** A part of the results with what they have in common, in Dutch. */
export interface Part {
  label: string;
  results: readonly CaseResult[];
}

/** By who wrote the case: fresh hands together and each alone, then the others. */
export function byHand(results: readonly CaseResult[]): Part[] {
  const fresh = results.filter((result) => isFresh(result.case));
  const authors = [...new Set(fresh.map(({ case: { author } }) => author ?? 'onbekend'))].sort();
  const known = results.filter(({ case: asked }) => !isFresh(asked) && asked.hand !== undefined);
  return [
    { label: 'Verse handen', results: fresh },
    ...(authors.length > 1 ? authors.map((author) => ({ label: `– ${author}`, results: fresh.filter((result) => (result.case.author ?? 'onbekend') === author) })) : []),
    { label: 'Handen als van de oefenvragen', results: known },
    { label: 'Niet bekend wie schreef', results: results.filter((result) => result.case.hand === undefined) },
  ].filter((part) => part.results.length > 0);
}

/** How near the nearest question that was learned is, cosine; undefined where the assistant does not tell. */
export const nearestQuestion = ({ ask: { nearest } }: CaseResult): number | undefined => nearest;

const QUARTERS = ['het verst van een geleerde vraag', 'verder weg', 'dichterbij', 'het dichtst bij een geleerde vraag'];

/** In four equal parts, the farthest from anything learned first; empty where the distance is not known. */
export function byDistance(results: readonly CaseResult[]): Part[] {
  const known = results.flatMap((result) => {
    const nearest = nearestQuestion(result);
    return nearest === undefined ? [] : [{ result, nearest }];
  });
  if (known.length < QUARTERS.length) return [];
  const bounds = [0.25, 0.5, 0.75].map((p) => quantile(known.map(({ nearest }) => nearest), p));
  return QUARTERS.map((label, quarter) => ({
    label: `Kwart ${quarter + 1}: ${label}`,
    results: known.filter(({ nearest }) => bounds.filter((bound) => nearest > bound).length === quarter).map(({ result }) => result),
  })).filter((part) => part.results.length > 0);
}
