import { expect, it } from 'vitest';
import { linear } from '../../server/answer/linear-model.ts';
import { fitListwise } from './listwise.ts';

it('learns what puts the right one first, whatever lies the same for all', () => {
  const list = (right: number) => ({ features: [0, 1, 2].map((i) => ({ good: Number(i === right), noise: (right * 7 + i * 3) % 5, same: right })), gains: [0, 1, 2].map((i) => Number(i === right)), weight: 1 });
  const model = fitListwise([0, 1, 2, 0, 2, 1].map(list), ['good', 'noise', 'same'], 1e-3);
  const { features } = list(1);
  const scores = features.map((each) => linear(each, model));
  expect(scores.indexOf(Math.max(...scores))).toBe(1);
  expect(model.terms['good']!.weight).toBeGreaterThan(Math.abs(model.terms['noise']!.weight) * 3);
  expect(model.terms['same']!.weight).toBeCloseTo(0, 5);
});

it('passes over lists in which nothing answers', () => {
  const model = fitListwise([{ features: [{ a: 1 }, { a: 0 }], gains: [0, 0], weight: 1 }], ['a'], 0.1);
  expect(model.terms['a']!.weight).toBe(0);
});
