import { estimate } from '../metrics/estimate.ts';
import { measureOf, type MeasureName } from '../metrics/measures.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import type { Estimate } from '../statistics/wilson.ts';
import { casesForVerdict, freshCases } from './cases-for-verdict.ts';
import type { Check } from './check.ts';
import { showOf } from './check-answers.ts';
import type { Verdict } from './verdict.ts';

/** What people ask first, in their words. */
const FIVE: readonly { measure: MeasureName; label: string; says: string }[] = [
  { measure: 'direct', label: 'Antwoordt meteen', says: 'van de vragen krijgt in de eerste twee zinnen wat nodig is' },
  { measure: 'verdictRight', label: 'Klopt ja/nee', says: 'van de ja/nee-vragen krijgt het juiste ja, nee of hangt ervan af' },
  { measure: 'ownWordsProved', label: 'Bewezen', says: 'van wat de assistent zelf zegt, staat in de bron die ernaast staat' },
  { measure: 'abstained', label: 'Weigert terecht', says: 'van de vragen zonder antwoord in de bronnen krijgt geen verzonnen antwoord' },
  { measure: 'words', label: 'Kort genoeg', says: 'woorden heeft een antwoord gemiddeld (mediaan)' },
];

export interface FiveFigure {
  measure: MeasureName;
  label: string;
  /** Reads on from the figure. */
  says: string;
  shown: string;
  estimate: Estimate;
  /** The threshold that is about it, where there is one. */
  check?: Check;
}

/** Five figures that say in one look how the assistant does, on the cases that the verdict is about, of fresh hands where there are any. */
export function fiveFigures(results: readonly CaseResult[], { checks }: Pick<Verdict, 'checks'>): FiveFigure[] {
  const judged = casesForVerdict(results).results;
  return FIVE.map(({ measure, label, says }) => {
    const check = checks.find(({ id }) => id === `${measure}-fresh`) ?? checks.find(({ id }) => id === measure);
    const found = estimate(measureOf(measure), check?.id === measure ? judged : freshCases(judged).results);
    return { measure, label, says, shown: showOf(measureOf(measure))(found.value), estimate: found, ...(check && { check }) };
  });
}
