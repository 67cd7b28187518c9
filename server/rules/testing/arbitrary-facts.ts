import fc from 'fast-check';
import type { FactValue } from '../../contract.ts';
import type { Fact } from '../rule-set.ts';

export type GivenFacts = Record<string, FactValue>;

/** Any set of facts; each fact absent about one time in three. */
export function arbitraryFacts(facts: readonly Fact[]): fc.Arbitrary<GivenFacts> {
  const entries = facts.map(({ id, answers }) => [
    id,
    fc.option(fc.constantFrom(...answers.map(({ value }) => value)), { nil: undefined, freq: 3 }),
  ]);
  return fc
    .record(Object.fromEntries(entries) as Record<string, fc.Arbitrary<FactValue | undefined>>)
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as GivenFacts);
}

/** The same, with the answers that most routes need more likely, so that late lines of the order are reached. */
export function likelyFacts(facts: readonly Fact[]): fc.Arbitrary<GivenFacts> {
  const favourable: GivenFacts = {
    domein: 'zvw',
    zorgbehoefteVastgesteld: true,
    complexiteit: true,
    tenDienstVanZvwZorg: true,
    verzekerdenInZorg: true,
    alVergoed: false,
    meedenkvraag: true,
    patientInBehandeling: true,
    pgazOvereenkomst: 'ja',
    oiOvereenkomst: 'nee',
    samenwerkingsverband: true,
    huisartsenDoenMee: true,
    gemeenteBetaalt: true,
  };
  return fc
    .tuple(arbitraryFacts(facts), fc.subarray(Object.keys(favourable)))
    .map(([given, ids]) => ({ ...given, ...Object.fromEntries(ids.map((id) => [id, favourable[id] ?? true])) }));
}

/** Days around every boundary, and any day of this half century. */
export const arbitraryDay: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '2024-02-29',
    '2024-04-30',
    '2024-05-01',
    '2025-12-31',
    '2026-01-01',
    '2028-02-29',
    '2029-04-30',
    '2029-05-01',
    '2029-05-02',
  ),
  fc
    .date({ min: new Date('2000-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
