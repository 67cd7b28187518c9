import { describe, expect, it } from 'vitest';
import { PatternError, SentencePattern, wordsOfPatterns } from './sentence-pattern.ts';
import { sentenceText } from './sentence-words.ts';
import { createWordCorrector } from './word-corrector.ts';

const lists = { patient: ['patiënt', 'cliënt*', '1 of ander mens'], nested: ['mijn {patient}'], ring: ['{ring}'] };

/** The words that a pattern finds first. */
function found(pattern: string, text: string): string | undefined {
  const sentence = sentenceText(text, (word) => word);
  const [span] = new SentencePattern(pattern, lists).find(sentence);
  return span && sentence.words.slice(span.first, span.last).map(({ word }) => word).join(' ');
}

describe('a pattern', () => {
  it.each([
    ['words, whatever their capitals and accents', 'over patiënt', 'Over PATIENT', 'over patient'],
    ['a number apart from an article', 'over één patiënt', 'over één patiënt', 'over 1 patient'],
    ['no article for a number', 'over één patiënt', 'over een patiënt', undefined],
    ['a hyphen as a space', 'alk groep', 'de ALK-groep', 'alk groep'],
    ['an ampersand as one word', 'al o&i', 'we krijgen al O & I', 'al o&i'],
    ['a list', 'met {patient}', 'met cliënten', 'met clienten'],
    ['a list within a list', 'over {nested}', 'over mijn patiënt', 'over mijn patient'],
    ['alternatives', '(bel|mail) vaak', 'ik mail vaak', 'mail vaak'],
    ['an option that is there', 'de [hele grote] groep', 'de hele grote groep', 'de hele grote groep'],
    ['an option that is not', 'de [hele grote] groep', 'de groep', 'de groep'],
    ['up to three words between', 'over … groep', 'over een hele kleine groep', 'over een hele kleine groep'],
    ['no more than three', 'over … groep', 'over een heel erg kleine groep', undefined],
    ['no gap over a comma', 'over … groep', 'over ons, de groep', undefined],
    ['no gap over a denial', 'over … groep', 'over niet de groep', undefined],
    ['a long gap over a comma', 'eerst …… dan', 'eerst de een, en even later dan', 'eerst de een , en even later dan'],
    ['no long gap over a full stop', 'eerst …… dan', 'eerst de een. En dan', undefined],
    ['the start of a sentence', '^ fysio', 'Hoi. Fysio hier', 'fysio'],
    ['the start of a sentence only', '^ fysio', 'een fysio', undefined],
    ['the end of a clause', 'hier $', 'fysio hier, hallo', 'hier'],
    ['no end at a question mark', 'hier $', 'fysio hier?', undefined],
    ['a comma', 'nee , groep', 'nee: groep', 'nee , groep'],
    ['what may not follow', 'groep !(artsen)', 'een groep artsen', undefined],
    ['what may follow', 'groep !(artsen)', 'een groep mensen', 'groep'],
    ['what may not come before', '!(geen|niet) groep', 'niet groep', undefined],
    ['the start of a word', 'client*', 'cliënten', 'clienten'],
    ['the end of a word', '*groep', 'diabetesgroep', 'diabetesgroep'],
    ['any word', 'ik * graag', 'ik praat graag', 'ik praat graag'],
    ['a plural with an apostrophe', 'fysios', "de fysio's", 'fysios'],
    ['"maar" as the end of a clause', 'over … groep', 'over ons maar groep', undefined],
  ])('finds %s', (_, pattern, text, words) => {
    expect(found(pattern, text)).toBe(words);
  });

  it('finds every place, also where two overlap', () => {
    const sentence = sentenceText('a en b en c', (word) => word);
    expect(new SentencePattern('(a|b) en (b|c)', {}).find(sentence)).toEqual([{ first: 0, last: 3 }, { first: 2, last: 5 }]);
  });

  it.each([
    ['a list that is not there', 'over {pateint}', /de woordgroep '\{pateint\}' bestaat niet; kies uit patient, nested, ring/],
    ['a list in a ring', '{ring}', /kring/],
    ['an open bracket', '(over patiënt', /ontbreekt een haakje/],
    ['a sign that is no word', 'over + patiënt', /'\+', dat geen woord is/],
  ])('refuses %s, in Dutch', (_, pattern, reason) => {
    expect(() => new SentencePattern(pattern, lists)).toThrow(PatternError);
    expect(() => new SentencePattern(pattern, lists)).toThrow(reason);
  });
});

describe('a typing mistake', () => {
  const correct = createWordCorrector(wordsOfPatterns(['(fysiotherapeut|gemeente) {patient}', 'behandel* verzekeraar']), ['verzekerbaar']);

  it.each([
    ['is corrected in a long word', 'fysiotherapuet', 'fysiotherapeut'],
    ['is no other ending', 'gemeenten', 'gemeenten'],
    ['is no real word', 'verzekerbaar', 'verzekerbaar'],
    ['is not seen in a short word', 'gement', 'gement'],
  ])('%s', (_, typed, meant) => {
    expect(correct(typed)).toBe(meant);
  });
});
