import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readIndex } from './index-reader.ts';
import { questionIndexData } from './question-index.ts';
import { HybridRetriever, mix, RETRIEVAL, type LearnedRetrieval } from './retriever.ts';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { plainMaps } from '../model/testing/plain-maps.ts';
import { SMALL_DOCUMENTS, smallContent, writeSmallIndex } from './testing/small-index.ts';

describe('mix', () => {
  const score = (...values: number[]) => (id: number) => values[id]!;

  it('adds scores that were scaled to 0…1 first, so that no unit outweighs another', () => {
    // 10…30 and 0.1…0.2 scale to (0, 1, ½) and (1, 0, ½): ¼·0+¾·1, ¼·1+¾·0, ½.
    expect(mix([0, 1, 2], [[score(10, 30, 20), 0.25], [score(0.2, 0.1, 0.15), 0.75]])).toEqual([
      { id: 0, score: 0.75 },
      { id: 2, score: expect.closeTo(0.5, 10) as number },
      { id: 1, score: 0.25 },
    ]); // prettier-ignore
  });

  it('adds what is not to be scaled as it is', () => {
    expect(mix([0, 1], [[score(10, 30), 0.5]], score(0.7, 0.1))).toEqual([{ id: 0, score: 0.7 }, { id: 1, score: 0.6 }]);
  });

  it('breaks ties by id, and takes a score that is the same for all as nothing', () => {
    expect(mix([2, 0, 1], [[score(5, 5, 5), 1]])).toEqual([{ id: 0, score: 0 }, { id: 1, score: 0 }, { id: 2, score: 0 }]); // prettier-ignore
    expect(mix([], [[score(), 1]])).toEqual([]);
  });

  it('keeps the order of a single score whatever its unit', () => {
    const scores = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 50 }), fc.integer({ min: -50, max: 50 }), (values, factor, shift) => {
        const ids = values.map((_, id) => id);
        const ranked = mix(ids, [[(id) => values[id]! * factor + shift, 0.3]]);
        expect(ranked.map(({ id }) => id)).toEqual([...ids].sort((a, b) => values[b]! - values[a]!));
        for (const { score: mixed } of ranked) expect(mixed).toSatisfy((x: number) => x >= 0 && x <= 0.3);
      }),
    );
  });
});

describe('HybridRetriever', async () => {
  const root = await mkdtemp(join(tmpdir(), 'retriever-'));
  afterAll(() => rm(root, { recursive: true, force: true }));
  const encoder = new FakeEncoder();
  await writeSmallIndex(root, encoder);
  const index = await readIndex(root);
  const retriever = new HybridRetriever(index, encoder);
  const query = (text: string) => ({ text, terms: index.analyser.queryTerms(text) });

  it('looks for what an adapter makes of the question', async () => {
    const { dimensions } = encoder;
    const importance = new Float32Array(dimensions);
    // Only the last token counts: everything along the vector of the last word, nothing along that of the first.
    const { vectors } = await encoder.encodeQuery('huisarts patiënt');
    for (let i = 0; i < dimensions; i += 1) importance[i] = 20 * (vectors[dimensions + i]! - vectors[i]!);
    const adapter = { down: new Float32Array(0), up: new Float32Array(0), importance };
    const adapted = await new HybridRetriever(index, encoder, RETRIEVAL, { maps: plainMaps(dimensions, { adapter }) }).retrieve(query('huisarts patiënt'));
    const plain = await new HybridRetriever(index, encoder, RETRIEVAL).retrieve(query('huisarts patiënt'));
    expect(adapted.tokenWeights![1]!).toBeGreaterThan(plain.tokenWeights![1]!);
    expect(adapted.tokenWeights![0]! + adapted.tokenWeights![1]!).toBeCloseTo(1, 6);
  });

  it('follows the votes of learned questions to a sentence said in other words', async () => {
    const question = query('overleg gemeente');
    const { vector } = await encoder.encodeQuery(question.text);
    const maps = plainMaps(encoder.dimensions);
    const questions = { ...questionIndexData([{ key: '1', sentences: ['handleiding/1'], silent: [], hand: 'a', place: vector }], maps.measure, 'm'), background: 0 };
    const found = (learned: LearnedRetrieval) => new HybridRetriever(index, encoder, { ...RETRIEVAL, voteWeight: 2 }, { maps, ...learned }).retrieve(question);
    const { passages, votes } = await found({ questions });
    expect(passages[0]!.passage.id).toBe('handleiding#1');
    expect([...votes!.sentences]).toEqual([['handleiding/1', expect.closeTo(1, 5)]]);
    expect([...votes!.documents]).toEqual(['handleiding']);
    const without = await found({});
    expect(without.passages[0]?.passage.id).not.toBe('handleiding#1');
    expect(without.votes).toBeUndefined();
  });

  it('ranks by words, gist and tokens together', async () => {
    const { passages, semantic, tokenWeights } = await retriever.retrieve(query('wie betaalt de huisarts'));
    expect(passages.map(({ passage }) => passage.id)).toEqual(['brief#0', 'handleiding#0', 'handleiding#1']);
    expect(semantic).toBe(true);
    expect(tokenWeights).toHaveLength(4);
    const [best, second] = passages;
    expect(best!.lexical).toBeGreaterThan(second!.lexical);
    expect(best!.dense).toBeGreaterThan(second!.dense);
    expect(best!.late).toBeGreaterThan(second!.late);
    expect(best!.document.id).toBe('brief');
  });

  it('finds by meaning what shares no word with the question', async () => {
    const { passages } = await retriever.retrieve({ text: 'experiment eindigt', terms: [] });
    expect(passages[0]).toMatchObject({ passage: { id: 'handleiding#1' }, lexical: 0 });
  });

  it('goes by words alone when told to, without asking the encoder', async () => {
    const { passages, semantic, tokenWeights } = await retriever.retrieveLexically(query('gemeente overleg'));
    expect(passages.map(({ passage }) => passage.id)).toEqual(['handleiding#0']);
    expect(passages[0]).toMatchObject({ dense: 0, late: 0 });
    expect({ semantic, tokenWeights }).toEqual({ semantic: false, tokenWeights: undefined });
  });

  it('on a given day, leaves out what no longer holds before candidates are chosen', async () => {
    const dir = join(root, 'superseded');
    const [handleiding, brief] = SMALL_DOCUMENTS;
    await writeSmallIndex(dir, encoder, { documents: [handleiding!, { ...brief!, supersededOn: '2025' }] });
    const one = new HybridRetriever(await readIndex(dir), encoder, { ...RETRIEVAL, candidates: 1 });
    const found = async (text: string, day?: string) => {
      const both = [await one.retrieve(query(text), day), await one.retrieveLexically(query(text), day)];
      return both.map(({ passages }) => passages.map(({ passage }) => passage.id));
    };
    // The brief is the better find; with one candidate it would leave no room for what holds.
    const question = 'wie betaalt de huisarts';
    expect(await found(question)).toEqual([['brief#0'], ['brief#0']]);
    expect(await found(question, '2024-12-31')).toEqual([['brief#0'], ['brief#0']]);
    expect(await found(question, '2025-01-01')).toEqual([['handleiding#0'], ['handleiding#0']]);
  });

  it('finds nothing where nothing holds', async () => {
    const dir = join(root, 'all-superseded');
    await writeSmallIndex(dir, encoder, { documents: SMALL_DOCUMENTS.map((document) => ({ ...document, supersededOn: '2025' })) });
    const none = new HybridRetriever(await readIndex(dir), encoder);
    expect((await none.retrieve(query('betaalt'), '2026-01-01')).passages).toEqual([]);
    expect((await none.retrieveLexically(query('betaalt'), '2026-01-01')).passages).toEqual([]);
  });

  it('does without token vectors', async () => {
    const dir = join(root, 'without');
    const content = await smallContent(encoder);
    await writeSmallIndex(dir, encoder, { tokens: undefined, model: { ...content.model, lateInteraction: false } });
    const bare = new HybridRetriever(await readIndex(dir), encoder);
    const { passages, tokenWeights } = await bare.retrieve(query('wie betaalt de huisarts'));
    expect(passages.map(({ passage }) => passage.id)).toEqual(['brief#0', 'handleiding#0', 'handleiding#1']);
    expect(passages.every(({ late, similarities }) => late === 0 && similarities === undefined)).toBe(true);
    expect(tokenWeights).toBeUndefined();
  });

  it('looks at no more candidates than allowed', async () => {
    const settings = { lexicalWeight: 1, denseWeight: 0, lateWeight: 0, windowWeight: 0, voteWeight: 0, candidates: 2 };
    expect((await new HybridRetriever(index, encoder, settings).retrieve(query('betaalt'))).passages).toHaveLength(2);
  });
});
