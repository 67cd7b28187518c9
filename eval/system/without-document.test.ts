import { expect, test } from 'vitest';
import { questionNeighbours, transformed } from '../../server/search/question-neighbours.ts';
import { withoutSentences } from './without-document.ts';

const measure = { modelSha256: 'x', sharpness: 1, background: 0, mean: new Float32Array(2), transform: Float32Array.of(1, 0, 0, 1) };
const question = (x: number, y: number, ...answers: string[]) => ({ vector: transformed(Float32Array.of(x, y), measure), answers });

test('links to the sentences go, and the questions that are left without one', () => {
  const learned = questionNeighbours(measure, [question(1, 0, 'a'), question(0, 1, 'a', 'b'), question(1, 1), question(-1, 0, 'b', 'c')]);
  const left = withoutSentences(learned, new Set(['a']));
  expect(left.answers.map((answers) => answers.map((at) => left.sentences[at]))).toEqual([['b'], [], ['b', 'c']]);
  // Each question keeps its own vector.
  expect([...left.vectors]).toEqual([...learned.vectors.slice(2)]);
  expect([...left.scales]).toEqual([...learned.scales.slice(1)]);
});

test('nothing to take away: nothing changes', () => {
  const learned = questionNeighbours(measure, [question(1, 0, 'a'), question(0, 1, 'b')]);
  expect(withoutSentences(learned, new Set(['z']))).toEqual(learned);
});
