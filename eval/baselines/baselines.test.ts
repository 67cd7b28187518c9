import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Embeddings } from '@langchain/core/embeddings';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CanonicalDocument, Passage } from '../../server/corpus/document.ts';
import type { EncodedText, Encoder } from '../../server/model/encoder.ts';
import type { SearchIndex } from '../../server/search/index-reader.ts';
import { wordsOf } from '../../server/search/count-words.ts';
import { LexicalIndex } from '../../server/search/lexical-index.ts';
import { QueryAnalyser } from '../../server/search/query-analyser.ts';
import { ExactIndex } from '../../server/search/vector-index.ts';
import { CompoundSplitter } from '../../server/text/compounds.ts';
import { caseQuestion, documentQuestion } from '../collections/collection.ts';
import { documents, evaluationCase, item, textOf } from '../testing/fixtures.ts';
import { answerCases, compareSystems, recallByRank, searchAll, systemFigures } from './compare-systems.ts';
import { hybridVariants } from './hybrid-variants.ts';
import { langchainPipeline, splitAsTutorial, TUTORIAL } from './langchain-pipeline.ts';
import { CachedEncoder } from './cached-encoder.ts';

/** A vector that can be checked by eye: how often the letters a and e occur, and a little of everything. */
const vectorOf = (text: string): number[] => {
  const counts = [text.split('a').length - 1, text.split('e').length - 1, 1];
  const length = Math.hypot(...counts);
  return counts.map((count) => count / length);
};

class LetterEmbeddings extends Embeddings {
  calls = 0;
  embedDocuments(texts: string[]): Promise<number[][]> {
    this.calls += texts.length;
    return Promise.resolve(texts.map(vectorOf));
  }
  embedQuery(text: string): Promise<number[]> {
    return Promise.resolve(vectorOf(text));
  }
}

const encoder: Encoder = {
  dimensions: 3,
  modelSha256: 'letters',
  encodeQuery: (text): Promise<EncodedText> => Promise.resolve({ ids: [], vectors: new Float32Array(), parts: [], vector: Float32Array.from(vectorOf(text)) }),
  encodePassage: () => Promise.reject(new Error('not used')),
};

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'eval-baselines-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('the tutorial pipeline', () => {
  const long = { id: 'lang', text: Array.from({ length: 60 }, (_, at) => `Zin nummer ${at} gaat over betalen.${at % 6 === 5 ? '\n\n' : ' '}`).join('') };

  test('cuts as the tutorial does and keeps the place of each piece', async () => {
    const chunks = await splitAsTutorial(long);
    expect(chunks.length).toBeGreaterThan(2);
    let before = -1;
    for (const { pageContent, metadata } of chunks) {
      expect(long.text.slice(metadata.start, metadata.end)).toBe(pageContent);
      expect(pageContent.length).toBeLessThanOrEqual(TUTORIAL.chunkSize);
      expect(metadata.start).toBeGreaterThan(before);
      before = metadata.start;
    }
  });

  test('finds the nearest pieces, and embeds only once', async () => {
    const embeddings = new LetterEmbeddings({});
    const texts = [{ id: 'a', text: 'aaaa aaa' }, { id: 'e', text: 'eeee eee' }]; // prettier-ignore
    const system = await langchainPipeline(texts, { embeddings, modelSha256: 'letters', cacheDir: dir });
    expect(await system.search('aaa', 2)).toEqual([{ documentId: 'a', start: 0, end: 8 }, { documentId: 'e', start: 0, end: 8 }]); // prettier-ignore
    const again = await langchainPipeline(texts, { embeddings, modelSha256: 'letters', cacheDir: dir });
    expect((await again.search('ee', 1))[0]?.documentId).toBe('e');
    expect(embeddings.calls).toBe(2);
    await langchainPipeline(texts, { embeddings, modelSha256: 'another', cacheDir: dir });
    expect(embeddings.calls).toBe(4);
    expect((await readdir(dir)).filter((name) => name.includes('bouw'))).toEqual([]);
  });

  test('answers with its first four pieces and never abstains', async () => {
    const pieces = ['regeling', 'brief'].map((documentId) => ({ documentId, start: 0, end: textOf(documentId).length }));
    const system = { id: 'langchain', label: '', role: 'baseline' as const, search: vi.fn(() => Promise.resolve(pieces)) };
    const [result] = await answerCases(system, [evaluationCase()], documents);
    expect(system.search).toHaveBeenCalledWith('Tot wanneer loopt het?', 4);
    expect(result?.ask.answer?.citations.map(({ quote }) => quote)).toEqual([textOf('regeling'), textOf('brief')]);
    expect(result?.scores).toMatchObject({ right: true, abstained: false, citations: { itemsCited: [true] } });
  });
});

describe('words, dense and both', () => {
  const texts = ['aaaa aaa overeenkomst', 'eeee eee lumpsum', 'eeee aaaa tarief'];
  const passages: Passage[] = texts.map((text, at) => ({ id: `d#${at}`, documentId: 'd', start: at * 100, end: at * 100 + text.length, headings: [], sentences: [at, at + 1] }));
  const splitter = new CompoundSplitter(wordsOf([{ text: texts.join(' ') }]));
  const lexical = LexicalIndex.build(texts.map((text) => ({ text, headings: '', document: '' })), splitter);
  const vectors = new ExactIndex(Float32Array.from(texts.flatMap(vectorOf)), 3);
  const index = {
    analyser: new QueryAnalyser(splitter),
    passages: async (ordinals) => ordinals.map((ordinal) => ({ passage: passages[ordinal]!, document: {} as CanonicalDocument })),
    lexical: async (terms, limit) => lexical.search(terms, limit),
    dense: async (vector, limit) => vectors.search(vector, limit),
  } satisfies Partial<SearchIndex> as unknown as SearchIndex;
  const [words, dense, both] = hybridVariants(index, encoder);

  const ranking = async (system: typeof words, query: string): Promise<number[]> => (await system!.search(query, 3)).map(({ start }) => start / 100);

  test('words alone rank by words, and leave the rest out', async () => {
    expect(await ranking(words, 'lumpsum')).toEqual([1]);
  });

  test('dense alone ranks all by nearness', async () => {
    expect(await ranking(dense, 'aaaaa')).toEqual([0, 2, 1]);
  });

  test('both together weigh half each', async () => {
    // Nearness alone puts 0 first; the word, which only 2 has, lifts it above.
    expect((await ranking(dense, 'haha baba tarief'))[0]).toBe(0);
    expect((await ranking(both, 'haha baba tarief'))[0]).toBe(2);
    expect(await ranking(both, 'aaaaaa')).toEqual([0, 2, 1]);
  });
});

describe('comparing systems', () => {
  const score = (ndcg10: number, firstRank?: number) => ({ ndcg10, mrr10: ndcg10, recall1: 0, recall5: 0, recall10: 0, ...(firstRank !== undefined && { firstRank }) });

  test('difference per question, and recall by rank', () => {
    const figures = systemFigures({ id: 'x', label: 'X', role: 'baseline' }, [score(0.5, 2), score(0.25)], [score(1, 1), score(0.5, 3)]);
    expect(figures.means.ndcg10.value).toBe(0.375);
    expect(figures.ahead.ndcg10).toMatchObject({ value: 0.375, low: 0.25, high: 0.5, n: 2 });
    expect(figures.recallByRank.slice(0, 3)).toEqual([0, 0.5, 0.5]);
    expect(recallByRank([score(1, 1), score(1, 3)]).slice(0, 4)).toEqual([0.5, 0.5, 1, 1]);
  });

  test('every system gets the same questions; the first is ours where no scores are given', async () => {
    const finds = (id: string, ...found: string[]) => ({ id, label: id, role: 'baseline' as const, search: () => Promise.resolve(found.map((documentId) => ({ documentId, start: 0, end: 1 }))) });
    const collection = { name: 'Proef', documents: [], questions: [documentQuestion('wat?', 'a'), documentQuestion('hoe?', 'b')] };
    const { n, systems } = await compareSystems(collection, [finds('ours', 'a', 'b'), finds('theirs', 'c', 'b')], () => undefined);
    expect(n).toBe(2);
    expect(systems.map(({ id, means, ahead }) => [id, means.mrr10.value, ahead.mrr10.value])).toEqual([['ours', 0.75, 0], ['theirs', 0.25, 0.5]]);
  });

  test('a follow-up is searched with what was asked before', async () => {
    const search = vi.fn(() => Promise.resolve([{ documentId: 'regeling', start: 0, end: textOf('regeling').length }]));
    const one = evaluationCase({ history: [{ role: 'user', content: 'Wat is PGAZ?' }], evidence: [item(['regeling', 'Er geldt een vrij tarief.'])] });
    expect((await searchAll({ id: 'x', label: '', role: 'baseline', search }, [caseQuestion(one)]))[0]?.firstRank).toBe(1);
    expect(search).toHaveBeenCalledWith('Wat is PGAZ? Tot wanneer loopt het?', 40);
  });
});

test('each question is encoded once', async () => {
  const encodeQuery = vi.fn(encoder.encodeQuery);
  const remembering = new CachedEncoder({ ...encoder, encodeQuery });
  const [first, second] = await Promise.all([remembering.encodeQuery('a'), remembering.encodeQuery('a')]);
  expect(first).toBe(second);
  expect(encodeQuery).toHaveBeenCalledTimes(1);
});
