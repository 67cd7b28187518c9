import { describe, expect, it } from 'vitest';
import { adaptQuery } from '../../server/model/query-adapter.ts';
import { maxSim, quantise, TokenIndex } from '../../server/search/token-index.ts';
import type { AdapterExample, TrainingCorpus } from './late-interaction-loss.ts';
import { trainQueryAdapter, TRAINING } from './train-query-adapter.ts';

/**
 * A world of four directions. Documents say "betaaltitel" (0), "evaluatie" (1) and "overleg" (2); people also say
 * "potje" (3), which lies in a direction of its own and means "betaaltitel".
 */
const axis = (i: number) => Float32Array.from({ length: 4 }, (_, j) => Number(i === j));
const row = (...directions: number[]) => Float32Array.from(directions.flatMap((i) => [...axis(i)]));
const corpus: TrainingCorpus = {
  tokens: new TokenIndex({
    dimensions: 4,
    ...quantise(row(1, 2, 0, 2, 1), 4),
    ids: Int32Array.from([1, 2, 0, 2, 1]),
    passageStarts: [0, 2, 4, 5],
    sentenceRanges: [[[0, 1], [1, 2]], [[2, 3], [3, 4]], [[4, 5]]],
  }), // prettier-ignore
  passages: [passage('a', 0, 2), passage('b', 0, 2), passage('c', 0, 1)],
  isHeading: (documentId) => documentId === 'c',
};
const asked = (directions: number[], ...answers: string[]): AdapterExample => ({
  vectors: row(...directions),
  weights: new Float32Array(directions.length).fill(1 / directions.length),
  passages: [0, 1, 2],
  answers: new Set(answers),
});
const examples = [asked([3, 2], 'b/0'), asked([3], 'b/0'), asked([1], 'a/0'), asked([0], 'b/0'), asked([1, 2], 'a/0')];
const settings = { ...TRAINING, rank: 2, epochs: 150, rate: 0.01, penalty: 0.001, batch: 5 };

function passage(documentId: string, first: number, last: number): TrainingCorpus['passages'][number] {
  return { id: `${documentId}#0`, documentId, start: 0, end: 1, sentences: [first, last], headings: [], page: 1 } as unknown as TrainingCorpus['passages'][number];
}

const late = (example: AdapterExample, at: [passage: number, sentence: number], adapter = trained) => {
  const { vectors, weights } = adaptQuery(adapter, example.vectors, example.weights);
  const similarities = corpus.tokens.similarities(quantise(vectors, 4), at[0]);
  return maxSim(similarities, weights, ...corpus.tokens.sentenceRanges(at[0])[at[1]]!);
};

const losses: number[] = [];
const trained = trainQueryAdapter(examples, corpus, 'm', settings, (_, loss) => losses.push(loss));

describe('trainQueryAdapter', () => {
  it('learns a word that people use for one of the documents', () => {
    // Before, "potje" is like nothing (0 everywhere); after, it is nearest to "betaaltitel".
    expect(late(asked([3]), [1, 0])).toBeGreaterThan(0.3);
    expect(late(asked([3]), [1, 0])).toBeGreaterThan(late(asked([3]), [0, 0]) + 0.3);
    expect(late(asked([3]), [1, 0])).toBeGreaterThan(late(asked([3]), [1, 1]) + 0.3);
  });

  it('keeps what was right', () => {
    expect(late(asked([1]), [0, 0])).toBeGreaterThan(0.8);
    expect(late(asked([0]), [1, 0])).toBeGreaterThan(0.8);
  });

  it('learns which words matter: "overleg" stands everywhere', () => {
    const { weights } = adaptQuery(trained, row(3, 2), Float32Array.of(0.5, 0.5));
    expect(weights[0]!).toBeGreaterThan(weights[1]!);
  });

  it('lowers its loss, and learns the same each time', () => {
    expect(losses.at(-1)!).toBeLessThan(0.5 * losses[0]!);
    expect(trainQueryAdapter(examples, corpus, 'm', settings)).toEqual(trained);
  });

  it('changes less under a heavier penalty', () => {
    const shift = (penalty: number) => late(asked([3]), [1, 0], trainQueryAdapter(examples, corpus, 'm', { ...settings, penalty }));
    expect(shift(1)).toBeLessThan(shift(0.001));
  });
});
