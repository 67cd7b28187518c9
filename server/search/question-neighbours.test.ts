import { describe, expect, it } from 'vitest';
import type { CanonicalDocument } from '../corpus/document.ts';
import { decodeNeighbours, encodeNeighbours, NeighbourVotes, ownQuestionNeighbours, questionNeighbours, questionVector, sentenceId, transformed } from './question-neighbours.ts';

const floats = (...values: number[]) => Float32Array.from(values);
const identity = floats(1, 0, 0, 1);
const measure = { modelSha256: 'a'.repeat(64), sharpness: Math.LN2, background: 0, mean: floats(0, 0), transform: identity };
const text = 'Het loopt vijf jaar. Een contract is nodig.';
const document = { id: 'd', text, sentences: [{ start: 0, end: 20, block: 0 }, { start: 21, end: 43, block: 0 }] } as unknown as CanonicalDocument;
const [term, contract] = [sentenceId('Het loopt vijf jaar.'), sentenceId('Een contract is nodig.')];
/** "How long" lies along the first direction, "contract" along the second; against the first lies one without an answer. */
const learned = questionNeighbours(measure, [
  { vector: floats(1, 0), answers: [term] },
  { vector: floats(0, 1), answers: [contract] },
  { vector: floats(-1, 0), answers: [] },
]);
const votesFor = (vector: Float32Array, change = {}, documents = [document]) => new NeighbourVotes({ ...learned, ...change }, documents).votes(vector, floats(1));

describe('NeighbourVotes', () => {
  it('shares the votes by nearness: twice the weight for each step of cosine', () => {
    // Weights 2^(cosine − 1): 1, ½ and ¼, together 7/4.
    const { sentences, unanswered, answered } = votesFor(floats(1, 0));
    expect(sentences.get('d/0')).toBeCloseTo(4 / 7, 2);
    expect(sentences.get('d/1')).toBeCloseTo(2 / 7, 2);
    expect(unanswered).toBeCloseTo(1 / 7, 2);
    expect(answered).toBeCloseTo(6 / 7, 2);
  });

  it('gives few votes to a question far from all: the background counts against them', () => {
    const { sentences, answered, unanswered } = votesFor(floats(1, 0), { background: 7 / 4 });
    expect(sentences.get('d/0')).toBeCloseTo(2 / 7, 2);
    expect(answered + unanswered).toBeCloseTo(1 / 2, 2);
  });

  it('knows a sentence by its words wherever it stands, and forgets the votes for one that is gone', () => {
    const moved = { id: 'nieuw', text: 'Inleiding. Een con-\ntract is nodig.', sentences: [{ start: 0, end: 10, block: 0 }, { start: 11, end: 35, block: 0 }] } as unknown as CanonicalDocument;
    expect([...votesFor(floats(0, 1), {}, [moved]).sentences.keys()]).toEqual(['nieuw/1']);
  });

  it('compares in the learned measure, after the mean is taken off', () => {
    const swapped = { transform: floats(0, 1, 1, 0), mean: floats(0.5, 0) };
    expect([...transformed(floats(1.5, 0), { ...measure, ...swapped })]).toEqual([0, 1]);
    expect(votesFor(floats(1.5, 0), swapped).sentences.get('d/1')).toBeGreaterThan(votesFor(floats(1.5, 0), swapped).sentences.get('d/0')!);
  });
});

it('a question is the weighted sum of its tokens, of unit length', () => {
  // ¾(1, 0) + ¼(0, 1) has length √10 / 4.
  expect([...questionVector(floats(1, 0, 0, 1), floats(0.75, 0.25))]).toEqual([3, 1].map((x) => expect.closeTo(x / Math.sqrt(10), 5) as number));
});

it('learned questions come back from their file as they went in', () => {
  expect(decodeNeighbours(encodeNeighbours(learned))).toEqual(learned);
});

it('the project’s own are for its own embedding model only', () => {
  expect(ownQuestionNeighbours('0'.repeat(64))).toBeUndefined();
});
