import type { Weights } from '../statistics/bootstrap.ts';
import { weightedQuantile } from '../statistics/quantile.ts';
import type { CaseResult } from './score-case.ts';

/** A figure over a set of results, ready to be read for many samples of them. */
export interface Figure {
  /** What it counts: cases, citations or numbers. */
  n: number;
  /** NaN when nothing counts. @param weights how often each result counts; once when absent */
  value: (weights?: Weights) => number;
  /** For rates of things that are right or wrong: how many are, so that Wilson's interval fits. */
  hits?: number;
}

/** One figure of the evaluation: how it is made, shown and explained. All of them stand in `measures.ts`. */
export interface Measure<Name extends string = string> {
  name: Name;
  /** Dutch, with the field's own term. */
  label: string;
  /** One sentence for the report's legend. */
  explanation: string;
  /** A share reads best in percent; scores of the field keep their decimals; counts have none. */
  show: 'percent' | 'score' | 'number';
  /** For most figures more is better. */
  lowerIsBetter?: boolean;
  /** Also shown per kind of question, document and group; this heads its column on the screen. */
  column?: string;
  /** Kept in the baseline and compared with an earlier run, case by case. */
  compared?: boolean;
  /** Where it can be measured; everywhere when absent. */
  only?: 'process' | 'http';
  /** The results that it says something about; only these are resampled. */
  about: (result: CaseResult) => boolean;
  over: (results: readonly CaseResult[]) => Figure;
}

/** Keeps the name as a literal type. */
export const measure = <const Name extends string>(definition: Measure<Name>): Measure<Name> => definition;

type Way = Pick<Measure, 'about' | 'over'>;

/** Mean over cases. @param of value of a case; undefined where the figure is not about it */
export const meanOf = (of: (result: CaseResult) => number | undefined): Way => ({
  about: (result) => of(result) !== undefined,
  over(results) {
    const values = results.map((result) => of(result) ?? 0);
    return { n: results.length, value: ratio(values, values.map(() => 1)) };
  },
});

/** Quantile over cases. @param of value of a case; undefined where the figure is not about it */
export const quantileOf = (p: number, of: (result: CaseResult) => number | undefined): Way => ({
  about: (result) => of(result) !== undefined,
  over(results) {
    const values = results.map((result) => of(result) ?? 0);
    return { n: results.length, value: weightedQuantile(values, p) };
  },
});

/** Rate over things that are right or wrong. @param of those of a case; undefined where the figure is not about it */
export const rateOf = (of: (result: CaseResult) => readonly boolean[] | undefined): Way => ({
  about: (result) => of(result) !== undefined,
  over(results) {
    const counts = results.map((result) => of(result) ?? []);
    const hits = counts.map((those) => those.filter(Boolean).length);
    const totals = counts.map(({ length }) => length);
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    return { n: sum(totals), hits: sum(hits), value: ratio(hits, totals) };
  },
});

function ratio(hits: readonly number[], totals: readonly number[]): Figure['value'] {
  return (weights) => {
    let hit = 0;
    let total = 0;
    for (let at = 0; at < hits.length; at += 1) {
      const weight = weights?.[at] ?? 1;
      hit += weight * hits[at]!;
      total += weight * totals[at]!;
    }
    return hit / total;
  };
}
