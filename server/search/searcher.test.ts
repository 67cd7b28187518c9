import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseGlossary } from '../corpus/glossary.ts';
import { readIndex } from './index-reader.ts';
import { HybridRetriever, type ScoredPassage } from './retriever.ts';
import { foldOverlaps, Searcher } from './searcher.ts';
import { FakeEncoder } from '../model/testing/fake-encoder.ts';
import { SMALL_DOCUMENTS, smallDocument, writeSmallIndex } from './testing/small-index.ts';

/** Words of ten characters with their spaces, so that offsets can be read off. */
const TEXT = Array.from({ length: 500 }, (_, i) => `woord${String(i).padStart(4, '0')}`).join(' ');
const documents = ['a', 'b'].map((id) => smallDocument(id, [TEXT]));

/** A passage of whole words `[first, last)` of a document. */
function range(document: number, first: number, last: number) {
  const span = { start: first * 10, end: last * 10 - 1 };
  const scored = { document: documents[document]!, passage: span, score: 1 } as unknown as ScoredPassage;
  return { scored, ...span };
}

const spans = (ranges: ReturnType<typeof foldOverlaps>) => ranges.map(({ scored, start, end }) => [scored.document.id, start, end]);

describe('foldOverlaps', () => {
  it('joins neighbours at the place of the higher one', () => {
    expect(spans(foldOverlaps([range(0, 0, 100), range(1, 0, 100), range(0, 90, 170)]))).toEqual([
      ['a', 0, 1699],
      ['b', 0, 999],
    ]);
  });

  it('cuts what would become too long to read', () => {
    expect(spans(foldOverlaps([range(0, 0, 100), range(0, 90, 190)]))).toEqual([
      ['a', 0, 999],
      ['a', 1000, 1899],
    ]);
  });

  it('drops a rest that is not worth reading', () => {
    expect(spans(foldOverlaps([range(0, 0, 180), range(0, 90, 190)]))).toEqual([['a', 0, 1799]]);
    expect(spans(foldOverlaps([range(0, 0, 180), range(0, 90, 205)]))).toEqual([
      ['a', 0, 1799],
      ['a', 1800, 2049],
    ]);
  });

  it('joins to one result without running into the next', () => {
    expect(spans(foldOverlaps([range(0, 0, 80), range(0, 150, 240), range(0, 70, 160)]))).toEqual([
      ['a', 0, 1499],
      ['a', 1500, 2399],
    ]);
  });

  it('leaves a short passage that touches nothing', () => {
    expect(spans(foldOverlaps([range(0, 0, 1), range(0, 1, 2)]))).toEqual([
      ['a', 0, 9],
      ['a', 10, 19],
    ]);
  });

  it('never shows text twice, invents none and keeps the order', () => {
    const passage = fc.tuple(fc.nat(1), fc.nat(300), fc.integer({ min: 1, max: 180 })).map(([document, first, length]) => range(document, first, first + length));
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 12 }), (ranked) => {
        const folded = foldOverlaps(ranked);
        for (const [i, one] of folded.entries()) {
          const { document } = one.scored;
          const text = document.text.slice(one.start, one.end);
          expect(text).toBe(text.trim());
          expect(text).not.toBe('');
          expect(folded.slice(i + 1).filter((other) => other.scored.document === document && one.start < other.end && other.start < one.end)).toEqual([]);
          // Every character stood in a passage that was found.
          const sources = ranked.filter(({ scored }) => scored.document === document);
          const places = Array.from({ length: Math.ceil((one.end - one.start) / 10) }, (_, word) => one.start + word * 10);
          expect(places.every((at) => sources.some(({ start, end }) => start <= at && at < end))).toBe(true);
        }
        const places = folded.map(({ scored }) => ranked.findIndex((one) => one.scored === scored));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        const [first] = ranked;
        expect(folded[0]!.start <= first!.start && folded[0]!.end >= first!.end).toBe(true);
        // What was passed in is not changed.
        for (const { scored, start, end } of ranked) expect({ start, end }).toEqual(scored.passage);
      }),
      { numRuns: 200 },
    );
  });
});

describe('Searcher', async () => {
  const root = await mkdtemp(join(tmpdir(), 'searcher-'));
  afterAll(() => rm(root, { recursive: true, force: true }));
  await writeSmallIndex(root, new FakeEncoder());
  const index = await readIndex(root);
  const glossary = parseGlossary('terms: [{ term: verzekeraar, everydayWords: [zorgbedrijf], explanation: Wie zorg verzekert. }]');
  const searcher = new Searcher(new HybridRetriever(index, new FakeEncoder()), glossary);

  it('gives passages word for word, with page and section', async () => {
    const results = await searcher.search('wie betaalt de huisarts', 2);
    expect(results).toHaveLength(2);
    expect(results[0]).toEqual({
      passageId: 'brief#0',
      documentId: 'brief',
      page: 1,
      section: '',
      text: 'De verzekeraar betaalt de huisarts.',
      start: 0,
      end: 35,
      score: expect.any(Number) as number,
    });
    for (const { documentId, text, start, end } of results) expect(index.documents.get(documentId)!.text.slice(start, end)).toBe(text);
  });

  it('marks what no longer holds, and shows it all the same', async () => {
    const dir = join(root, 'superseded');
    await writeSmallIndex(dir, new FakeEncoder(), { documents: SMALL_DOCUMENTS.map((document) => (document.id === 'brief' ? { ...document, supersededOn: '2015', supersededBy: 'de gids' } : document)) });
    const marked = new Searcher(new HybridRetriever(await readIndex(dir), new FakeEncoder()), glossary);
    for (const results of [await marked.search('wie betaalt de huisarts', 2), await marked.searchLexically('wie betaalt de huisarts', 2)]) {
      expect(results.map(({ documentId, supersededOn, supersededBy }) => [documentId, supersededOn, supersededBy])).toEqual([['brief', '2015', 'de gids'], ['handleiding', undefined, undefined]]);
    }
  });

  it('finds by everyday words what the documents call otherwise', async () => {
    expect((await searcher.searchLexically('zorgbedrijf', 5)).map(({ passageId }) => passageId)).toEqual(['brief#0']);
    expect(await searcher.searchLexically('zorginstelling', 5)).toEqual([]);
  });
});
