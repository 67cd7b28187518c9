import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflate } from './conflate.ts';
import { TypoVocabulary } from './typo-vocabulary.ts';

const LISTED = ['lumpsum', 'declareren', 'zorgverzekeraar', 'marktaandelen', 'verdeelsleutel', 'hoofdaannemer'];

function vocabulary(...realWords: string[]): TypoVocabulary {
  const words = new TypoVocabulary(realWords);
  for (const word of LISTED) words.add({ word, key: conflate(word) });
  return words;
}

const corrections = (words: TypoVocabulary, word: string) => words.corrections({ word, key: conflate(word) });

describe('TypoVocabulary', () => {
  it('corrects any single mistake after the first letter', () => {
    const words = vocabulary();
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    const mistake = fc.constantFrom('too many', 'too few', 'wrong', 'swapped');
    fc.assert(
      fc.property(fc.constantFrom(...LISTED), fc.nat(), letter, mistake, (word, place, other, kind) => {
        const at = 1 + (place % (word.length - 2));
        const [before, here, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
        const typed = {
          'too many': before + other + here + next + after,
          'too few': before + next + after,
          wrong: before + other + next + after,
          swapped: before + next + here + after,
        }[kind];
        fc.pre(typed.length >= 7 && typed !== word && conflate(typed) !== conflate(word));
        expect(corrections(words, typed)).toEqual([conflate(word)]);
      }),
      { numRuns: 1000 },
    );
  });

  it('corrects the first letter of longer words only', () => {
    expect(corrections(vocabulary(), 'zwrgverzekeraar')).toEqual([conflate('zorgverzekeraar')]);
    expect(corrections(vocabulary(), 'xorgverzekeraar')).toEqual([conflate('zorgverzekeraar')]);
    expect(corrections(vocabulary(), 'pumpsum')).toEqual([]);
  });

  it('corrects inflected words', () => {
    expect(corrections(vocabulary(), 'zorgverzekraars')).toEqual([conflate('zorgverzekeraar')]);
    expect(corrections(vocabulary(), 'verdeelslutels')).toEqual([conflate('verdeelsleutel')]);
  });

  it('leaves listed words, their inflections, short words, numbers and real words alone', () => {
    expect(corrections(vocabulary(), 'declareren')).toEqual([]);
    expect(corrections(vocabulary(), 'declareert')).toEqual([]);
    expect(corrections(vocabulary(), 'lumpsu')).toEqual([]);
    expect(corrections(vocabulary(), 'lumpsu1')).toEqual([]);
    expect(corrections(vocabulary(), 'declameren')).toEqual([conflate('declareren')]);
    expect(corrections(vocabulary('declameren'), 'declameren')).toEqual([]);
    expect(corrections(vocabulary('declameren'), 'declameert')).toEqual([]);
  });
});
