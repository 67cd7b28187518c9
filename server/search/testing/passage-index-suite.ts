import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeEncoder } from '../../model/testing/fake-encoder.ts';
import type { IndexContent } from '../index-writer.ts';
import type { PassageIndex } from '../passage-index.ts';
import { copyTokens, type PassageTokens } from '../passage-tokens.ts';
import { SMALL_DOCUMENTS, smallContent, smallDocument } from './small-index.ts';

/** Publishes a content and opens what was published. */
export type Publish = (content: IndexContent) => Promise<PassageIndex>;

/** What every adapter of `PassageIndex` must do, whatever it keeps its passages in. */
export function describePassageIndex(name: string, publish: Publish): void {
  describe(`${name} as a PassageIndex`, () => {
    const encoder = new FakeEncoder();
    const [handleiding, brief] = SMALL_DOCUMENTS as [(typeof SMALL_DOCUMENTS)[number], (typeof SMALL_DOCUMENTS)[number]];
    // Ordinals: handleiding 0 and 1, brief 2, wet 3 and 4.
    const wet = { ...smallDocument('wet', ['De gemeente betaalt de huisarts.', 'De wet eindigt.']), supersededOn: '2025' };
    const documents = [handleiding, brief, wet];
    let content: IndexContent & { tokens?: PassageTokens[] };
    let index: PassageIndex;
    beforeAll(async () => {
      content = await smallContent(encoder, documents);
      index = await publish(content);
    });
    afterAll(() => index.close());

    const terms = (text: string) => index.analyser.queryTerms(text);
    const ids = (hits: readonly { id: number }[]) => hits.map(({ id }) => id);

    it('tells what it was made of', () => {
      const { model, corpusSha256, settings } = content;
      expect(index.manifest).toMatchObject({ model, corpusSha256, settings, counts: { documents: 3, passages: 5, tokens: 23 } });
      expect(index.version).not.toBe('');
    });

    it('ranks by words, best first, ties by ordinal', async () => {
      const hits = await index.lexical(terms('gemeente huisarts'), 9);
      expect(ids(hits)).toEqual([3, 0, 2]);
      for (const [rank, { score }] of hits.entries()) expect(score).toBeLessThanOrEqual(hits[rank - 1]?.score ?? Infinity);
      expect(ids(await index.lexical(terms('betaalt'), 9))).toEqual([0, 2, 3]);
      expect(ids(await index.lexical(terms('gemeente huisarts'), 1))).toEqual([3]);
      expect(await index.lexical(terms('toverdrank'), 9)).toEqual([]);
      expect(await index.lexical([], 9)).toEqual([]);
    });

    it('forgives a typing mistake and finds longer words, for less', async () => {
      const [exact] = await index.lexical(terms('verzekeraar'), 1);
      const [misspelt] = await index.lexical(terms('verzekerar'), 1);
      const [typo] = await index.lexical(terms('verzekkeraar'), 1);
      expect([exact!.id, misspelt!.id, typo!.id]).toEqual([2, 2, 2]);
      expect(typo!.score).toBeLessThan(exact!.score);
      expect(ids(await index.lexical(terms('experimen'), 9))).toEqual([1]);
    });

    it('ranks by nearness, best first', async () => {
      const { vector } = await encoder.encodeQuery('experiment eindigt');
      const hits = await index.dense(vector, 2);
      expect(ids(hits)).toEqual([1, 4]);
      expect(hits[0]!.similarity).toBeGreaterThan(hits[1]!.similarity);
      expect(hits[0]!.similarity).toBeCloseTo(vector.reduce((sum, x, i) => sum + x * content.vectors[encoder.dimensions + i]!, 0), 2);
      expect(await index.dense(vector, 9)).toHaveLength(5);
    });

    it('leaves out what does not hold on the day, before it ranks', async () => {
      const { vector } = await encoder.encodeQuery('gemeente huisarts');
      const first = async (day?: string) => [ids(await index.lexical(terms('gemeente huisarts'), 1, { day })), ids(await index.dense(vector, 1, { day }))];
      expect(await first()).toEqual([[3], [3]]);
      expect(await first('2024-12-31')).toEqual([[3], [3]]);
      const [lexical, dense] = await first('2025-01-01');
      expect(lexical).toEqual([0]);
      expect([0, 2]).toContain(dense![0]);
    });

    it('keeps to the documents that were asked for', async () => {
      const { vector } = await encoder.encodeQuery('gemeente huisarts');
      const only = { documents: ['handleiding', 'bestaat-niet'] };
      expect(ids(await index.lexical(terms('gemeente huisarts'), 9, only))).toEqual([0]);
      expect(ids(await index.dense(vector, 9, only)).sort()).toEqual([0, 1]);
      expect(await index.lexical(terms('gemeente'), 9, { documents: [] })).toEqual([]);
      expect(await index.dense(vector, 9, { documents: ['wet'], day: '2026-01-01' })).toEqual([]);
    });

    it('gives tokens as they were written, in the order asked for', async () => {
      const tokens = content.tokens!;
      expect(await index.tokens([3, 0, 3], copyTokens)).toEqual([tokens[3], tokens[0], tokens[3]]);
      expect(await index.tokens([], copyTokens)).toEqual([]);
    });

    it('gives each of many who read at once what they asked for', async () => {
      const orders = [[0, 1, 2, 3, 4, 0, 1], [4, 3, 2, 1, 0], [2], [1, 1, 1, 1, 1, 1]]; // prettier-ignore
      const read = await Promise.all(orders.map((order) => index.tokens(order, copyTokens)));
      expect(read).toEqual(orders.map((order) => order.map((ordinal) => content.tokens![ordinal])));
    });

    it('tells a fault of who reads, and goes on serving', async () => {
      await expect(index.tokens([0, 1, 2, 3, 4], () => { throw new Error('mislukt'); })).rejects.toThrow('mislukt'); // prettier-ignore
      expect(await index.tokens([1], copyTokens)).toEqual([content.tokens![1]]);
    });

    it('weighs a question’s tokens by how few passages hold them', async () => {
      const { ids: asked } = await encoder.encodeQuery('wie betaalt experiment');
      const weights = await index.tokenWeights(asked);
      const idf = [0, 3, 1].map((holding) => Math.log(1 + (5 - holding + 0.5) / (holding + 0.5)));
      const total = idf.reduce((a, b) => a + b);
      expect([...weights]).toEqual(idf.map((x) => expect.closeTo(x / total, 5) as number));
    });

    it('gives passages with their documents, in the order asked for', async () => {
      expect(await index.passages([4, 0])).toEqual([
        { passage: content.passages[4], document: wet },
        { passage: content.passages[0], document: handleiding },
      ]);
      const [one, other] = await index.passages([0, 1]);
      // Quotes of one document are told by it.
      expect(one!.document).toBe(other!.document);
    });

    it('finds the passages of a sentence', async () => {
      const places = [
        { documentId: 'wet', sentence: 1 },
        { documentId: 'handleiding', sentence: 0 },
        { documentId: 'handleiding', sentence: 2 },
        { documentId: 'bestaat-niet', sentence: 0 },
      ];
      expect(await index.passagesWith(places)).toEqual([[4], [0], [], []]);
      expect(await index.passagesWith(places, { day: '2025-06-01' })).toEqual([[], [0], [], []]);
    });

    it('finds each passage of a sentence where passages overlap', async () => {
      const long = smallDocument('lang', ['Een.', 'Twee.', 'Drie.', 'Vier.', 'Vijf.']);
      const cut = [[0, 3], [2, 4], [3, 5]] as const; // prettier-ignore
      const passages = cut.map(([first, last], i) => ({
        id: `lang#${i}`,
        documentId: 'lang',
        start: long.sentences[first]!.start,
        end: long.sentences[last - 1]!.end,
        headings: [],
        sentences: [first, last] as [number, number],
      }));
      const made = await smallContent(encoder, [long]);
      const { tokens, vectors } = made;
      const overlapping = await publish({ ...made, passages, tokens: tokens!.slice(0, 3), vectors: vectors.slice(0, 3 * encoder.dimensions) });
      const sentences = [0, 1, 2, 3, 4].map((sentence) => ({ documentId: 'lang', sentence }));
      expect(await overlapping.passagesWith(sentences)).toEqual([[0], [0], [0, 1], [1, 2], [2]]);
      await overlapping.close();
    });

    it('does without token vectors', async () => {
      const { tokens: _, ...rest } = content;
      const bare = await publish({ ...rest, model: { ...content.model, lateInteraction: false } });
      expect(await bare.tokens([0, 1], copyTokens)).toEqual([]);
      expect(ids(await bare.lexical(bare.analyser.queryTerms('huisarts'), 9))).toEqual([2, 3]);
      await bare.close();
    });

    it('goes on serving its own generation when another is published', async () => {
      const old = await publish(content);
      const next = await publish(await smallContent(encoder, [smallDocument('nieuw', ['De nieuwe gemeente.'])]));
      expect(next.version).not.toBe(old.version);
      expect((await old.passages([2]))[0]!.document.id).toBe('brief');
      expect(await old.tokens([2], copyTokens)).toEqual([content.tokens![2]]);
      expect((await next.passages([0]))[0]!.document.id).toBe('nieuw');
      await Promise.all([old.close(), next.close()]);
    });

    it('lets what is being read be read when it is closed', async () => {
      const closing = await publish(content);
      const reading = closing.tokens([0, 1, 2, 3, 4], copyTokens);
      await closing.close();
      expect(await reading).toEqual(content.tokens);
      await closing.close();
    });
  });
}
