import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseGlossary } from '../corpus/glossary.ts';
import { readIndex, type SearchIndex } from '../search/index-reader.ts';
import { questionNeighbours, questionVector, sentenceId } from '../search/question-neighbours.ts';
import { HybridRetriever, RETRIEVAL } from '../search/retriever.ts';
import { statisticsByDay } from '../search/term-statistics.ts';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { smallDocument, writeSmallIndex } from '../search/testing/small-index.ts';
import { Answerer } from './answerer.ts';
import type { Weights } from './calibration.ts';

/** Weights that look at one feature only, so that the numbers can be followed. */
const only = (sentence: string, answerability: string, threshold: number): Weights => ({
  sentence: { bias: 0, terms: { [sentence]: { weight: 1, mean: 0 } } },
  answerability: { bias: 0, terms: { [answerability]: { weight: 1, mean: 0 } } },
  thresholds: { full: threshold, lexical: threshold },
});
const calibration = { voted: only('vote', 'votesAnswered', 0.5), unvoted: only('coverage', 'coverageCited', 0.5) };
const encoder = new FakeEncoder();
const term = 'Het experiment eindigt uiterlijk in 2029.';
let root: string;
let index: SearchIndex;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'votes-'));
  await writeSmallIndex(root, encoder, {
    documents: [smallDocument('bron', ['De gemeente betaalt het overleg tussen zorgverleners.', term]), smallDocument('later', ['Een fietsplan geldt voor alle medewerkers.'])],
  });
  index = await readIndex(root);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** An answerer that learned one question about `bron`, with or without an answer. */
async function learnedFrom(question: string, answers: string[]): Promise<Answerer> {
  const { ids, vectors } = await encoder.encodeQuery(question);
  const mean = new Float32Array(encoder.dimensions);
  const transform = Float32Array.from({ length: encoder.dimensions ** 2 }, (_, i) => Number(i % (encoder.dimensions + 1) === 0));
  const measure = { modelSha256: encoder.modelSha256, sharpness: 15, background: Math.exp(-15), mean, transform };
  const neighbours = questionNeighbours(measure, [
    { vector: questionVector(vectors, await index.tokenWeights(ids)), answers },
    { vector: Float32Array.from(mean, (_, i) => Number(i === 0)), answers: [sentenceId('De gemeente betaalt het overleg tussen zorgverleners.')] },
  ]);
  const retriever = new HybridRetriever(index, encoder, RETRIEVAL, { adapter: null, neighbours });
  return new Answerer({ index, retriever, glossary: parseGlossary(index.glossary), statistics: statisticsByDay(index), calibration });
}

describe('the votes of learned questions', () => {
  const question = 'tot wanneer mag het overleg?';

  it('choose the sentence that answered them, and vouch for an answer', async () => {
    const { candidates, features, confidence } = await (await learnedFrom(question, [sentenceId(term)])).find(question, []);
    expect(candidates[0]!.text).toBe(term);
    expect(features.votesAnswered).toBeGreaterThan(0.9);
    expect(confidence).toBeGreaterThan(0);
  });

  it('speak against an answer where the sources had none', async () => {
    const { features, confidence } = await (await learnedFrom(question, [])).find(question, []);
    expect(features.votesUnanswered).toBeGreaterThan(0.9);
    expect(confidence).toBeLessThan(0);
  });

  it('say nothing about a document that nothing was learned about', async () => {
    const { candidates, features, confidence } = await (await learnedFrom(question, [sentenceId(term)])).find('fietsplan medewerkers', []);
    expect(candidates[0]!.document.id).toBe('later');
    expect(candidates[0]!.features).not.toHaveProperty('vote');
    expect(features).not.toHaveProperty('votesAnswered');
    expect(confidence).toBeGreaterThan(0);
  });
});
