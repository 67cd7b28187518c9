import { describe, expect, it } from 'vitest';
import { loadDictionary } from './dictionary.ts';
import { joinLines, repairHyphens } from './join-lines.ts';
import { createLexicon } from './lexicon.ts';

const corpus = 'Het gaat om de Zvw-zorg en de regio-opgaven van (zorg)aanbieders met meedenkadvies in de regio.';
const lexicon = createLexicon([corpus], await loadDictionary());

function joined(before: string, after: string): string {
  const join = joinLines(before, after, lexicon);
  return before.slice(0, before.length - join.cut) + join.glue + (join.head === undefined ? after : join.head + after.slice(1));
}

describe('joinLines', () => {
  it.each([
    ['samenwer-', 'king in de regio', 'samenwerking in de regio'],
    ['de catego-', 'rieën verzekerden', 'de categorieën verzekerden'],
    ['het meedenk-', 'advies', 'het meedenkadvies'],
    ['een onbe-', 'kendwoordx', 'een onbekendwoordx'],
    // Hyphenation drops the trema.
    ['de co-', 'ordinatie', 'de coördinatie'],
    ['is ge-', 'informeerd', 'is geïnformeerd'],
    ['de ge-', 'evalueerde prestatie', 'de geëvalueerde prestatie'],
  ])('joins a word that was hyphenated: %s | %s', (before, after, expected) => {
    expect(joined(before, after)).toBe(expected);
  });

  it.each([
    ['de Zvw-', 'sectoren', 'de Zvw-sectoren'],
    ['een O&I-', 'prestatie', 'een O&I-prestatie'],
    ['de NZa-', 'beleidsregel', 'de NZa-beleidsregel'],
    ['de regio-', 'opgaven', 'de regio-opgaven'],
    ['de zorg-', 'en welzijnsorganisaties', 'de zorg- en welzijnsorganisaties'],
    ['van domein-', 'of sectoroverstijgende zorg', 'van domein- of sectoroverstijgende zorg'],
    ['vraag-', 'en aanbod', 'vraag- en aanbod'],
    ['zorgverzekeraars en -', 'aanbieders', 'zorgverzekeraars en -aanbieders'],
    ['een niet-', 'bindend advies', 'een niet-bindend advies'],
    ['de video-', 'opname', 'de video-opname'],
    ['in 2023-', '2024', 'in 2023-2024'],
    ['aanpak/', 'handleiding', 'aanpak/handleiding'],
    ['https://www.nza.nl/2023/handreiking-', 'domein-vanuit', 'https://www.nza.nl/2023/handreiking-domein-vanuit'],
    ['https://www.nza.nl/2023/12/', 'handreiking', 'https://www.nza.nl/2023/12/handreiking'],
    ['https://www.nza.nl/', 'De handreiking', 'https://www.nza.nl/ De handreiking'],
  ])('keeps a hyphen or slash of the text: %s | %s', (before, after, expected) => {
    expect(joined(before, after)).toBe(expected);
  });

  it.each([
    ['de contrac', 'tering beter', 'de contractering beter'],
    ['door zorgverzeke', 'raars om', 'door zorgverzekeraars om'],
    ['de kostenver', 'deling tussen', 'de kostenverdeling tussen'],
    ['hoog gespeciali', 'seerde zorg', 'hoog gespecialiseerde zorg'],
    ['zijn (zorg)', 'financiers', 'zijn (zorg)financiers'],
  ])('joins halves without a hyphen: %s | %s', (before, after, expected) => {
    expect(joined(before, after)).toBe(expected);
  });

  it.each([
    ['de zorg', 'verzekeraar betaalt'],
    ['in', 'richting van'],
    ['van het zorgprestatie', 'model'],
    ['huisartsen', 'zorg'],
    ['(relatief)', 'zware zorgvraag'],
    ['bij de NZa', 'aanvraag'],
    ['een xyzzy', 'plugh'],
    ['met -', 'na aanvaarding'],
  ])('leaves two words two words: %s | %s', (before, after) => {
    expect(joined(before, after)).toBe(`${before} ${after}`);
  });
});

describe('repairHyphens', () => {
  it.each([
    ['elke (zorg)- aanbieder draagt bij', 'elke (zorg)aanbieder draagt bij'],
    ['de ADZ- ondersteuning', 'de ADZ-ondersteuning'],
    ['het macrobeheersin- strument', 'het macrobeheersinstrument'],
    ['voor- en nadelen', 'voor- en nadelen'],
    ['de Innovatie- experimenten', 'de Innovatie- experimenten'],
    ['beroeps- of bedrijfsmatig', 'beroeps- of bedrijfsmatig'],
    ['het wetsvoorstel - na aanvaarding - geldt', 'het wetsvoorstel - na aanvaarding - geldt'],
  ])('%s', (text, expected) => {
    expect(repairHyphens(text, lexicon).text).toBe(expected);
  });
});
