import { describe, expect, it } from 'vitest';
import { fold, isStopWord, stem, subwords, terms, words } from './words.ts';

describe('fold', () => {
  it.each([
    ['Patiënten', 'patienten'],
    ['ÉÉN', 'een'],
    ['coördinatie', 'coordinatie'],
    ['O&I', 'o&i'],
    ['e\u0301e\u0301n', 'een'],
    ['Zvw', 'zvw'],
  ])('%s → %s', (text, folded) => expect(fold(text)).toBe(folded));
});

describe('words', () => {
  const found = (text: string) => words(text).map(({ word }) => word);

  it('keeps O&I, hyphened words, decimals and apostrophes whole', () => {
    expect(found('De O&I-prestatie (Zvw-zorg) kost 1.000,50; patiënt’s MDO’s')).toEqual(['de', 'o&i-prestatie', 'zvw-zorg', 'kost', '1.000', '50', 'patient’s', 'mdo’s']);
  });

  it('leaves a footnote mark out of the word it touches', () => {
    expect(found('de prestatie¹² en zorgkantoren³.')).toEqual(['de', 'prestatie', 'en', 'zorgkantoren']);
  });

  it('leaves hyphens at the edge out: vraag- en aanbod', () => {
    expect(found('vraag- en aanbod – of -bod')).toEqual(['vraag', 'en', 'aanbod', 'of', 'bod']);
  });

  it('counts offsets in the text as given, diacritics included', () => {
    const text = 'Eén patiënt: één e\u0301cht';
    for (const { start, end, word } of words(text).slice(0, 3)) expect(fold(text.slice(start, end))).toBe(word);
  });
});

describe('subwords', () => {
  it.each<[string, string[]]>([
    ['zvw-zorg', ['zvw', 'zorg']],
    ['o&i-prestatie', ['o&i', 'prestatie']],
    ['mdo’s', ['mdo']],
    ['1-5-2024', ['2024']],
    ['1.000', []],
    ['24-uurs', ['uurs']],
    ['zorg', []],
    ['o&i', []],
  ])('%s → %j', (word, parts) => expect(subwords(word)).toEqual(parts));
});

describe('stem', () => {
  it.each([
    ['overeenkomsten', 'overeenkomst'],
    ['betalingen', 'betal'],
    ['contractvereisten', 'contractvereist'],
    ['samenwerken', 'samenwerk'],
    ['samenwerkt', 'samenwerkt'],
    // Too short, or with digits: as they are.
    ['mdo', 'mdo'],
    ['2024en', '2024en'],
  ])('%s → %s', (word, expected) => expect(stem(word)).toBe(expected));
});

describe('terms', () => {
  it('are the stems that say something, in order, hyphened words whole and in parts', () => {
    expect(terms('Wie betaalt de Zvw-zorg van de gemeenten?')).toEqual(['betaalt', 'zvw-zorg', 'zvw', 'zorg', 'gemeent']);
  });

  it('keeps the words that carry a question, drops those that any question has', () => {
    for (const word of ['wie', 'wat', 'hoeveel', 'wanneer', 'welke', 'de', 'het', 'worden', 'bij']) expect(isStopWord(word)).toBe(true);
    for (const word of ['zorg', 'betaalt', 'contract', 'tarief', 'huisarts', 'gemeente']) expect(isStopWord(word)).toBe(false);
  });
});
