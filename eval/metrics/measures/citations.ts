import { measure, meanOf, rateOf } from '../measure.ts';
import { isAnswered, share } from './shares.ts';

export const EVIDENCE_CITED = measure({
  name: 'evidenceCited',
  label: 'Bewijs aangehaald',
  explanation: 'Deel van de bewijsplaatsen waarvan ten minste de helft letterlijk in de citaten staat (citation recall).',
  show: 'percent',
  column: 'bewijs',
  compared: true,
  ...meanOf(({ case: { abstain }, scores }) => (abstain ? undefined : share(scores.citations.itemsCited))),
});

export const EVIDENCE_PRECISION = measure({
  name: 'evidencePrecision',
  label: 'Citaten ter zake',
  explanation: 'Deel van de citaten dat bewijs is; een ondergrens, want niet elke passende zin staat bij de vraag (citation precision).',
  show: 'percent',
  ...meanOf((result) => (isAnswered(result) ? share(result.scores.citations.relevant) : undefined)),
});

/** A marker without a citation counts as a wrong one. */
export const CITATIONS_VALID = measure({
  name: 'citationsValid',
  label: 'Citaten geldig',
  explanation: 'Deel van de citaten dat letterlijk op de genoemde plaats en pagina staat en waarnaar het antwoord verwijst.',
  show: 'percent',
  ...rateOf(({ scores: { citations } }) => [...citations.checks.map(({ faults }) => faults.length === 0), ...citations.danglingMarkers.map(() => false)]),
});
