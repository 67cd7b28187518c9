import { bootstrapMean } from '../statistics/bootstrap.ts';
import { mean } from '../statistics/quantile.ts';
import { wilson, type Estimate } from '../statistics/wilson.ts';
import type { CaseResult } from './score-case.ts';

/** Figures over a set of cases; `n` of each is the number of cases, citations or numbers it counts. */
export interface Summary {
  cases: number;
  /** Cases answered rightly, or rightly abstained. */
  right: Estimate;
  /** Evidence items cited, of the cases to answer (mean per case). */
  evidenceCited: Estimate;
  /** Citations that are (part of) evidence, per answered case. */
  evidencePrecision: Estimate;
  vitalFacts: Estimate;
  allFacts: Estimate;
  /** Rate over citations; a marker without a citation counts as a wrong one. */
  citationsValid: Estimate;
  /** Rate over the numbers in answers. */
  numbersSupported: Estimate;
  /** Rate over cases to abstain. */
  abstained: Estimate;
  /** Rate over cases to answer. */
  falseRefusals: Estimate;
  routesFound: Estimate;
  routesPrecise: Estimate;
  ndcg10: Estimate;
  mrr10: Estimate;
  recall1: Estimate;
  recall5: Estimate;
  recall10: Estimate;
  /** Characters quoted per answer, mean. */
  quotedCharacters: number;
  /** Cases without a usable answer. */
  failures: number;
}

export type EstimateName = { [K in keyof Summary]: Summary[K] extends Estimate ? K : never }[keyof Summary];

const count = (values: readonly boolean[]): Estimate => wilson(values.filter(Boolean).length, values.length);
const share = (values: readonly boolean[]): number => values.filter(Boolean).length / values.length;

export function summarise(results: readonly CaseResult[]): Summary {
  const toAnswer = results.filter((result) => !result.case.abstain);
  const toAbstain = results.filter((result) => result.case.abstain);
  const answered = toAnswer.filter(({ scores }) => scores.abstained === false);
  const retrieval = toAnswer.flatMap(({ scores }) => scores.retrieval ?? []);
  const checks = results.flatMap(({ scores }) => scores.citations.checks);
  const routes = answered.filter((result) => result.case.routes.length > 0).map(({ scores }) => scores.routes);
  const numbers = results.map(({ scores }) => scores.numbers);
  const numbersTotal = numbers.reduce((sum, { total }) => sum + total, 0);
  const unsupported = numbers.reduce((sum, score) => sum + score.unsupported.length, 0);
  const facts = toAnswer.filter(({ scores }) => scores.keyFacts.length > 0).map(({ scores }) => scores.keyFacts);
  const vital = facts.map((all) => all.filter(({ vital }) => vital)).filter((some) => some.length > 0);
  return {
    cases: results.length,
    right: count(results.map(({ scores }) => scores.right)),
    evidenceCited: bootstrapMean(toAnswer.map(({ scores }) => share(scores.citations.itemsCited))),
    evidencePrecision: bootstrapMean(
      answered.filter(({ scores }) => scores.citations.relevant.length > 0).map(({ scores }) => share(scores.citations.relevant)),
    ),
    vitalFacts: bootstrapMean(vital.map((some) => share(some.map(({ found }) => found)))),
    allFacts: bootstrapMean(facts.map((all) => share(all.map(({ found }) => found)))),
    citationsValid: count([
      ...checks.map(({ faults }) => faults.length === 0),
      ...results.flatMap(({ scores }) => scores.citations.danglingMarkers.map(() => false)),
    ]),
    numbersSupported: wilson(numbersTotal - unsupported, numbersTotal),
    abstained: count(toAbstain.map(({ scores }) => scores.abstained === true)),
    falseRefusals: count(toAnswer.map(({ scores }) => scores.abstained === true)),
    routesFound: bootstrapMean(routes.map(({ found, missed }) => found.length / (found.length + missed.length))),
    routesPrecise: bootstrapMean(
      routes.filter(({ found, extra }) => found.length + extra.length > 0).map(({ found, extra }) => found.length / (found.length + extra.length)),
    ),
    ndcg10: bootstrapMean(retrieval.map(({ ndcg10 }) => ndcg10)),
    mrr10: bootstrapMean(retrieval.map(({ mrr10 }) => mrr10)),
    recall1: bootstrapMean(retrieval.map(({ recall1 }) => recall1)),
    recall5: bootstrapMean(retrieval.map(({ recall5 }) => recall5)),
    recall10: bootstrapMean(retrieval.map(({ recall10 }) => recall10)),
    quotedCharacters: mean(answered.map(({ scores }) => scores.citations.characters)),
    failures: results.filter(({ ask }) => ask.error !== undefined).length,
  };
}

/** Summaries of the groups that `key` makes; a case may fall in several (documents), in reading order of the groups. */
export function summariseBy(results: readonly CaseResult[], keys: (result: CaseResult) => readonly string[]): Map<string, Summary> {
  const groups = new Map<string, CaseResult[]>();
  for (const result of results) for (const key of new Set(keys(result))) groups.set(key, [...(groups.get(key) ?? []), result]);
  return new Map([...groups].sort(([a], [b]) => a.localeCompare(b, 'nl')).map(([key, group]) => [key, summarise(group)]));
}
