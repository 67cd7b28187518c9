import type { RuleSet } from './rule-set.ts';
import type { Quote, SourcedText } from './sourced-text.ts';

/** Where a sourced text stands: a condition, period, payment, warning, next step, definition or allocation note. */
export interface Carrier {
  /** Dutch: `route pgaz, voorwaarde overeenkomst`. */
  where: string;
  sourced: SourcedText;
}

/** Every text of the rules that rests on quotes. */
export function carriersOf(rules: Omit<RuleSet, 'sha256'>): Carrier[] {
  return [
    ...rules.routes.flatMap((route) => [
      { where: `${route.id}: betaling`, sourced: route.payment },
      ...route.periods.map((sourced) => ({ where: `${route.id}: periode`, sourced })),
      ...route.conditions.map((sourced) => ({ where: `${route.id}: voorwaarde ${sourced.id}`, sourced })),
      ...route.warnings.map((sourced) => ({ where: `${route.id}: waarschuwing ${sourced.id}`, sourced })),
      ...route.nextSteps.map((sourced) => ({ where: `${route.id}: volgende stap ${sourced.id}`, sourced })),
    ]),
    ...rules.definitions.map((sourced) => ({ where: `begrip ${sourced.id}`, sourced })),
    ...rules.allocation.missing.map((sourced) => ({ where: `verdeling: ontbreekt ${sourced.id}`, sourced })),
    ...rules.allocation.notes.map((sourced) => ({ where: `verdeling: opmerking ${sourced.id}`, sourced })),
  ];
}

/** True when one of the quotes of a text covers or touches this quote. */
export function carries({ quotes }: SourcedText, quote: Quote): boolean {
  return quotes.some(
    ({ documentId, start, end }) => documentId === quote.documentId && start < quote.end && quote.start < end,
  );
}
