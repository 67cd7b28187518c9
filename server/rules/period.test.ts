import { describe, expect, it } from 'vitest';
import { isCalendarDay, nextDay, phaseIndexAt, phasesOf, type Period } from './period.ts';

function period(from: string | undefined, to: string | undefined, standing: Period['standing'] = 'in-force'): Period {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), standing, text: '', quotes: [] };
}

const kindAt = (periods: Period[], day: string): string | undefined => phasesOf(periods)[phaseIndexAt(periods, day)]?.kind;

describe('days', () => {
  it.each(['2024-02-29', '2000-02-29', '2028-02-29', '2025-12-31'])('%s exists', (day) => {
    expect(isCalendarDay(day)).toBe(true);
  });

  it.each(['2025-02-29', '2100-02-29', '2024-04-31', '2024-13-01', '2024-00-10', '24-01-01', '2024-1-1', '2024-05-01T00:00', ''])('%s does not', (day) => {
    expect(isCalendarDay(day)).toBe(false);
  });

  it('the day after, over months, years and leap days', () => {
    expect(nextDay('2024-02-28')).toBe('2024-02-29');
    expect(nextDay('2025-02-28')).toBe('2025-03-01');
    expect(nextDay('2025-12-31')).toBe('2026-01-01');
  });
});

describe('phases', () => {
  it('before, in force, undecided and after: both ends of a period belong to it', () => {
    const periods = [period('2024-05-01', '2029-04-30'), period('2029-05-01', '2029-05-01', 'undecided')];
    expect(kindAt(periods, '2024-04-30')).toBe('before');
    expect(kindAt(periods, '2024-05-01')).toBe('in-force');
    expect(kindAt(periods, '2029-04-30')).toBe('in-force');
    expect(kindAt(periods, '2029-05-01')).toBe('undecided');
    expect(kindAt(periods, '2029-05-02')).toBe('after');
  });

  it('open at the start, at the end, at both', () => {
    const until = [period(undefined, '2025-12-31'), period('2026-01-01', undefined, 'undecided')];
    expect(kindAt(until, '1900-01-01')).toBe('in-force');
    expect(kindAt(until, '2025-12-31')).toBe('in-force');
    expect(kindAt(until, '2026-01-01')).toBe('undecided');
    expect(kindAt(until, '2999-01-01')).toBe('undecided');
    expect(kindAt([period(undefined, undefined, 'proposal')], '2025-01-01')).toBe('proposal');
    expect(kindAt([period(undefined, '2025-01-01')], '2025-01-02')).toBe('after');
    expect(kindAt([period('2026-01-01', undefined, 'intention')], '2025-12-31')).toBe('before');
  });
});
