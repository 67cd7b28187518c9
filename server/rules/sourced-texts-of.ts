import type { RuleSet } from './rule-set.ts';
import type { SourcedText } from './sourced-text.ts';

/** A text of the rules and where it stands. */
export interface PlacedText {
  /** Dutch: `pgaz: voorwaarde overeenkomst`. */
  where: string;
  sourced: SourcedText;
}

/** Every text of the rules that rests on quotes, a warning of several routes once for each. */
export function sourcedTextsOf({ routes, definitions, allocation }: RuleSet): PlacedText[] {
  const named = (what: string, items: readonly (SourcedText & { id: string })[]): PlacedText[] =>
    items.map((sourced) => ({ where: `${what} ${sourced.id}`, sourced }));
  return [
    ...routes.flatMap(({ id, payment, periods, conditions, warnings, nextSteps }) => [
      { where: `${id}: betaling`, sourced: payment },
      ...periods.map((sourced) => ({ where: `${id}: periode`, sourced })),
      ...named(`${id}: voorwaarde`, conditions),
      ...named(`${id}: waarschuwing`, warnings),
      ...named(`${id}: volgende stap`, nextSteps),
    ]),
    ...named('begrip', definitions),
    ...named('verdeling: ontbreekt', allocation.missing),
    ...named('verdeling: opmerking', allocation.notes),
  ];
}
