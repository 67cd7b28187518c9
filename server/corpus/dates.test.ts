import { expect, it } from 'vitest';
import { dayInAmsterdam, dutchDate } from './dates.ts';

it.each([
  ['2024-04-19', '19 april 2024'],
  ['2024-01-01', '1 januari 2024'],
  ['2024-07', 'juli 2024'],
  ['2024', '2024'],
  ['zonder datum (vergaderjaar 2023–2024)', 'zonder datum (vergaderjaar 2023–2024)'],
  ['2024-13', '2024-13'],
])('%s is said as %s', (date, said) => {
  expect(dutchDate(date)).toBe(said);
});

it('today in the Netherlands, in summer and winter time and at the change', () => {
  expect(dayInAmsterdam(new Date('2025-06-30T22:00:00Z'))).toBe('2025-07-01');
  expect(dayInAmsterdam(new Date('2025-06-30T21:59:59Z'))).toBe('2025-06-30');
  expect(dayInAmsterdam(new Date('2025-12-31T23:00:00Z'))).toBe('2026-01-01');
  expect(dayInAmsterdam(new Date('2025-12-31T22:59:59Z'))).toBe('2025-12-31');
  expect(dayInAmsterdam(new Date('2025-03-30T01:00:00Z'))).toBe('2025-03-30');
});
