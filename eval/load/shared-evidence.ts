import type { EvaluationCase, TextRange } from './evaluation-case.ts';

/**
 * Frozen cases whose evidence (any alternative) overlaps evidence of a tune case. Such a sentence was looked at while the
 * assistant was improved, so figures on these cases may flatter; the report gives the others apart.
 * @returns ids
 */
export function sharedWithTune(cases: readonly EvaluationCase[]): Set<string> {
  const known = new Map<string, TextRange[]>();
  const places = ({ evidence }: EvaluationCase) =>
    evidence.flatMap(({ anyOf }) => anyOf.flatMap(({ documentId, places: all }) => all.map((place) => ({ documentId, ...place }))));
  for (const one of cases.filter(({ split }) => split === 'tune')) {
    for (const place of places(one)) known.set(place.documentId, [...(known.get(place.documentId) ?? []), place]);
  }
  const shares = (one: EvaluationCase): boolean =>
    places(one).some(({ documentId, start, end }) => (known.get(documentId) ?? []).some((place) => place.start < end && place.end > start));
  return new Set(cases.filter((one) => one.split === 'test' && shares(one)).map(({ id }) => id));
}
