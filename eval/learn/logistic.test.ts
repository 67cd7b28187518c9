import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linear } from '../../server/answer/linear-model.ts';
import { fitLogistic } from './logistic.ts';

describe('fitLogistic', () => {
  it('without a penalty gives the log-odds of a two by two table', () => {
    // 30 of 40 with the feature, 10 of 40 without: log(3) and log(1/3), worked out by hand.
    const rows = [...Array(40).keys()].flatMap((i) => [
      { features: { x: 1 }, label: i < 30 },
      { features: { x: 0 }, label: i < 10 },
    ]);
    const model = fitLogistic(rows, ['x'], 0, 2000);
    expect(linear({ x: 1 }, model)).toBeCloseTo(Math.log(3), 3);
    expect(linear({ x: 0 }, model)).toBeCloseTo(-Math.log(3), 3);
  });

  it('shrinks with the penalty and counts an absent feature as the mean', () => {
    const rows = [0, 1, 2, 3].map((x) => ({ features: x === 3 ? {} : { x }, label: x > 1 }));
    const loose = fitLogistic(rows, ['x'], 0.1);
    const tight = fitLogistic(rows, ['x'], 10);
    expect(Math.abs(tight.terms['x']!.weight)).toBeLessThan(Math.abs(loose.terms['x']!.weight));
    expect(loose.terms['x']!.mean).toBe(1);
    expect(linear({}, loose)).toBe(loose.bias);
  });

  it('does not depend on the scale of a feature', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.boolean()), { minLength: 6, maxLength: 30 }), fc.integer({ min: 2, max: 1000 }), (pairs, factor) => {
        const fit = (scale: number) => {
          const model = fitLogistic(pairs.map(([x, label]) => ({ features: { x: x * scale }, label })), ['x'], 1, 200);
          return pairs.map(([x]) => linear({ x: x * scale }, model));
        };
        fit(factor).forEach((value, i) => expect(value).toBeCloseTo(fit(1)[i]!, 6));
      }),
      { numRuns: 20 },
    );
  });
});
