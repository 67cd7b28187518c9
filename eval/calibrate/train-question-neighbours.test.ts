import { describe, expect, it } from 'vitest';
import { dot } from '../../server/model/floats.ts';
import { transformed } from '../../server/search/question-neighbours.ts';
import { trainQuestionNeighbours, type NeighbourExample } from './train-question-neighbours.ts';

/**
 * Questions in three directions: the third says what is asked for, the first two only how somebody talks. Each author talks in a
 * way of their own, so that by cosine an author's other question is nearer than another's same question.
 */
const asked = (author: string, talk: number, about: number): NeighbourExample => ({
  author,
  vector: Float32Array.of(Math.cos(talk), Math.sin(talk), 0.4 * about),
  answers: [about > 0 ? 'termijn' : 'contract'],
});
const examples = [0, 1.5, 3, 4.5].flatMap((talk, i) => [asked(`schrijver ${i}`, talk, 1), asked(`schrijver ${i}`, talk, -1)]);
const settings = { epochs: 200, rate: 0.02, penalty: 0.001, batch: 8, components: 3 };
const losses: number[] = [];
const learned = trainQuestionNeighbours(examples, 'm', settings, (_, loss) => losses.push(loss));
const cosine = (a: NeighbourExample, b: NeighbourExample) => dot(transformed(a.vector, learned), transformed(b.vector, learned));

describe('trainQuestionNeighbours', () => {
  it('brings together what has the same answer, whoever asks', () => {
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const plain = (a: NeighbourExample, b: NeighbourExample) => dot(a.vector, b.vector) / 1.16; // All are √1.16 long.
    const gap = (one: NeighbourExample, nearness: typeof cosine) => {
      const others = examples.filter(({ author }) => author !== one.author);
      const of = (right: boolean) => mean(others.filter(({ answers }) => (answers[0] === one.answers[0]) === right).map((other) => nearness(one, other)));
      return of(true) - of(false);
    };
    for (const one of examples) {
      expect(gap(one, plain)).toBeCloseTo(0.276, 2);
      expect(gap(one, cosine)).toBeGreaterThan(0.4);
    }
  });

  it('lowers its loss, and learns the same each time', () => {
    expect(losses.at(-1)!).toBeLessThan(0.3 * losses[0]!);
    expect(trainQuestionNeighbours(examples, 'm', settings)).toEqual(learned);
  });

  it('stays the cosine it started as under a heavy penalty', () => {
    const held = trainQuestionNeighbours(examples, 'm', { ...settings, penalty: 100 });
    for (const one of examples) {
      const off = { ...held, transform: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) };
      const [a, b] = [held, off].map((measure) => dot(transformed(one.vector, measure), transformed(examples[0]!.vector, measure)));
      expect(a).toBeCloseTo(b!, 1);
    }
  });

  it('keeps the directions in which questions differ most', () => {
    // Talk goes round in two directions of length 1; what is asked for is only 0.4 long.
    const two = trainQuestionNeighbours(examples, 'm', { ...settings, epochs: 0, components: 2 });
    expect(two.transform).toHaveLength(2 * 3);
    expect(two.vectors).toHaveLength(examples.length * 2);
    for (const row of [0, 1]) expect(Math.abs(two.transform[row * 3 + 2]!)).toBeLessThan(1e-6);
  });

  it('keeps each question with what answers it, and a background that a tenth of them falls short of', () => {
    expect(learned.sentences).toEqual(['contract', 'termijn']);
    expect(learned.answers).toEqual(examples.map(({ answers }) => [learned.sentences.indexOf(answers[0]!)]));
    expect(learned.background).toBeGreaterThan(0);
    expect(trainQuestionNeighbours([...examples, { ...examples[0]!, answers: [] }], 'm', settings).answers.at(-1)).toEqual([]);
  });
});
