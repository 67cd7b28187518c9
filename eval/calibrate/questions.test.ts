import { describe, expect, it } from 'vitest';
import type { LabelledQuestion } from '../load/load-practice.ts';
import { fewOfEach, foldOf } from './questions.ts';

function entry(...questions: string[]): LabelledQuestion[] {
  const evidence = [{ anyOf: [] }];
  return questions.map((question) => ({ question, history: [], evidence, abstain: false, file: 'a.yaml' }));
}
const texts = (questions: LabelledQuestion[]) => questions.map(({ question }) => question);

describe('fewOfEach', () => {
  it('takes at most so many of each entry, spread over it', () => {
    const questions = [...entry('a', 'b', 'c', 'd', 'e', 'f'), ...entry('x'), ...entry('p', 'q', 'r')];
    expect(texts(fewOfEach(questions, 2))).toEqual(['a', 'd', 'x', 'p', 'r']);
    expect(texts(fewOfEach(questions, 1))).toEqual(['a', 'x', 'p']);
    expect(texts(fewOfEach(questions, 9))).toEqual(texts(questions));
  });
});

describe('foldOf', () => {
  it('puts a file in the same fold whatever other files there are, and files in all folds', () => {
    const folds = Array.from({ length: 60 }, (_, i) => foldOf(`schrijver-${i}.yaml`, 3));
    expect(new Set(folds)).toEqual(new Set([0, 1, 2]));
    expect(foldOf('schrijver-7.yaml', 3)).toBe(folds[7]);
  });
});
