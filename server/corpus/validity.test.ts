import { expect, it } from 'vitest';
import { endOfForce, forceOf, isSuperseded } from './validity.ts';

it.each([
  ['2015-01-01', '2014-12-31', false],
  ['2015-01-01', '2015-01-01', true],
  ['2015-03', '2015-02-28', false],
  ['2015-03', '2015-03-01', true],
  ['2015', '2014-12-31', false],
  ['2015', '2015-01-01', true],
  ['2015', '2026-07-01', true],
])('superseded on %s, on %s: %s', (supersededOn, day, expected) => {
  expect(isSuperseded({ supersededOn }, day)).toBe(expected);
});

it('a document without an end holds', () => {
  expect(isSuperseded({}, '9999-12-31')).toBe(false);
  expect(forceOf({})).toEqual({});
  expect(endOfForce({}, '2026-01-01')).toBeUndefined();
});

it.each([
  ['2015-01-01', '2026-01-01', 'geldt niet meer sinds 1 januari 2015'],
  ['2015', '2015-01-01', 'geldt niet meer sinds 2015'],
  ['2026-07', '2026-06-30', 'geldt tot juli 2026'],
  ['2026-07', '2026-07-01', 'geldt niet meer sinds juli 2026'],
])('superseded on %s, said on %s: %s', (supersededOn, today, said) => {
  expect(endOfForce({ supersededOn }, today)).toBe(said);
});
