import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseGlossary } from '../corpus/glossary.ts';
import { readIndex, type SearchIndex } from '../search/index-reader.ts';
import { questionIndexData } from '../search/question-index.ts';
import { HybridRetriever, RETRIEVAL } from '../search/retriever.ts';
import { statisticsByDay } from '../search/term-statistics.ts';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { plainMaps } from '../model/testing/plain-maps.ts';
import { smallDocument, writeSmallIndex } from '../search/testing/small-index.ts';
import { Answerer } from './answerer.ts';
import { CALIBRATION, type Calibration } from './calibration.ts';

/** Weights that look at few features, so that the numbers can be followed. */
const calibration: Calibration = {
  ...CALIBRATION,
  sentence: { bias: 0, terms: { vote: { weight: 1, mean: 0 }, coverage: { weight: 0.1, mean: 0 } } },
  answerability: { bias: 0, terms: { votesAnswered: { weight: 1, mean: 0 }, unasked: { weight: 1, mean: 0 } } },
  thresholds: { full: 0.5, lexical: 0.5 },
};
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

/** An answerer that knows one question about `bron`. */
async function knowing(question: string, sentence: string): Promise<Answerer> {
  const { vector } = await encoder.encodeQuery(question);
  const maps = plainMaps(encoder.dimensions);
  const questions = { ...questionIndexData([{ key: '1', sentences: [sentence], silent: [], hand: 'a', place: vector }], maps.measure, 'm'), background: Math.exp(-8) };
  const retriever = new HybridRetriever(index, encoder, RETRIEVAL, { maps, questions });
  return new Answerer({ index, retriever, glossary: parseGlossary(index.glossary), statistics: statisticsByDay(index), calibration });
}

describe('known questions', () => {
  const question = 'tot wanneer mag het overleg?';

  it('choose the sentence that answered them, and vouch for an answer', async () => {
    const { candidates, features, confidence } = await (await knowing(question, 'bron/1')).find(question, []);
    expect(candidates[0]!.text).toBe(term);
    expect(features.votesAnswered).toBeGreaterThan(0.9);
    expect(features.nearestQuestion).toBeCloseTo(1, 2);
    expect(confidence).toBeGreaterThan(0);
  });

  it('do not vouch for a question that is far from all of them', async () => {
    const { features, confidence } = await (await knowing('experiment eindigt', 'bron/1')).find('huisarts', []);
    expect(features.votesAnswered).toBeLessThan(0.1);
    expect(confidence).toBeLessThan(0.5);
  });

  it('say nothing about a document that nobody asked about', async () => {
    const { candidates, features, confidence } = await (await knowing('experiment eindigt', 'bron/1')).find('fietsplan medewerkers', []);
    expect(candidates[0]!.document.id).toBe('later');
    expect(candidates[0]!.features).not.toHaveProperty('vote');
    expect(features.unasked).toBe(1);
    expect(confidence).toBeGreaterThan(0);
  });
});
