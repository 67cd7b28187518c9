import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEuros, formatPercentage, parseEuros, parsePercentage, sumOfPercentages } from './money.ts';

describe('parseEuros', () => {
  it.each([
    ['200.000', '200000'],
    ['1.250,50', '1250.50'],
    ['€ 1 250,5', '1250.5'],
    ['1250.50', '1250.50'],
    ['1.5', '1.5'],
    ['12,-', '12'],
    ['0,10', '0.10'],
  ])('reads %s', (typed, amount) => expect(parseEuros(typed)).toBe(amount));

  it.each(['', 'duizend', '-5', '1,234,5', '1e5', '12,345', 'NaN'])('refuses %j', (typed) => expect(parseEuros(typed)).toBeUndefined());

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.nat(99), (euros, cents) => {
        const amount = `${euros}.${String(cents).padStart(2, '0')}`;
        expect(parseEuros(formatEuros(amount))).toBe(amount);
      }),
    );
  });
});

describe('percentages', () => {
  it('are read and written as Dutch does', () => {
    expect(parsePercentage(' 12,5 %')).toBe('12.5');
    expect(parsePercentage('33.333')).toBe('33.333');
    expect(parsePercentage('tien')).toBeUndefined();
    expect(formatPercentage('12.50')).toBe('12,5');
    expect(formatPercentage('100')).toBe('100');
  });

  it('are summed without rounding', () => {
    expect(sumOfPercentages(['10', '20', '70'])).toBe('100');
    expect(sumOfPercentages(['33,3333333333', '66,6666666667', ''])).toBe('100');
    expect(sumOfPercentages(['0,1', '0,2'])).toBe('0.3');
    expect(sumOfPercentages([])).toBe('0');
    expect(sumOfPercentages(['tien'])).toBeUndefined();
  });
});

describe('formatEuros', () => {
  it.each([
    ['200000.00', '€\u00a0200.000,00'],
    ['0.5', '€\u00a00,50'],
    ['1234567', '€\u00a01.234.567,00'],
  ])('%s', (amount, shown) => expect(formatEuros(amount)).toBe(shown));
});
