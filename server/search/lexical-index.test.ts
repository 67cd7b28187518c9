import { describe, expect, it } from 'vitest';
import { CompoundSplitter } from '../text/compounds.ts';
import { words } from '../text/words.ts';
import { LexicalIndex, type LexicalDocument } from './lexical-index.ts';

function indexOf(...documents: (Partial<LexicalDocument> & { text: string })[]): LexicalIndex {
  const whole = documents.map((document, id) => ({ id, headings: '', document: '', ...document }));
  const vocabulary = whole.flatMap(({ text, headings }) => words(`${text} ${headings}`).map(({ word }) => word));
  return LexicalIndex.build(whole, new CompoundSplitter(vocabulary));
}

const ranking = (index: LexicalIndex, query: string) => index.search(index.queryTerms(query)).map(({ id }) => id);
const scoreOf = (index: LexicalIndex, query: string, id: number) => index.search(index.queryTerms(query)).find((hit) => hit.id === id)?.score ?? 0;

describe('LexicalIndex', () => {
  const index = indexOf(
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
  ])('%s → %j: %s', (query, expected) => expect(ranking(index, query)).toEqual(expected));

  it('scores a typo below the word as it is', () => {
    expect(scoreOf(index, 'overenkomst', 2)).toBeLessThan(scoreOf(index, 'overeenkomst', 2));
    expect(scoreOf(index, 'overenkomst', 2)).toBeGreaterThan(0);
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
    const [hit] = index.search([{ stem: 'gemeent', weight: 0.4 }, { stem: 'gemeent', weight: 1 }]);
    expect(hit).toEqual(index.search([{ stem: 'gemeent', weight: 1 }])[0]);
    expect(index.search([{ stem: 'gemeent', weight: 0.4 }])[0]!.score).toBeCloseTo(hit!.score * 0.4, 10);
  });

  it('breaks ties by place, so that the same question always gets the same answer', () => {
    expect(ranking(indexOf({ text: 'samen' }, { text: 'praktijk' }, { text: 'praktijk' }), 'praktijk')).toEqual([1, 2]);
  });

  it('is the same after saving and loading', () => {
    const splitter = new CompoundSplitter(['zorg', 'verzekeraar']);
    const loaded = LexicalIndex.load(index.toJSON(), splitter);
    for (const query of ['overeenkomst gemeente', 'zorgverzekeraar', 'overenkomst']) {
      expect(loaded.search(loaded.queryTerms(query))).toEqual(index.search(index.queryTerms(query)));
    }
  });
});
