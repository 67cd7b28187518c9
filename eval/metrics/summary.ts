import { mean } from '../statistics/quantile.ts';
import type { Estimate } from '../statistics/wilson.ts';
import { estimate } from './estimate.ts';
import { MEASURES, type MeasureName } from './measures.ts';
import { isAnswered } from './measures/shares.ts';
import type { CaseResult } from './score-case.ts';

/** Every figure over a set of cases; `n` of each is what it counts: cases, citations or numbers. */
export interface Summary extends Record<MeasureName, Estimate> {
  cases: number;
  /** Characters quoted per answer, mean. */
  quotedCharacters: number;
  /** Cases without a usable answer. */
  failures: number;
}

export function summarise(results: readonly CaseResult[]): Summary {
  const figures = Object.fromEntries(MEASURES.map((measure) => [measure.name, estimate(measure, results)])) as Record<MeasureName, Estimate>;
  return {
    cases: results.length,
    ...figures,
    quotedCharacters: mean(results.filter(isAnswered).map(({ scores }) => scores.citations.characters)),
    failures: results.filter(({ ask }) => ask.error !== undefined).length,
  };
}

/** Summaries of the groups that `key` makes; a case may fall in several (documents), in reading order of the groups. */
export function summariseBy(results: readonly CaseResult[], keys: (result: CaseResult) => readonly string[]): Map<string, Summary> {
  const groups = new Map<string, CaseResult[]>();
  for (const result of results) for (const key of new Set(keys(result))) groups.set(key, [...(groups.get(key) ?? []), result]);
  return new Map([...groups].sort(([a], [b]) => a.localeCompare(b, 'nl')).map(([key, group]) => [key, summarise(group)]));
}
