import { describe, expect, it } from 'vitest';
import { loadDictionary } from '../canonical/dictionary.ts';
import { languageWarning, unknownWords } from './unknown-words.ts';

describe('words that the Dutch list does not have', () => {
  it('are told, most frequent first; names, abbreviations and compounds are not', async () => {
    const found = unknownWords('De zorgverzekeraar betaaltd het overleg. Jansen en PGAZ: betaaltd, overlgen, patiëntengroepsgebonden afstemming.', await loadDictionary());
    expect(found.words).toEqual([{ word: 'betaaltd', times: 2 }, { word: 'overlgen', times: 1 }]);
    expect(languageWarning(found)).toBeUndefined();
  });

  it('give another language away', async () => {
    const english = 'The insurance company reimburses every consultation between physicians whenever both parties agreed beforehand about their payment.';
    expect(languageWarning(unknownWords(english.repeat(5), await loadDictionary()))).toMatch(/andere taal/);
  });
});
