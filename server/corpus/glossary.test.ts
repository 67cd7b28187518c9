import { describe, expect, it } from 'vitest';
import { expandQuery, explainTerms, parseGlossary } from './glossary.ts';

const GLOSSARY = parseGlossary(`
terms:
- term: patiëntengroepsgebonden afstemming
  abbreviations: [PGAZ, BDSS]
  alsoKnownAs: [patiëntengroepsgebonden samenwerking]
  everydayWords: [overleg over een groep patiënten, overleg vergoed]
  english: [group consultation]
  related: [lumpsum]
  explanation: "Afspraken over een groep patiënten."
  route: pgaz
- term: lumpsum
  everydayWords: [vast bedrag]
  explanation: "Eén bedrag per periode."
- term: Zorginstituut Nederland
  abbreviations: [ZiNL]
  exactAbbreviations: [ZIN]
  explanation: "Legt uit wat verzekerde zorg is."
- term: indirecte tijd
  everydayWords: [overleg vergoed, betaling]
  explanation: "Tijd zonder de patiënt."
  lookalikes: [bepaling]
`);

describe('expandQuery', () => {
  it('gives the term, its other names and its abbreviations, in that order', () => {
    expect(expandQuery('Is een overleg over groepen patiënten mogelijk?', GLOSSARY)).toEqual([
      {
        term: 'patiëntengroepsgebonden afstemming',
        matched: 'overleg over groepen patiënten',
        expansions: ['patiëntengroepsgebonden afstemming', 'patiëntengroepsgebonden samenwerking', 'PGAZ', 'BDSS'],
      },
    ]);
  });

  it('leaves out what the query says itself', () => {
    expect(expandQuery('pgaz', GLOSSARY)).toEqual([
      {
        term: 'patiëntengroepsgebonden afstemming',
        matched: 'pgaz',
        expansions: ['patiëntengroepsgebonden afstemming', 'patiëntengroepsgebonden samenwerking', 'BDSS'],
      },
    ]);
    expect(expandQuery('Lumpsum', GLOSSARY)).toEqual([{ term: 'lumpsum', matched: 'Lumpsum', expansions: [] }]);
  });

  it('gives each term once, at its first place', () => {
    const found = expandQuery('een vast bedrag voor bdss, dus een lumpsum voor pgaz', GLOSSARY);
    expect(found.map(({ term, matched }) => [term, matched])).toEqual([
      ['lumpsum', 'vast bedrag'],
      ['patiëntengroepsgebonden afstemming', 'bdss'],
    ]);
  });

  it('gives all terms that share an everyday word', () => {
    expect(expandQuery('wordt overleg vergoed', GLOSSARY).map(({ term }) => term)).toEqual([
      'patiëntengroepsgebonden afstemming',
      'indirecte tijd',
    ]);
  });

  it('tells ZIN from zin', () => {
    expect(expandQuery('wat zegt ZIN', GLOSSARY).map(({ term }) => term)).toEqual(['Zorginstituut Nederland']);
    expect(expandQuery('wat zegt zinl', GLOSSARY).map(({ term }) => term)).toEqual(['Zorginstituut Nederland']);
    expect(expandQuery('heeft het zin', GLOSSARY)).toEqual([]);
  });

  it('understands English and typos, and knows look-alikes', () => {
    expect(expandQuery('Who pays for group consultations?', GLOSSARY)[0]?.term).toBe(
      'patiëntengroepsgebonden afstemming',
    );
    expect(expandQuery('de betalling', GLOSSARY)[0]).toMatchObject({ term: 'indirecte tijd', matched: 'betalling' });
    expect(expandQuery('deze bepaling', GLOSSARY)).toEqual([]);
  });
});

describe('explainTerms', () => {
  it('tells which terms a text names, by which name and where', () => {
    const text = 'De PGAZ kan als lumpsum; patiëntengroepsgebonden samenwerking dus.';
    expect(explainTerms(text, GLOSSARY)).toEqual([
      {
        term: 'patiëntengroepsgebonden afstemming',
        matched: 'PGAZ',
        naming: 'abbreviation',
        start: 3,
        end: 7,
        explanation: 'Afspraken over een groep patiënten.',
        route: 'pgaz',
      },
      {
        term: 'lumpsum',
        matched: 'lumpsum',
        naming: 'term',
        start: 16,
        end: 23,
        explanation: 'Eén bedrag per periode.',
      },
    ]);
    expect(explainTerms('patiëntengroepsgebonden samenwerkingen', GLOSSARY)[0]?.naming).toBe('alsoKnownAs');
  });

  it('does not count everyday words, English or typos', () => {
    expect(
      explainTerms('Overleg over een groep patiënten: group consultation, lumpsun, vast bedrag.', GLOSSARY),
    ).toEqual([]);
  });
});
