import { describe, expect, it } from 'vitest';
import { evidenceScore, prepareEvidence, type EvidenceHead } from './evidence-head.ts';

const floats = (...values: number[]) => Float32Array.from(values);
/** Two dimensions, one hidden unit; nothing counts but what a test sets. */
const head = (change: Partial<EvidenceHead> = {}): EvidenceHead => ({
  question: floats(0, 0),
  sentence: floats(0, 0),
  product: floats(0, 0),
  bias: floats(0),
  output: floats(0),
  importance: floats(0, 0),
  idfPower: 1,
  windowSlope: 0,
  ownSlope: 0,
  worst: 0,
  offset: 0,
  meaning: { question: floats(0, 0), sentence: floats(0, 0), output: floats(0), mean: floats(0, 0) },
  ...change,
});
const question = { vectors: floats(1, 0, 0, 1), weights: floats(0.75, 0.25) };
const met = { window: [0.9, 0.7], own: [0.8, 0.3], vectorOf: (token: number) => (token === 0 ? floats(0.6, 0.8) : floats(0, 1)), mean: floats(1, 0) };
const score = (change: Partial<EvidenceHead>) => {
  const one = head(change);
  return evidenceScore(one, prepareEvidence(one, question.vectors, question.weights), met);
};

describe('evidenceScore', () => {
  it('adds up how well each token is met, by its weight', () => {
    // 4 · (¾ · (0.8 − ½) + ¼ · (0.3 − ½)) = 4 · 0.175
    expect(score({ ownSlope: 1 })).toBeCloseTo(0.7, 5);
    expect(score({ windowSlope: 1 })).toBeCloseTo(4 * (0.75 * 0.4 + 0.25 * 0.2), 5);
  });

  it('lets importance move weight from one token to the other', () => {
    // e^{ln 9} · ¼ against ¾: shares ¼ and ¾
    expect(score({ ownSlope: 1, importance: floats(0, Math.log(9)) })).toBeCloseTo(4 * (0.25 * 0.3 + 0.75 * -0.2), 4);
  });

  it('sees the worst met token', () => {
    expect(score({ worst: 2, offset: 1 })).toBeCloseTo(1 + 2 * 0.3, 6);
  });

  it('reads token, counterpart and product through the hidden unit, which is never negative', () => {
    // Token 0: 4 · (1 · 0.6) · 0.5 = 1.2; token 1: 4 · (1 · 1) · −0.5 < 0, so 0.
    expect(score({ product: floats(0.5, -0.5), output: floats(1) })).toBeCloseTo(4 * 0.75 * 1.2, 5);
    // Token 0: bias 1 − 0.6; token 1: bias 1 − 0.
    expect(score({ sentence: floats(-1, 0), bias: floats(1), output: floats(1) })).toBeCloseTo(4 * (0.75 * 0.4 + 0.25 * 1), 5);
  });

  it('compares the question as a whole with the sentence as a whole', () => {
    // The question's mean is (¾, ¼).
    expect(score({ meaning: { question: floats(1, 0), sentence: floats(1, 0), output: floats(2), mean: floats(0, 0) } })).toBeCloseTo(2 * Math.tanh(0.75) * Math.tanh(1), 5);
  });
});

it('a long question is read by its heaviest tokens, in order', () => {
  const weights = Float32Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? 0.05 : 0.01));
  const { tokens } = prepareEvidence(head(), new Float32Array(60), weights);
  expect(tokens).toHaveLength(24);
  expect(tokens.slice(0, 3)).toEqual([0, 1, 2]);
  expect(tokens).not.toContain(29);
});
