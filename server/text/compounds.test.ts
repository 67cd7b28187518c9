import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompoundSplitter, partStems } from './compounds.ts';

const KNOWN = ['huisarts', 'huisartsen', 'bekostiging', 'zorg', 'verzekeraar', 'regio', 'samenwerking', 'verband', 'overeenkomst', 'groep'];
const splitter = new CompoundSplitter(KNOWN);

describe('CompoundSplitter', () => {
  it.each([
    ['zorgverzekeraar', ['zorg', 'verzekeraar']],
    ['huisartsenbekostiging', ['huisartsen', 'bekostiging']],
    ['samenwerkingsverband', ['samenwerking', 'verband']],
    ['groepsovereenkomst', ['groep', 'overeenkomst']],
    ['samenwerkingsovereenkomst', ['samenwerking', 'overeenkomst']],
    ['zorgsamenwerkingsverband', ['zorg', 'samenwerking', 'verband']],
  ])('%s → %j', (word, parts) => expect(splitter.split(word)).toEqual(parts));

  it.each([
    ['bekostiging', 'is a word of its own'],
    ['zorgpad', 'too short'],
    ['zorgxverzekeraar', 'no linking sound'],
    ['fysiotherapeut', 'parts nobody uses'],
    ['zorg-verzekeraar', 'joined by a hyphen already'],
    ['zorg2024verzekeraar', 'holds digits'],
    ['', 'empty'],
  ])('%s is no compound: %s', (word) => expect(splitter.split(word)).toEqual([]));

  it('prefers few parts', () => {
    expect(new CompoundSplitter(['zorg', 'kantoor', 'regio', 'zorgkantoor']).split('zorgkantoorregio')).toEqual(['zorgkantoor', 'regio']);
  });

  it('gives the stems of the parts', () => {
    expect(partStems(splitter, 'samenwerkingsverband')).toEqual(['samenwerk', 'verband']);
    expect(partStems(splitter, 'onbekend')).toEqual([]);
  });

  it('only ever gives known words that make up the word, bar linking sounds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...KNOWN, 's', 'en', 'e', 'x'), { minLength: 1, maxLength: 4 }), (pieces) => {
        const word = pieces.join('');
        const parts = splitter.split(word);
        expect(parts.every((part) => KNOWN.includes(part))).toBe(true);
        if (parts.length > 0) expect(word).toMatch(new RegExp(`^${parts.join('(?:s|en|e|n)?')}$`));
      }),
    );
  });
});
