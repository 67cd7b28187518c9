import { valueOf } from '../../metrics/estimate.ts';
import type { Measure } from '../../metrics/measure.ts';
import { MEASURES } from '../../metrics/measures.ts';
import { share } from '../../metrics/measures/shares.ts';
import type { CaseResult } from '../../metrics/score-case.ts';

/**
 * The grade that the measures come to on the readers' own scale, fixed beforehand and not fitted to any grades: 0 says
 * something wrong, 1 does not answer, from 1 to 2 answers in part, 2 answers, 3 answers at once. Undefined without an answer.
 */
export function programGrade(result: CaseResult): number | undefined {
  const { case: asked, ask, scores } = result;
  if (!ask.answer) return undefined;
  const holds = (name: string): boolean => measured(name, result) === 1;
  const { citations, numbers, keyFacts, abstained } = scores;
  const unsound = citations.checks.some(({ faults }) => faults.length > 0) || citations.danglingMarkers.length > 0 || numbers.unsupported.length > 0;
  if (unsound || holds('verdictWrong')) return 0;
  if (asked.abstain) return !abstained ? 0 : holds('refusalNames') ? 3 : 2;
  if (abstained) return 1;
  const facts = keyFacts.filter(({ vital }) => vital).map(({ found }) => found);
  const covered = (facts.length > 0 ? share(facts) : share(citations.itemsCited)) ?? 0;
  return covered === 1 && holds('direct') && !holds('verdictAbsent') ? 3 : 1 + covered;
}

/** The figure of one answer; undefined where the measure is not about it. */
function measured(name: string, result: CaseResult): number | undefined {
  const measure: Measure | undefined = MEASURES.find((one: Measure) => one.name === name);
  return measure && valueOf(measure, result);
}
