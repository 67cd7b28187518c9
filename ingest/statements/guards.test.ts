import { describe, expect, it } from 'vitest';
import type { FormGuard } from './claim.ts';
import { guardActor } from '../../server/corpus/guards/actor.ts';
import { guardLength } from './guards/length.ts';
import { guardModality } from '../../server/corpus/guards/modality.ts';
import { guardNegation } from '../../server/corpus/guards/negation.ts';
import { guardNumber } from '../../server/corpus/guards/number.ts';
import { guardReadingLevel, readingEase } from './guards/reading-level.ts';
import { guardScope } from '../../server/corpus/guards/scope.ts';
import { guardStandsAlone } from './guards/stands-alone.ts';
import { faultsOf } from './testing/guard-on.ts';
import { TRIPLES } from './testing/triples.ts';

const GUARDS: Record<keyof typeof TRIPLES, FormGuard> = { number: guardNumber, negation: guardNegation, actor: guardActor, modality: guardModality, scope: guardScope };
/** How many of the twenty wrong texts a guard stops, as measured. */
const CAUGHT = { number: 20, negation: 19, actor: 19, modality: 20, scope: 20 };

for (const [name, guard] of Object.entries(GUARDS) as [keyof typeof TRIPLES, FormGuard][]) {
  describe(`the ${name} guard`, () => {
    it.each(TRIPLES[name])('with "%s" as proof lets pass: %s', (quote, right) => {
      expect(faultsOf(guard, right, [quote])).toEqual([]);
    });

    it('stops what the quote does not say', () => {
      const caught = TRIPLES[name].filter(([quote, , wrong]) => faultsOf(guard, wrong, [quote]).length > 0);
      expect(caught.length).toBeGreaterThanOrEqual(CAUGHT[name]);
    });
  });
}

describe('agreement of the two languages', () => {
  const quote = 'Het experiment mag maximaal vijf jaar duren en is niet verlengbaar.';
  const text = 'Het experiment mag maximaal vijf jaar duren en is niet te verlengen.';
  const english = (en: string): string[] => [guardNumber, guardNegation, guardModality].flatMap((guard) => faultsOf(guard, text, [quote], { en }));

  it('lets a faithful translation pass', () => expect(english('The experiment may last at most five years and cannot be extended.')).toEqual([]));
  it('sees another number', () => expect(english('The experiment may last at most six years and cannot be extended.').join()).toContain('"six years" in de Engelse tekst'));
  it('sees a lost denial', () => expect(english('The experiment may last at most five years and is extendable.').join()).toContain('de Engelse niet'));
  it('sees a lost permission', () => expect(english('The experiment lasts at most five years. No extension.').join()).toContain('(mogelijkheid) mist in de Engelse tekst'));
  it('does not take "no more than" for a denial', () => expect(faultsOf(guardNegation, 'Het duurt maximaal vijf jaar.', ['maximaal vijf jaar'], { en: 'It lasts no more than five years.' })).toEqual([]));
});

describe('what stands around a quote', () => {
  it('tells who speaks', () => {
    const text = 'Volgens de NZa zit indirecte tijd in het tarief.';
    expect(faultsOf(guardActor, text, ['Indirecte tijd zit in het tarief.'])).toHaveLength(1);
    expect(faultsOf(guardActor, text, ['Indirecte tijd zit in het tarief.'], { surroundings: ['de NZa, in bijlage A bij het verslag'] })).toEqual([]);
  });

  it('tells when, not how much', () => {
    expect(faultsOf(guardNumber, 'In juli 2024 gold een vrij tarief.', ['Er geldt een vrij tarief.'], { surroundings: ['2024-07'] })).toEqual([]);
    expect(faultsOf(guardNumber, 'Er zijn 4 tarieven.', ['Er zijn tarieven.'], { surroundings: ['4 Hoe te gebruiken?'] })).toHaveLength(1);
  });
});

describe('form', () => {
  const words = (count: number): string => `${Array.from({ length: count }, () => 'zorg').join(' ')}.`;

  it('counts sentences and words', () => {
    expect(faultsOf(guardLength, 'De zorg is er. De zorg is goed.', [])).toEqual([]);
    expect(faultsOf(guardLength, 'De zorg is er. De zorg is goed. De zorg blijft.', [])).toEqual(['de tekst heeft 3 zinnen; houd er hoogstens 2']);
    expect(faultsOf(guardLength, words(20), [])).toEqual([]);
    expect(faultsOf(guardLength, words(21), [])).toEqual([expect.stringContaining('een zin heeft 21 woorden')]);
    expect(faultsOf(guardLength, `Z${words(18)} Z${words(18)}`, [])).toEqual(['de tekst heeft 36 woorden; houd er hoogstens 35']);
  });

  it.each(['Dit mag niet.', 'Daarvoor is een contract nodig.', 'Zij betalen samen.', 'Ook mag het samen.', 'Het mag ook anders.', 'In dat geval betaalt de gemeente.'])('does not let lean: %s', (text) => {
    expect(faultsOf(guardStandsAlone, text, [])).toHaveLength(1);
  });
  it.each(['Het experiment duurt vijf jaar.', 'Ook als de verzekeraar betaalt, geldt dit.', 'PGAZ mag.', 'Er zijn vier prestaties.', 'Dieren mogen mee.'])('stands alone: %s', (text) => {
    expect(faultsOf(guardStandsAlone, text, [])).toEqual([]);
  });

  it('tells hard from easy reading', () => {
    expect(readingEase('De zorg is er voor ons. Wij doen mee.')).toBeGreaterThan(90);
    const hard = 'Prestatiebeschrijvingsbeschikkingen specificeren patiëntengroepsgebonden samenwerkingsverbanden, verantwoordingsinformatie, declaratieprocessen, kwaliteitsafspraken, controlemaatregelen en evaluatieverplichtingen.';
    expect(faultsOf(guardReadingLevel, hard, [])).toHaveLength(1);
    expect(faultsOf(guardReadingLevel, 'Zvw betekent: Zorgverzekeringswet.', [])).toEqual([]);
  });
});
