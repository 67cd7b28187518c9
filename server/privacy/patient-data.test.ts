import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadInputError } from '../errors.ts';
import { findPatientData, PatientDataError, refusePatientData } from './patient-data.ts';
import { passesElevenTest } from './person-numbers.ts';

const kinds = (text: string): string[] => findPatientData(text).map(({ kind }) => kind);
const parts = (text: string): string[] => findPatientData(text).map(({ start, end }) => text.slice(start, end));

describe('citizen service numbers', () => {
  it.each([
    ['123456782', true], // the number in the government's own examples
    ['111222333', true],
    ['123456789', false],
    ['000000000', false],
  ])('%s: 11-proef %s', (digits, passes) => expect(passesElevenTest(digits)).toBe(passes));

  it.each([
    'Patiënt met bsn 123456782 krijgt overleg.',
    'BSN: 1234.56.782',
    'burgerservicenummer 123 456 782, mag dit?',
    'mevrouw, nummer 111222333, komt bij de huisarts',
    'bsn 123456782 - 12-03-1956',
  ])('finds it in "%s"', (text) => expect(kinds(text)).toContain('bsn'));

  it.each([
    'Valt zorgproduct 123456782 onder het tarief?',
    'Kamerstuk 123456782',
    'Wat kost 123456782?',
    'bsn 123456789', // fails the 11-proef
  ])('leaves "%s" alone', (text) => expect(kinds(text)).toEqual([]));
});

describe('dates of birth', () => {
  it.each([
    ['geboren op 3 maart 1985', '3 maart 1985'],
    ['geb. 03-03-1985', '03-03-1985'],
    ['geboortedatum 1985-03-03', '1985-03-03'],
    ['patiënt (12/03/56) heeft ALK', '12/03/56'],
    ['mevrouw, 12-03-1956, vraagt overleg', '12-03-1956'],
  ])('finds it in "%s"', (text, date) => {
    expect(kinds(text)).toEqual(['geboortedatum']);
    expect(parts(text)).toEqual([date]);
  });

  it.each([
    'Eindigt het experiment op 1 mei 2029?',
    'de Aanwijzing van de Minister voor Medische Zorg van 19 april 2024',
    'Mag de patiënt sinds 1 januari 2025 eigen risico betalen?',
    'Geldt dit vanaf 01-05-2024 voor patiënten?',
  ])('leaves "%s" alone', (text) => expect(kinds(text)).toEqual([]));
});

describe('names', () => {
  it.each([
    'Mag ik overleg over mevrouw Jansen declareren?',
    'dhr. de Vries heeft ALK',
    'Patiënt Pietersen krijgt fysiotherapie',
    'mevrouw van der berg komt bij de huisarts',
    'meneer jansen vraagt meedenkadvies',
    'de patiënt heet Willem',
    'Overleg over mw. J. Klaassen',
    'cliënt El Khatib wil overleg',
  ])('finds it in "%s"', (text) => expect(kinds(text)).toEqual(['naam']));

  it.each([
    'Hoe wordt overleg over een patiënt met ALK betaald?',
    'Krijgt de patiënt Zvw-zorg of Wlz-zorg?',
    'Een patiënt PGAZ en O&I tegelijk?',
    'Wie betaalt het overleg over een patiënt? Menzis of de gemeente?',
    'Mevrouw de minister schreef een brief',
    'Een mevrouw belt de huisarts over het eigen risico',
    'Kan de patiënt. De huisarts belt dan',
    'Is een patiëntgroep een groep patiënten?',
    'mevrouw heeft pijn',
  ])('leaves "%s" alone', (text) => expect(kinds(text)).toEqual([]));
});

describe('phone, e-mail and bank account', () => {
  it.each([
    ['bel 06-12345678', 'telefoonnummer', '06-12345678'],
    ['bel 06 12 34 56 78 graag', 'telefoonnummer', '06 12 34 56 78'],
    ['tel. 030-2345678', 'telefoonnummer', '030-2345678'],
    ['+31 (0)6 12345678', 'telefoonnummer', '+31 (0)6 12345678'],
    ['0031612345678', 'telefoonnummer', '0031612345678'],
    ['mail naar jan.jansen@voorbeeld.nl.', 'e-mailadres', 'jan.jansen@voorbeeld.nl'],
    ['rekening NL91 ABNA 0417 1643 00', 'rekeningnummer', 'NL91 ABNA 0417 1643 00'],
  ])('finds it in "%s"', (text, kind, part) => {
    expect(kinds(text)).toEqual([kind]);
    expect(parts(text)).toEqual([part]);
  });

  it.each([
    'kenmerk 3805336-1064180-PZO',
    'Kamerstukken II 2023/2024, 31 765, nr. 842',
    'BWBR0018492',
    'van 01-05-2024 tot 01-05-2029',
    'GB00 WEST 1234 5698 7654 32', // wrong check digits
    'overleg @ huisarts',
    '10% Wmo, 20% Jw, 70% Zvw van € 200.000,00',
  ])('leaves "%s" alone', (text) => expect(kinds(text)).toEqual([]));
});

describe('refusePatientData', () => {
  it('names what was found, once, without repeating it', () => {
    const refused = (): void => refusePatientData('mevrouw Jansen, geb. 3-4-1950', 'mevrouw Jansen');
    expect(refused).toThrow(PatientDataError);
    expect(refused).toThrow(BadInputError);
    expect(refused).toThrow('een naam en een geboortedatum');
    expect(refused).not.toThrow('Jansen');
  });

  it('lets an ordinary question through', () => {
    expect(() => refusePatientData('Hoe wordt overleg over een groep patiënten betaald?')).not.toThrow();
  });
});

describe('any text', () => {
  it('gives ranges inside the text, in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 .-/@+()AaJjNL,\n', 'geb ', 'mw. ', 'bsn ', 'patiënt '), maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end } of findPatientData(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });

  it.each(['1', '1 ', '1-', 'a@', 'mw. ', 'geb 1-', '(0)', 'NL9', "'"])('gets through 20,000 times "%s"', (piece) => {
    // Ends within the suite's own time limit only because every scanner is linear.
    expect(Array.isArray(findPatientData(piece.repeat(20_000)))).toBe(true);
  });
});
