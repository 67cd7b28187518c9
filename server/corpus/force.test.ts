import { expect, it } from 'vitest';
import { forceOf, isSuperseded } from './force.ts';

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
});
