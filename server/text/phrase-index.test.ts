import { describe, expect, it } from 'vitest';
import { PhraseIndex, type Phrase } from './phrase-index.ts';

/** Value = the phrase itself, so that a test reads `text found` → `phrase`. */
function indexOf(...phrases: string[]): PhraseIndex<string> {
  return new PhraseIndex(phrases.map((text): Phrase<string> => ({ text, value: text })));
}

function found(index: PhraseIndex<string>, text: string): [matched: string, ...values: string[]][] {
  return index.find(text).map(({ values, start, end }) => [text.slice(start, end), ...values]);
}

describe('PhraseIndex', () => {
  it('finds whole words only, in any case, with their place', () => {
    const index = indexOf('MDO', 'Zvw');
    expect(found(index, 'Een mdo volgens de Zvw-zorg')).toEqual([
      ['mdo', 'MDO'],
      ['Zvw', 'Zvw'],
    ]);
    expect(found(index, 'mdox zvwet')).toEqual([]);
  });

  it('takes the longest phrase and reports no part of it', () => {
    const index = indexOf('overleg', 'hybride overleg', 'groep');
    expect(found(index, 'hybride overleg over de groep')).toEqual([
      ['hybride overleg', 'hybride overleg'],
      ['groep', 'groep'],
    ]);
  });

  it('takes the longer of two phrases that overlap, wherever it starts', () => {
    const index = indexOf('wie betaalt', 'betaalt de patiënt zelf');
    expect(found(index, 'wie betaalt de patiënt zelf')).toEqual([
      ['betaalt de patiënt zelf', 'betaalt de patiënt zelf'],
    ]);
  });

  it('gives all values of a phrase that several things share', () => {
    const index = new PhraseIndex([
      { text: 'contract', value: 'A' },
      { text: 'contracten', value: 'B' },
      { text: 'Contract', value: 'A' },
    ]);
    expect(index.find('ons contract')).toEqual([{ values: ['A', 'B'], start: 4, end: 12, first: 1, last: 2 }]);
  });

  it('allows inflection in every word', () => {
    expect(found(indexOf('regulier tarief'), 'de reguliere tarieven')).toEqual([]); // f/v: the stemmer keeps them apart
    expect(found(indexOf('individuele verzekerde'), 'de individuele verzekerden')).toEqual([
      ['individuele verzekerden', 'individuele verzekerde'],
    ]);
    expect(found(indexOf('kosten verdelen'), 'de kosten verdeelt men')).toEqual([
      ['kosten verdeelt', 'kosten verdelen'],
    ]);
    expect(found(indexOf('MDO'), "twee MDO's of MDOs")).toEqual([
      ["MDO's", 'MDO'],
      ['MDOs', 'MDO'],
    ]);
  });

  it('ignores diacritics, composed or not, and soft hyphens', () => {
    const index = indexOf('patiëntengroep');
    for (const text of ['patientengroep', 'PATIËNTENGROEP', 'patie\u0308ntengroep', 'patiënten\u00ADgroep']) {
      expect(found(index, text)).toEqual([[text, 'patiëntengroep']]);
    }
  });

  it('passes over little words in the text and in the phrase', () => {
    const index = indexOf('overleg over een groep');
    expect(found(index, 'ons overleg over de hele groep')).toEqual([
      ['overleg over de hele groep', 'overleg over een groep'],
    ]);
    expect(found(index, 'overleg zonder groep')).toEqual([]);
    expect(found(index, 'overleg over')).toEqual([]);
  });

  it('keeps the little word of a phrase that would otherwise be one general word', () => {
    const index = indexOf('op papier', 'één patiënt');
    expect(found(index, 'papier')).toEqual([]);
    expect(found(index, 'het staat op papier')).toEqual([['op papier', 'op papier']]);
    expect(found(index, 'patiënten')).toEqual([]);
    expect(found(index, 'over één patiënt')).toEqual([['één patiënt', 'één patiënt']]);
  });

  it('takes één in a phrase as a number', () => {
    const index = indexOf('overleg over één patiënt');
    expect(found(index, 'overleg over patiënten')).toEqual([]);
    expect(found(index, 'overleg over een patiënt')).toHaveLength(1);
  });

  it('finds what is written apart or together', () => {
    const index = indexOf('eigen risico', 'meedenkconsult', 'domeinoverstijgende samenwerking', 'trusted-third-party');
    for (const text of [
      'eigenrisico',
      'meedenk consult',
      'domein overstijgende samen werking',
      'trusted third party',
    ]) {
      expect(found(index, text).map(([matched]) => matched)).toEqual([text]);
    }
    expect(found(indexOf('huisartsen'), 'de huisarts en de fysio')).toEqual([['huisarts', 'huisartsen']]);
  });

  it('finds listed words at the front and at the end of a compound', () => {
    const index = indexOf('huisarts', 'contract', 'bekostiging', 'aanspraak');
    expect(found(index, 'huisartsentarief')).toEqual([['huisartsen', 'huisarts']]);
    expect(found(index, 'Voorbeeldcontract')).toEqual([['contract', 'contract']]);
    expect(found(index, 'huisartsenbekostiging')).toEqual([
      ['huisartsen', 'huisarts'],
      ['bekostiging', 'bekostiging'],
    ]);
    expect(found(index, 'aansprakelijkheid')).toEqual([]);
  });

  it('reads a single letter & a single letter as one word', () => {
    const index = indexOf('O&I');
    for (const text of ['O&I', 'o&i', 'O & I'])
      expect(found(index, `naast ${text}-prestatie`)).toEqual([[text, 'O&I']]);
    expect(found(index, 'o i')).toEqual([]);
  });

  it('finds an exact phrase in its own spelling only', () => {
    const index = new PhraseIndex([{ text: 'ZIN', value: 'x', exact: true }]);
    expect(index.find('Wat vindt ZIN?')).toEqual([{ values: ['x'], start: 10, end: 13, first: 2, last: 3 }]);
    expect(index.find('zorg in de zin van de Zvw')).toEqual([]);
    expect(index.find('Zin in taart')).toEqual([]);
    expect(index.find('ZORG IN DE ZIN VAN DE WET')).toEqual([]);
  });

  it('lets at most three other words stand where a phrase has a gap', () => {
    const index = indexOf('zowel … groep … als … patiënt');
    for (const text of ['zowel over een groep als per patiënt', 'zowel groepen als patiënten']) {
      expect(found(index, text)).toEqual([[text, 'zowel … groep … als … patiënt']]);
    }
    expect(found(index, 'zowel artsen psychologen diëtisten verzorgers groep als patiënt')).toEqual([]);
    expect(found(index, 'zowel een groep als')).toEqual([]);
  });

  it('finds a phrase that is not inflected in its own forms only', () => {
    const index = new PhraseIndex([
      { text: 'over mijn patiënt', value: 'one', inflected: false },
      { text: 'patiënt', value: 'any' },
    ]);
    expect(found(index, 'Over mijn patient')).toEqual([['Over mijn patient', 'one']]);
    expect(found(index, 'over mijn patiënten')).toEqual([['patiënten', 'any']]);
  });

  it('takes little words as seriously as others where it is told to', () => {
    const index = new PhraseIndex([{ text: 'nog geen contract', value: 'contract' }, { text: 'als groep', value: 'groep' }], { glue: false });
    expect(found(index, 'geen contract, als de groep')).toEqual([]);
    expect(index.find('als groep nog geen contracten').map(({ values, first, last }) => [values, first, last])).toEqual([
      [['groep'], 0, 2],
      [['contract'], 2, 5],
    ]);
  });

  it('leaves compounds alone where it is told to', () => {
    const phrases = [{ text: 'huisarts', value: 1 }];
    expect(new PhraseIndex(phrases).find('huisartsentarief')).toHaveLength(1);
    expect(new PhraseIndex(phrases, { compounds: false }).find('huisartsentarief')).toEqual([]);
  });

  describe('typos', () => {
    const index = new PhraseIndex(
      ['zorgverzekeraar', 'betaling', 'lumpsum', 'fysio', 'eigen risico'].map((text) => ({ text, value: text })),
      { realWords: ['bepaling'] },
    );

    it.each([
      ['zorgverzekeraa', 'zorgverzekeraar'],
      ['zorgverzkeraar', 'zorgverzekeraar'],
      ['zorgverzekeraaar', 'zorgverzekeraar'],
      ['zrogverzekeraar', 'zorgverzekeraar'],
      ['zorgverzekraars', 'zorgverzekeraar'],
      ['lumpsun', 'lumpsum'],
      ['betalling', 'betaling'],
      ['eigenrisio', 'eigen risico'],
    ])('%s is %s', (typed, meant) => expect(found(index, typed)).toEqual([[typed, meant]]));

    it.each(['fisio', 'bepaling', 'bepalingen', 'zorgverzkraar', 'vetaling'])('%s is left alone', (typed) => {
      expect(found(index, typed)).toEqual([]);
    });

    it('an exact reading goes before a corrected one', () => {
      expect(found(indexOf('contrast', 'contract'), 'contrast')).toEqual([['contrast', 'contrast']]);
    });

    it('can be switched off', () => {
      expect(new PhraseIndex([{ text: 'lumpsum', value: 1 }], { typos: false }).find('lumpsun')).toEqual([]);
    });
  });

  it('tells everything that a text mentions, also inside a longer phrase', () => {
    const index = indexOf('overleg … groep', 'fysio', 'groep patiënten', 'huisarts', 'ggz');
    expect([...index.mentioned('overleg met de fysio over groepen patiënten en het huisartsentarief')].sort()).toEqual([
      'fysio',
      'groep patiënten',
      'huisarts',
      'overleg … groep',
    ]);
    expect(index.mentioned('').size).toBe(0);
  });

  it('answers nothing for nothing', () => {
    expect(indexOf('iets').find('')).toEqual([]);
    expect(indexOf('iets').find('?! 😀 …')).toEqual([]);
  });
});
