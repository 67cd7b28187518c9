import { describe, expect, it } from 'vitest';
import { DocumentError } from '../errors.ts';
import { readVocabulary, vocabularyForIndex } from './vocabulary.ts';

function faults(yaml: string): string[] {
  try {
    readVocabulary(yaml, 'vocabulary.yaml');
  } catch (error) {
    if (error instanceof DocumentError) return error.message.split('\n');
    throw error;
  }
  return [];
}

/** Faults of a list of terms, with the line within that list. */
const termFaults = (terms: string) =>
  faults(`terms:\n${terms}`).map((fault) => fault.replace(/regel (\d+)/, (_, line) => `regel ${Number(line) - 1}`));

const entry = (term: string, ...lines: string[]) =>
  [`- term: ${term}`, '  explanation: "Uitleg."', ...lines.map((line) => `  ${line}`), ''].join('\n');

describe('the terms of a vocabulary', () => {
  it('fills what is left out', () => {
    expect(readVocabulary(`terms:\n${entry('lumpsum', 'abbreviations: [LS]', 'route: pgaz')}`).terms).toEqual([
      {
        term: 'lumpsum',
        abbreviations: ['LS'],
        exactAbbreviations: [],
        alsoKnownAs: [],
        everydayWords: [],
        exactWords: [],
        english: [],
        related: [],
        explanation: 'Uitleg.',
        route: 'pgaz',
        lookalikes: [],
      },
    ]);
  });

  it('names a term that is there twice, also in other letters', () => {
    expect(termFaults(entry('Lumpsum') + entry('lumpsum'))).toEqual([
      "vocabulary.yaml, regel 3: de term 'lumpsum' staat er twee keer in; voeg de twee samen.",
    ]);
  });

  it('names an abbreviation with two meanings, exact or not', () => {
    expect(
      termFaults(
        entry('a b', 'abbreviations: [MDO, ZIN]') + entry('c d', 'exactAbbreviations: [ZIN]', 'abbreviations: [mdo]'),
      ),
    ).toEqual([
      "vocabulary.yaml, regel 6: de afkorting 'ZIN' hoort al bij 'a b'; een afkorting wijst naar één term.",
      "vocabulary.yaml, regel 7: de afkorting 'mdo' hoort al bij 'a b'; een afkorting wijst naar één term.",
    ]);
  });

  it('refuses an empty and a long explanation', () => {
    const long = Array.from({ length: 26 }, () => 'woord').join(' ');
    expect(termFaults(`- term: a\n  explanation: "  "\n- term: b\n  explanation: ${long}\n`)).toEqual([
      "vocabulary.yaml, regel 2: bij 'explanation': de uitleg is leeg; schrijf één of twee korte zinnen.",
      "vocabulary.yaml, regel 4: bij 'explanation': de uitleg is langer dan 25 woorden; maak haar korter.",
    ]);
    expect(termFaults(`- term: b\n  explanation: ${long.slice(6)}\n`)).toEqual([]);
  });

  it('refuses an unknown field, a missing one, a number and a lone word for a list', () => {
    expect(termFaults(entry('a', 'synoniemen: [b]'))[0]).toMatch(
      /^vocabulary\.yaml, regel 1: het veld 'synoniemen' bestaat niet; kies uit term, /,
    );
    expect(termFaults('- term: a\n')).toEqual(["vocabulary.yaml, regel 1: bij 'explanation': schrijf hier een uitleg."]);
    expect(termFaults(entry('a', 'everydayWords: [36486]'))).toEqual([
      "vocabulary.yaml, regel 3: bij 'everydayWords': schrijf hier tekst; zet getallen tussen aanhalingstekens.",
    ]);
    expect(termFaults(entry('a', 'english: lump sum'))).toEqual([
      "vocabulary.yaml, regel 3: bij 'english': schrijf hier een lijst, bijvoorbeeld [eerste, tweede].",
    ]);
    expect(termFaults(entry('"?!"'))).toEqual(["vocabulary.yaml, regel 1: bij 'term': hier ontbreekt de tekst."]);
  });

  it('refuses a relation to no term and another name that is a term itself', () => {
    expect(termFaults(entry('a', 'related: [c]') + entry('b', 'alsoKnownAs: [A]'))).toEqual([
      "vocabulary.yaml, regel 3: 'c' is geen term van deze lijst; schrijf haar zoals bij 'term'.",
      "vocabulary.yaml, regel 6: 'A' is zelf een term; noem haar bij 'related'.",
    ]);
  });

  it('refuses bad YAML, a field twice and a term that is none', () => {
    expect(termFaults('- term: [a\n')[0]).toMatch(/^vocabulary\.yaml, regel \d: dit is geen geldige YAML/);
    expect(termFaults('- term: a\n  term: b\n  explanation: c\n')).toEqual([
      'vocabulary.yaml, regel 2: dit staat hier twee keer; laat er één staan.',
    ]);
    expect(termFaults('- lumpsum\n')).toEqual(['vocabulary.yaml, regel 1: hier hoort een term met zijn velden te staan.']);
  });
});

describe('readVocabulary', () => {
  const term = entry('lumpsum');
  const routes = 'routes:\n- route: pgaz\n  terms: [lumpsum]\n  everydayWords: [overleg … groep]\n';

  it('names nothing without text, and reads what it wrote for an index', () => {
    const nothing = readVocabulary('');
    expect([nothing.terms, nothing.routes, nothing.facts, nothing.professions, nothing.signals.negations]).toEqual([[], [], [], [], []]);
    const vocabulary = readVocabulary(`terms:\n${term}${routes}`);
    expect(readVocabulary(vocabularyForIndex(`terms:\n${term}${routes}`))).toEqual(vocabulary);
    expect(vocabulary.routes[0]).toMatchObject({ route: 'pgaz', terms: ['lumpsum'], everydayWords: ['overleg … groep'], english: [] });
  });

  it.each([
    ['a list instead of groups', '- term: a\n', 'regel 1: dit bestand hoort de groepen terms, routes, facts, agreementRoutes, agreements, professions, settings, wordLists en signals te hebben.'],
    ['an unknown group', 'termen: []\n', "regel 1: het veld 'termen' bestaat niet; kies uit terms, routes, facts, agreementRoutes, agreements, professions, settings, wordLists, signals."],
    ['a term that is not there', routes, "regel 3: 'lumpsum' is geen term van deze lijst; schrijf haar zoals bij 'term'."],
    ['an unknown field of a route', 'routes:\n- route: pgaz\n  phrases: [x]\n', "regel 2: het veld 'phrases' bestaat niet; kies uit route, terms, abbreviations, exactAbbreviations, alsoKnownAs, everydayWords, exactWords, english, lookalikes."],
    ['a lone word for a list', 'routes:\n- route: pgaz\n  everydayWords: groepsoverleg\n', "regel 3: bij 'everydayWords': schrijf hier een lijst, bijvoorbeeld [eerste, tweede]."],
    ['a fact without a value', 'facts:\n- fact: domein\n', "regel 2: bij 'value': kies true, false of een woord."],
    ['a profession without sectors', 'professions:\n- profession: huisarts\n  sectors: []\n', "regel 3: bij 'sectors': noem minstens één sector."],
    ['a profession joined to a word', 'professions:\n- profession: huisarts\n  sectors: [ggz]\n  joined: ja\n', 'regel 4: hier horen velden met hun waarde te staan.'],
    ['an unknown signal', 'signals:\n  negation: [niet]\n', "regel 2: het veld 'negation' bestaat niet; kies uit negations, harmless, hedges, doubts, alternatives, corrections, joins, pair, pairSpoilers, participants, networks, passing, general, firstPerson, selves."],
  ])('names %s with its line', (_, yaml, fault) => {
    expect(faults(yaml)).toEqual([`vocabulary.yaml, ${fault}`]);
  });

  it('lets others check it, with the line of what they find', () => {
    const check = () => [{ path: ['routes', 0, 'route'], reason: 'onbekende route "pgaz"' }];
    expect(() => readVocabulary(`terms:\n${term}${routes}`, 'vocabulary.yaml', check)).toThrow('vocabulary.yaml, regel 5: onbekende route "pgaz".');
  });
});
