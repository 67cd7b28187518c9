import { estimate } from '../metrics/estimate.ts';
import type { Measure } from '../metrics/measure.ts';
import { measureOf } from '../metrics/measures.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import { decimal, interval, number, percent } from '../report/format.ts';
import type { Check } from './check.ts';
import { freshCases } from './cases-for-verdict.ts';
import type { AnswerThreshold } from './thresholds.ts';

/** How a figure of this measure reads. */
export const showOf = ({ show }: Measure): ((value: number) => string) => (show === 'score' ? decimal : show === 'number' ? number : percent);

/**
 * A figure against its threshold: the estimate must reach it, and the bad end of its interval the floor. Too few cases give
 * no judgement, whatever the figure.
 * @returns undefined where this run could not measure it at all
 */
export function checkAnswers(threshold: AnswerThreshold, results: readonly CaseResult[]): Check | undefined {
  const { measure: name, label, min, max, floor, least, cases, why } = threshold;
  const measure = measureOf(name);
  const found = estimate(measure, cases === 'fresh' ? freshCases(results).results : results);
  if (found.n === 0 && measure.only !== undefined) return undefined;
  const show = showOf(measure);
  const sign = min !== undefined ? '≥' : '≤';
  const required = `${sign} ${show((min ?? max)!)}${floor === undefined ? '' : `, interval ${sign} ${show(floor)}`}`;
  const common = { id: cases === 'fresh' ? `${name}-fresh` : name, label, required, why };
  if (found.n < Math.max(1, least)) {
    return { ...common, passed: false, outcome: 'onbekend', measured: show(found.value), detail: `niet te beoordelen: ${found.n} van ten minste ${Math.max(1, least)}` };
  }
  const reached = min !== undefined ? found.value >= min : found.value <= max!;
  const sure = floor === undefined || (min !== undefined ? found.low >= floor : found.high <= floor);
  const detail = `${interval(found, show)}${reached && !sure ? '; het interval haalt de ondergrens niet' : ''}`;
  return { ...common, passed: reached && sure, outcome: reached && sure ? 'gehaald' : 'niet-gehaald', measured: show(found.value), detail };
}
