import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realCorpus } from '../../ingest/testing/corpus.ts';
import { words } from '../text/words.ts';
import { decidingClause } from './deciding-clause.ts';

const { documents } = await realCorpus();
const SENTENCES = documents.flatMap(({ text, sentences }) => sentences.map(({ start, end }) => text.slice(start, end)));
const LONG = SENTENCES.filter((text) => text.length > 170);

/** The longest sentence of the sources that holds these words. */
function sentenceWith(part: string): string {
  const found = SENTENCES.filter((text) => text.includes(part));
  expect(found.length, part).toBeGreaterThan(0);
  return found.reduce((a, b) => (b.length > a.length ? b : a));
}

/** A sentence of the sources, what it proves, what is shown of it and what is not. */
const CASES: [start: string, proves: string, shown: string, hidden: string][] = [
  ['Het doel van het experiment is om via de nog vast', 'Zorgaanbieders kunnen samenwerkingsverbanden vormgeven, voor samenhangende zorg voor groepen verzekerden.', 'invulling te geven aan (regionale) samenwerkingsverbanden', 'Het doel van het experiment'],
  ['Aanwezige ervaringsdeskundigen (NALK', 'De pakketagenda lijkt zich op langdurige processen te richten.', 'zich primair lijken te focussen op langdurige processen', 'laaghangend fruit'],
  ['De betaaltitel krijgt een generiek karakter', 'Verschillende initiatieven kunnen dezelfde betaaltitel gebruiken.', 'verschillende initiatieven gebruik kunnen maken van dezelfde betaaltitel', 'per casus'],
  ['Bijvoorbeeld een afspraak waarbij 10%', 'Aanbieders in de Wmo 2015 krijgen in het voorbeeld 10% van de kosten.', '10% van de kosten aan aanbieders in de Wmo 2015', '70%'],
  ['Bijvoorbeeld een afspraak waarbij 10%', 'Zorgaanbieders in de Zvw krijgen in het voorbeeld 70%.', '70% van de kosten aan zorgaanbieders in de Zvw', '10%'],
  ['Zorgverzekeraars gaan uitwerken op welke wijze', 'Zorgverzekeraars werken uit hoe het proces administratief het beste kan.', 'administratief het beste uitgewerkt', 'betrokken partijen'],
  ['Zorgverzekeraars gaan uitwerken op welke wijze', 'De aanpak wordt afgestemd met partijen.', 'afgestemd met betrokken partijen', 'administratief'],
  ['In ieder geval zal worden gerapporteerd over:', 'De NZa meldt in hoeveel gevallen de prestatie is gebruikt.', 'het aantal gevallen waarin gebruik is gemaakt van de prestatie', 'macrokaders'],
  ['De prestatie kan ook worden ingezet voor zogenoemde hybride', 'PGAZ kan ook worden ingezet voor hybride overleggen.', 'kan ook worden ingezet voor zogenoemde hybride overleggen', 'individuele patiënten'],
  ['Zorgaanbieders in de Wlz zouden voor de bekostiging', 'Dat kan na aanvaarding van het voorstel door het parlement.', 'na aanvaarding van dit voorstel door het parlement', 'Zorgaanbieders in de Wlz'],
];

describe('the part of a quote that decides', () => {
  it.each(CASES)('%s: %s', (start, proves, shown, hidden) => {
    const quote = sentenceWith(start);
    const clause = decidingClause(quote, proves);
    expect(clause).toBeDefined();
    const text = quote.slice(...clause!);
    expect(text).toContain(shown);
    expect(text).not.toContain(hidden);
    expect(text.length).toBeLessThan(quote.length);
  });

  it('is nothing where the quote is short enough to be read whole', () => {
    const short = sentenceWith('Het experiment start per 1 mei 2024 en heeft');
    expect(short.length).toBeLessThanOrEqual(170);
    expect(decidingClause(short, 'Het experiment duurt vijf jaar.')).toBeUndefined();
  });

  it('is nothing where the quote is one long clause', () => {
    expect(decidingClause('overleg '.repeat(30).trim(), 'overleg')).toBeUndefined();
  });

  it('does not take an amount or a time apart', () => {
    const quote = `${'Dit gaat over heel iets anders en helpt niet verder, '.repeat(3)}het bedrag is € 1,50 per verzekerde om 12:30 uur, en dat blijft zo.`;
    const clause = decidingClause(quote, 'Het bedrag is € 1,50 per verzekerde om 12:30 uur.');
    expect(quote.slice(...clause!)).toBe('het bedrag is € 1,50 per verzekerde om 12:30 uur,');
  });

  it('never begins or ends inside a word or number, in any long sentence of the sources', () => {
    expect(LONG.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(fc.constantFrom(...LONG), fc.constantFrom(...SENTENCES), (quote, proves) => {
        const clause = decidingClause(quote, proves);
        if (!clause) return;
        const [start, end] = clause;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(quote.length);
        expect(quote.slice(start, end).trim()).toBe(quote.slice(start, end));
        for (const at of [start, end]) expect(words(quote).some((word) => word.start < at && at < word.end)).toBe(false);
        // Nor between the parts of an amount or a date.
        for (const at of [start, end]) expect(quote.slice(Math.max(0, at - 2), at + 1)).not.toMatch(/^\d[.,]\d$/);
      }),
      { numRuns: 400 },
    );
  });
});
