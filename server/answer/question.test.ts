import { describe, expect, it } from 'vitest';
import { languageOf } from '../text/language.ts';
import { profileQuestion, splitParts } from './question.ts';

describe('splitParts', () => {
  it.each([
    ['Hoe lang loopt het experiment en wie evalueert het eigenlijk?', ['Hoe lang loopt het experiment', 'wie evalueert het eigenlijk?']],
    ['Mag dit met O&I samen? Wat moet ik dan kiezen?', ['Mag dit met O&I samen?', 'Wat moet ik dan kiezen?']],
    ['How long does it run and who pays for it?', ['How long does it run', 'who pays for it?']],
  ])('splits "%s"', (question, parts) => expect(splitParts(question)).toEqual(parts));

  it.each([
    'Wie betaalt het overleg tussen huisarts en fysiotherapeut?',
    'Wij zijn een huisartsenpraktijk en willen overleggen over een groep. Wie betaalt dat?',
    'Geldt de prestatie voor zorg en ondersteuning?',
    'zorg en welzijn, hoe zit dat',
  ])('leaves "%s" whole', (question) => expect(splitParts(question)).toEqual([question]));
});

describe('profileQuestion', () => {
  it.each([
    ['Wanneer stopt het experiment?', 'moment'],
    ['Tot hoe lang mag ik instappen?', 'moment'],
    ['Hoe hoog is het tarief?', 'money'],
    ['Wat is het uurtarief van de psychiater?', 'money'],
    ['Hoeveel netwerken doen mee?', 'quantity'],
    ['Wat is het telefoonnummer van de NZa?', 'contact'],
    ['Hoe heet de voorzitter?', 'person'],
    ['Mag ik dit apart declareren?', 'yes-no'],
    ['Klopt het dat O&I niet samen mag met PGAZ?', 'yes-no'],
  ] as const)('"%s" asks for %s', (question, kind) => expect(profileQuestion(question).asksFor.has(kind)).toBe(true));

  it('asks for nothing in particular when it explains', () => {
    expect([...profileQuestion('Wat betekent hybride overleg?').asksFor]).toEqual([]);
  });

  it.each(['en voor de fysiotherapeut?', 'Geldt dat ook voor de Wlz?', 'en als het een groep is'])('"%s" leans on what was asked before', (question) => {
    expect(profileQuestion(question, true).isFollowUp).toBe(true);
    expect(profileQuestion(question, false).isFollowUp).toBe(false);
  });

  it('a full question stands alone, also after others', () => {
    expect(profileQuestion('Welke afspraken moeten zorgaanbieders en verzekeraars maken over lumpsum betaling bij gelijkgerichte contractering?', true).isFollowUp).toBe(false);
  });
});

it.each([
  ['Wie betaalt het overleg?', 'nl'],
  ['Who pays for the group consultation?', 'en'],
  ['MDO ALK', 'nl'],
] as const)('language of "%s" is %s', (text, language) => expect(languageOf(text)).toBe(language));
