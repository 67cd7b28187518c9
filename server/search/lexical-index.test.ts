import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompoundSplitter } from '../text/compounds.ts';
import { words } from '../text/words.ts';
import { decodeArrays, encodeArrays } from './array-file.ts';
import { LexicalIndex } from './lexical-index.ts';
import { buildPostings, type LexicalDocument, type LexicalPostings } from './lexical-postings.ts';
import { QueryAnalyser, wholeStems } from './query-analyser.ts';
import { levenshtein } from './testing/levenshtein.ts';

interface Sample {
  index: LexicalIndex;
  analyser: QueryAnalyser;
  documents: LexicalDocument[];
}

function indexOf(...documents: (Partial<LexicalDocument> & { text: string })[]): Sample {
  const whole = documents.map((document) => ({ headings: '', document: '', ...document }));
  const splitter = new CompoundSplitter(whole.flatMap(({ text, headings }) => words(`${text} ${headings}`).map(({ word }) => word)));
  return { index: LexicalIndex.build(whole, splitter), analyser: new QueryAnalyser(splitter), documents: whole };
}

const search = ({ index, analyser }: Sample, query: string) => index.search(analyser.queryTerms(query));
const ranking = (sample: Sample, query: string) => search(sample, query).map(({ id }) => id);
const scoreOf = (sample: Sample, query: string, id: number) => search(sample, query).find((hit) => hit.id === id)?.score ?? 0;

describe('LexicalIndex', () => {
  const sample = indexOf(
    { text: 'De zorgverzekeraar sluit een overeenkomst over samenwerking.' },
    { text: 'De gemeente betaalt de rekening van de praktijk.' },
    { text: 'Overeenkomst na overeenkomst: alle overeenkomsten samen.' },
    { text: 'Elke verzekeraar vergoedt zorg in natura.' },
    { text: 'Het evaluatierapport volgt later dit jaar.' },
    { text: 'De evaluatie volgt later dit jaar.' },
  );

  it.each<[string, number[], string]>([
    ['overeenkomst', [2, 0], 'three times before once; who has it not is not found'],
    ['overeenkomsten', [2, 0], 'one stem with its plural'],
    ['de overeenkomst van het', [2, 0], 'stop words find nothing'],
    ['overeenkomst gemeente', [1, 2, 0], 'the rarer word weighs more than the other three times'],
    ['verzekeraar', [3, 0], 'the word before the compound that holds it'],
    ['zorgverzekeraar', [0, 3], 'the compound before the word that is a part of it'],
    ['zorg verzekeraar', [3, 0], 'typed apart it finds both; both words stand in one'],
    ['evaluatie', [5, 4], 'the word before one that begins with it'],
    ['gemeentte', [1], 'a letter too many'],
    ['overenkomst', [2, 0], 'a letter too few'],
    ['toverdrank', [], 'nothing like it'],
    ['de het een', [], 'only stop words'],
    ['', [], 'nothing asked'],
  ])('%s → %j: %s', (query, expected) => expect(ranking(sample, query)).toEqual(expected));

  it('scores a typo below the word as it is', () => {
    expect(scoreOf(sample, 'overenkomst', 2)).toBeLessThan(scoreOf(sample, 'overeenkomst', 2));
    expect(scoreOf(sample, 'overenkomst', 2)).toBeGreaterThan(0);
  });

  it('corrects no short words: they have too many neighbours', () => {
    expect(ranking(indexOf({ text: 'zorg' }, { text: 'zorgen' }), 'zork')).toEqual([]);
  });

  it('finds by heading and by the document’s name, below the text itself', () => {
    const named = indexOf(
      { text: 'Dit geldt voor iedereen in deze regio.', headings: 'Contractvereiste' },
      { text: 'De contractvereiste geldt in deze regio.' },
      { text: 'Een andere zin over deze regio.', document: 'de Kamerbrief' },
      { text: 'De contractvereiste geldt in deze regio.', headings: 'Contractvereiste' },
    );
    expect(ranking(named, 'contractvereiste')).toEqual([3, 1, 0]);
    expect(ranking(named, 'volgens de kamerbrief')).toEqual([2]);
  });

  it('finds both sides of a hyphen', () => {
    const hyphened = indexOf({ text: 'Alle Zvw-zorg telt mee.' }, { text: 'De Zvw telt mee.' }, { text: 'O&I-prestaties tellen mee.' });
    expect(ranking(hyphened, 'Zvw')).toEqual([1, 0]);
    expect(ranking(hyphened, 'zvw-zorg')[0]).toBe(0);
    expect(ranking(hyphened, 'prestatie')).toEqual([2]);
  });

  it('counts a term once, at its highest weight', () => {
    const { index } = sample;
    const [hit] = index.search([{ stem: 'gemeent', weight: 0.4 }, { stem: 'gemeent', weight: 1 }]);
    expect(hit).toEqual(index.search([{ stem: 'gemeent', weight: 1 }])[0]);
    expect(index.search([{ stem: 'gemeent', weight: 0.4 }])[0]!.score).toBeCloseTo(hit!.score * 0.4, 10);
  });

  it('breaks ties by place, so that the same question always gets the same answer', () => {
    expect(ranking(indexOf({ text: 'samen' }, { text: 'praktijk' }, { text: 'praktijk' }), 'praktijk')).toEqual([1, 2]);
  });

  it('gives the best alone when asked for a few', () => {
    for (const query of ['overeenkomst gemeente', 'zorgverzekeraar', 'evaluatie']) {
      const terms = sample.analyser.queryTerms(query);
      for (const limit of [0, 1, 2, 9]) expect(sample.index.search(terms, limit)).toEqual(sample.index.search(terms).slice(0, limit));
    }
  });

  it('leaves out what takes no part', () => {
    expect(sample.index.search(sample.analyser.queryTerms('overeenkomst gemeente'), 9, (id) => id !== 2).map(({ id }) => id)).toEqual([1, 0]);
  });

  it('is the same after saving and loading', () => {
    const { terms, postings } = buildPostings(sample.documents, sample.analyser);
    const loaded = new LexicalIndex(terms, decodeArrays<LexicalPostings>(encodeArrays(postings)));
    for (const query of ['overeenkomst gemeente', 'zorgverzekeraar', 'overenkomst']) {
      expect(loaded.search(sample.analyser.queryTerms(query))).toEqual(search(sample, query));
    }
  });
});

describe('BM25+', () => {
  const FIELDS = [['text', 1], ['headings', 0.6], ['document', 0.6], ['parts', 0.5]] as const; // prettier-ignore

  /** Each passage's score from the formula, looking at every passage, field and term. */
  function bruteForce({ documents, analyser }: Sample, query: string): number[] {
    const fields = documents.map(({ text, headings, document }) => ({
      text: wholeStems(text),
      headings: wholeStems(headings),
      document: wholeStems(document),
      parts: analyser.partStems(`${headings} ${text}`),
    }));
    const vocabulary = new Set(fields.flatMap((passage) => Object.values(passage).flat()));
    const weights = new Map<string, number>();
    for (const { stem, weight } of analyser.queryTerms(query)) weights.set(stem, Math.max(weight, weights.get(stem) ?? 0));
    const lengthOf = (stems: readonly string[]) => Math.max(1, new Set(stems).size);
    return fields.map((passage) => {
      let score = 0;
      for (const [asked, weight] of weights) {
        for (const term of vocabulary) {
          for (const [name, boost] of FIELDS) {
            const tf = passage[name].filter((stem) => stem === term).length;
            if (tf === 0) continue;
            const df = fields.filter((other) => other[name].includes(term)).length;
            const mean = fields.reduce((sum, other) => sum + lengthOf(other[name]), 0) / fields.length;
            const idf = Math.log(1 + (fields.length - df + 0.5) / (df + 0.5));
            score += weight * likeness(asked, term) * boost * idf * (0.5 + (tf * 2.2) / (tf + 1.2 * (0.3 + (0.7 * lengthOf(passage[name])) / mean)));
          }
        }
      }
      return score;
    });
  }

  function likeness(asked: string, term: string): number {
    if (term === asked) return 1;
    if (asked.length >= 6 && term.startsWith(asked)) return (0.3 * term.length) / (term.length + 0.3 * (term.length - asked.length));
    const distance = levenshtein(asked, term);
    return asked.length >= 7 && distance <= Math.round(asked.length * 0.15) ? (0.4 * term.length) / (term.length + distance) : 0;
  }

  const WORDS = ['overeenkomst', 'overeenkomsten', 'overenkomst', 'zorg', 'verzekeraar', 'zorgverzekeraar', 'zvw-zorg', 'samenwerking', 'samenwerkingsverband', 'gemeente', 'gemeentte', 'experimenten', 'experimentele', 'de', '2029'];
  const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((list) => list.join(' '));

  it('scores as the formula does, and ranks so', () => {
    const documents = fc.array(fc.record({ text: sentence, headings: sentence, document: sentence }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(documents, sentence, (some, query) => {
        const sample = indexOf(...some);
        const expected = bruteForce(sample, query);
        const hits = search(sample, query);
        expect(hits.map(({ id }) => id).sort()).toEqual(expected.flatMap((score, id) => (score > 0 ? [id] : [])));
        hits.forEach(({ id, score }, rank) => {
          expect(score).toBeCloseTo(expected[id]!, 9);
          if (rank > 0) expect(score).toBeLessThanOrEqual(hits[rank - 1]!.score);
        });
      }),
      { numRuns: 200 },
    );
  });
});
