import { describe, expect, it } from 'vitest';
import { loadDictionary, parseDictionary } from './dictionary.ts';

describe('the Dutch word list', async () => {
  const dictionary = await loadDictionary();

  it.each(['bekostiging', 'zorgverzekeraars', 'patiënten', 'gespecialiseerde', 'belangrijk', 'Kostenverdeling', 'prestatiebeschrijving'])('knows %s', (word) => {
    expect(dictionary.has(word)).toBe(true);
  });

  it.each(['contrac', 'zorgverzeke', 'kostenver', 'gespeciali', 'dooront', 'dezorg', 'opde', 'relatiefzware', 'bekostigings', 'x'.repeat(100)])(
    'does not know %s',
    (word) => {
      expect(dictionary.has(word)).toBe(false);
    },
  );
});

describe('parseDictionary', () => {
  const aff = ['SFX Zb Y 1', 'SFX Zb 0 en/CaCbCp [^eo]', 'SFX Ch Y 1', 'SFX Ch 0 s/CaCbCxCp .', 'SFX Ze Y 1', 'SFX Ze 0 ken/CaCbCp k'].join('\n');
  const dictionary = parseDictionary(aff, ['5', 'zorg/CaCc', 'handeling/ZbCcCh', 'fout/Fw', 'boek/CcCaZe', 'plan/Cc'].join('\n'));

  it('follows suffixes, linking letters and places in a compound', () => {
    const words = 'handelingen zorgboek handelingsplan handelings planzorg fout boekken Zorgplan'.split(' ');
    expect(words.filter((word) => dictionary.has(word))).toEqual(['handelingen', 'zorgboek', 'handelingsplan', 'boekken', 'Zorgplan']);
    expect(dictionary.hasSimple('zorgboek')).toBe(false);
  });
});
