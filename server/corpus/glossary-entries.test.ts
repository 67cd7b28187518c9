import { describe, expect, it } from 'vitest';
import { DocumentError } from '../errors.ts';
import { readGlossaryEntries } from './glossary-entries.ts';

function faults(yaml: string): string[] {
  try {
    readGlossaryEntries(yaml, 'glossary.yaml');
  } catch (error) {
    if (error instanceof DocumentError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const entry = (term: string, ...lines: string[]) =>
  [`- term: ${term}`, '  explanation: "Uitleg."', ...lines.map((line) => `  ${line}`), ''].join('\n');

describe('readGlossaryEntries', () => {
  it('fills what is left out', () => {
    expect(readGlossaryEntries(entry('lumpsum', 'abbreviations: [LS]', 'route: pgaz'), 'x')).toEqual([
      {
        term: 'lumpsum',
        abbreviations: ['LS'],
        exactAbbreviations: [],
        alsoKnownAs: [],
        everydayWords: [],
        english: [],
        related: [],
        explanation: 'Uitleg.',
        route: 'pgaz',
        lookalikes: [],
      },
    ]);
  });

  it('names a term that is there twice, also in other letters', () => {
    expect(faults(entry('Lumpsum') + entry('lumpsum'))).toEqual([
      "glossary.yaml, regel 3: de term 'lumpsum' staat er twee keer in; voeg de twee samen.",
    ]);
  });

  it('names an abbreviation with two meanings, exact or not', () => {
    expect(
      faults(
        entry('a b', 'abbreviations: [MDO, ZIN]') + entry('c d', 'exactAbbreviations: [ZIN]', 'abbreviations: [mdo]'),
      ),
    ).toEqual([
      "glossary.yaml, regel 6: de afkorting 'ZIN' hoort al bij 'a b'; een afkorting wijst naar één term.",
      "glossary.yaml, regel 7: de afkorting 'mdo' hoort al bij 'a b'; een afkorting wijst naar één term.",
    ]);
  });

  it('refuses an empty and a long explanation', () => {
    const long = Array.from({ length: 26 }, () => 'woord').join(' ');
    expect(faults(`- term: a\n  explanation: "  "\n- term: b\n  explanation: ${long}\n`)).toEqual([
      "glossary.yaml, regel 2: bij 'explanation': de uitleg is leeg; schrijf één of twee korte zinnen.",
      "glossary.yaml, regel 4: bij 'explanation': de uitleg is langer dan 25 woorden; maak haar korter.",
    ]);
    expect(faults(`- term: b\n  explanation: ${long.slice(6)}\n`)).toEqual([]);
  });

  it('refuses an unknown field, a missing one, a number and a lone word for a list', () => {
    expect(faults(entry('a', 'synoniemen: [b]'))[0]).toMatch(
      /^glossary\.yaml, regel 1: het veld 'synoniemen' bestaat niet; kies uit term, /,
    );
    expect(faults('- term: a\n')).toEqual(["glossary.yaml, regel 1: bij 'explanation': schrijf hier een uitleg."]);
    expect(faults(entry('a', 'everydayWords: [36486]'))).toEqual([
      "glossary.yaml, regel 3: bij 'everydayWords': schrijf hier tekst; zet getallen tussen aanhalingstekens.",
    ]);
    expect(faults(entry('a', 'english: lump sum'))).toEqual([
      "glossary.yaml, regel 3: bij 'english': schrijf hier een lijst, bijvoorbeeld [eerste, tweede].",
    ]);
    expect(faults(entry('"?!"'))).toEqual(["glossary.yaml, regel 1: bij 'term': hier ontbreekt de tekst."]);
  });

  it('refuses a relation to no term and another name that is a term itself', () => {
    expect(faults(entry('a', 'related: [c]') + entry('b', 'alsoKnownAs: [A]'))).toEqual([
      "glossary.yaml, regel 3: 'c' is geen term van deze lijst; schrijf haar zoals bij 'term'.",
      "glossary.yaml, regel 6: 'A' is zelf een term; noem haar bij 'related'.",
    ]);
  });

  it('refuses bad YAML, a field twice and a file that is no list', () => {
    expect(faults('- term: [a\n')[0]).toMatch(/^glossary\.yaml, regel \d: dit is geen geldige YAML/);
    expect(faults('- term: a\n  term: b\n  explanation: c\n')).toEqual([
      'glossary.yaml, regel 2: dit veld staat twee keer bij dezelfde term; laat er één staan.',
    ]);
    expect(faults('term: a\n')).toEqual(['glossary.yaml, regel 1: dit bestand hoort een lijst van termen te zijn.']);
    expect(faults('')).toEqual(['glossary.yaml, regel 1: dit bestand hoort een lijst van termen te zijn.']);
    expect(faults('- lumpsum\n')).toEqual(['glossary.yaml, regel 1: hier hoort een term met zijn velden te staan.']);
  });
});
