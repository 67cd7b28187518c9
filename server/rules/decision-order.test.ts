import { describe, expect, it } from 'vitest';
import { decide, decisionOrder, type RouteInputs } from './decision-order.ts';

/** Everything in order; each line below adds the one thing it is about on top of all later ones. */
const fine: RouteInputs = { situation: 'true', arrange: 'true', choice: 'true', settled: 'true', dispute: 'true', phase: 'in-force' };

describe('the order of decisions', () => {
  it.each<[number, string, Partial<RouteInputs>]>([
    [10, 'van-toepassing', {}],
    [9, 'onbekend', { arrange: 'unknown' }],
    [8, 'nog-niet', { arrange: 'false' }],
    [7, 'betwist', { arrange: 'false', dispute: 'false' }],
    [6, 'onbekend', { arrange: 'false', dispute: 'false', situation: 'unknown' }],
    [5, 'onbekend', { arrange: 'false', dispute: 'false', phase: 'proposal' }],
    [5, 'onbekend', { arrange: 'false', dispute: 'false', phase: 'intention' }],
    [5, 'onbekend', { arrange: 'false', dispute: 'false', phase: 'undecided' }],
    [5, 'onbekend', { arrange: 'false', dispute: 'false', situation: 'unknown', settled: 'false' }],
    [4, 'conflict', { arrange: 'false', dispute: 'false', choice: 'false', settled: 'false', phase: 'undecided', situation: 'unknown' }],
    [3, 'verlopen', { arrange: 'false', dispute: 'false', choice: 'false', phase: 'after', situation: 'unknown' }],
    [2, 'nog-niet', { arrange: 'false', dispute: 'false', choice: 'false', phase: 'before', situation: 'unknown' }],
    [1, 'niet-van-toepassing', { arrange: 'false', dispute: 'false', choice: 'false', phase: 'before', situation: 'false' }],
  ])('line %i: %s', (line, status, inputs) => {
    expect(decide({ ...fine, ...inputs })).toMatchObject({ line, status });
  });

  it('an unknown choice, dispute or silence of the sources decides nothing', () => {
    expect(decide({ ...fine, choice: 'unknown', dispute: 'unknown', settled: 'unknown' }).line).toBe(10);
  });

  it.each<[string | undefined, Partial<RouteInputs>]>([
    ['bronnen', { phase: 'proposal' }],
    ['bronnen', { settled: 'false', situation: 'unknown' }],
    ['feit', { situation: 'unknown' }],
    ['feit', { arrange: 'unknown' }],
    [undefined, { arrange: 'false' }],
    [undefined, {}],
  ])('says whose answer lacks: %s', (because, inputs) => {
    expect(decide({ ...fine, ...inputs }).because).toBe(because);
  });

  it('has the ten lines of the design, numbered', () => {
    expect(decisionOrder.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
