import { describe, expect, it } from 'vitest';
import type { CanonicalDocument, Passage } from '../corpus/document.ts';
import { CompoundSplitter } from '../text/compounds.ts';
import { countWords } from './count-words.ts';
import { statisticsByDay, type TermStatistics } from './term-statistics.ts';

const splitter = new CompoundSplitter(['zorg', 'verzekeraar', 'gemeente']);
const statistics = statisticsOf('De zorgverzekeraar betaalt.', 'De gemeente betaalt, betaalt en betaalt.', 'Zvw-zorg');

/** Statistics of texts that are a passage each. */
function statisticsOf(...texts: string[]): TermStatistics {
  const documents = new Map(texts.map((text) => [text, { text }]));
  const passages = texts.map((text) => ({ documentId: text, start: 0, end: text.length }));
  return statisticsByDay({ wordCounts: countWords(documents, passages, [], splitter), splitter })('2026-11-30');
}

describe('TermStatistics', () => {
  it('gives the stems of a word, its hyphened parts and its compound parts', () => {
    expect(statistics.forms('zorgverzekeraar')).toEqual(['zorgverzekerar', 'zorg', 'verzekerar']);
    expect(statistics.forms('zvw-zorg')).toEqual(['zvw-zorg', 'zvw', 'zorg']);
    expect(statistics.forms('de')).toEqual([]);
    expect([...statistics.termSet('De gemeente en de Zvw-zorg')]).toEqual(['gemeent', 'zvw-zorg', 'zvw', 'zorg']);
  });

  // BM25: ln(1 + (N − df + ½) / (df + ½)) with N = 3, worked out by hand.
  it.each([
    ['niets', 0, Math.log(8)],
    ['gemeent', 1, Math.log(1 + 2.5 / 1.5)],
    ['zorg', 2, Math.log(1.6)],
    ['betaalt', 2, Math.log(1.6)],
  ])('counts %s in %i passages, each once', (term, count, idf) => {
    expect(statistics.idf(term)).toBeCloseTo(idf, 12);
    expect(statistics.knows(term)).toBe(count > 0);
  });

  it('lists what it knows by how it begins', () => {
    expect(statistics.startingWith('')).toEqual(['betaalt', 'gemeent', 'verzekerar', 'zorg', 'zorgverzekerar', 'zvw', 'zvw-zorg']);
    expect(statistics.startingWith('zorg')).toEqual(['zorg', 'zorgverzekerar']);
    expect(statistics.startingWith('zorgen')).toEqual([]);
  });

  it.each([
    ['gemeemt', ['gemeent'], 'a wrong letter'],
    ['gemeet', ['gemeent'], 'a letter missing'],
    ['gemmeent', ['gemeent'], 'a letter too many'],
    ['gemeetn', ['gemeent'], 'two swapped'],
    ['gemetne', [], 'two mistakes'],
    ['zvw-zorg', ['zvw-zorg'], 'itself'],
  ])('%s may be meant for %j: %s', (typed, meant) => expect(statistics.withinOneTypo(typed)).toEqual(meant));
});

describe('statisticsByDay', () => {
  const passages = ['wet', 'gids'].map((documentId) => ({ documentId, start: 0, end: 12 })) as Passage[];
  const documents = new Map([
    ['wet', { id: 'wet', text: 'De gemeente betaalt.', supersededOn: '2015' }],
    ['gids', { id: 'gids', text: 'Zorgverzekeraar.' }],
  ] as [string, CanonicalDocument][]);
  const statistics = statisticsByDay({ wordCounts: countWords(documents, passages, [], splitter), splitter });

  it('knows the words of what holds on the day alone', () => {
    expect(statistics('2014-12-31').knows('gemeent')).toBe(true);
    expect(statistics('2015-01-01').knows('gemeent')).toBe(false);
    expect(statistics('2015-01-01').startingWith('gemeent')).toEqual([]);
    expect(statistics('2015-01-01').withinOneTypo('gemeent')).toEqual([]);
    expect(statistics('2014-12-31').idf('gemeent')).toBeCloseTo(Math.log(2), 12); // ln(1 + (2 − 1 + ½) / (1 + ½))
  });

  it('counts once for all days on which the same documents hold', () => {
    expect(statistics('2015-01-01')).toBe(statistics('2026-11-24'));
    expect(statistics('2014-01-01')).toBe(statistics('2014-12-31'));
    expect(statistics('2014-01-01')).not.toBe(statistics('2015-01-01'));
  });
});
