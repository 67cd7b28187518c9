import type { CitedText, RouteDescription, StatementDetail } from '../../server/contract.ts';
import type { Services } from '../../server/assistant/services.ts';
import { cite } from './fake-documents.ts';

/** Two routes and some statements with the shape and length of the real ones. */

const needed = cite(1, 'aanwijzing-pgaz-2024', 'Zorgaanbieders kunnen de prestatie alleen in rekening brengen wanneer hierover een overeen- komst is met een zorgverzekeraar.', 'Artikel 4 Uitgangspunten experiment');
const ends = cite(1, 'handleiding-pgaz-2024', 'Het experiment eindigt daarom uiterlijk op 1 mei 2029.', '7 Monitoring en evaluatie');
const text = (words: string, citation = needed): CitedText => ({ text: words, citations: [citation] });

const pgaz: RouteDescription = {
  id: 'pgaz',
  title: 'PGAZ (patiëntengroepsgebonden afstemming)',
  summary: 'Betaling voor zorgaanbieders in de Zvw die overleggen over een groep patiënten.',
  payment: 'apart',
  paymentNote: text('U krijgt dit overleg apart betaald, tegen een tarief dat u met de zorgverzekeraar afspreekt.'),
  standing: { ...text('Het experiment loopt vanaf 1 mei 2024, maximaal vijf jaar.', ends), phase: 'in-force' },
  periods: [{ ...text('Het experiment loopt vanaf 1 mei 2024, maximaal vijf jaar.', ends), from: '2024-05-01', to: '2029-04-30', standing: 'in-force' }],
  conditions: [
    { id: 'onderwerp', kind: 'situatie', ...text('Het overleg gaat over een groep patiënten.'), aspect: 'patients', answers: ['Over een groep patiënten', 'Over een groep én over losse patiënten (hybride)'] },
    { id: 'domein', kind: 'situatie', ...text('De aanbieder die betaald wil worden, werkt onder de Zvw.'), aspect: 'provider', answers: ['Zorgverzekeringswet (Zvw)'] },
    { id: 'sectoren', kind: 'betwist', ...text('De deelnemers komen uit verschillende sectoren of domeinen.') },
    { id: 'overeenkomst', kind: 'regelen', ...text('Er is een schriftelijke overeenkomst met een zorgverzekeraar.') },
    { id: 'beschikking', kind: 'regelen', ...text('De schriftelijke afspraken passen bij de prestatiebeschrijvingsbeschikking van de NZa.') },
  ],
  warnings: Array.from({ length: 9 }, (_, index) => text(`Let op punt ${index + 1}: het experiment kan eerder stoppen.`, ends)),
  steps: { toArrange: [text('Sluit een schriftelijke overeenkomst over PGAZ met een zorgverzekeraar.')], whenItFits: [text('U hoeft voor de evaluatie geen extra verslagen te maken.')], inSpecialCases: [] },
  check: { link: '/check#onderwerp=groep', given: ['Het overleg gaat over een groep patiënten.'] },
  isDivided: true,
};

const oi: RouteDescription = {
  ...pgaz,
  id: 'oi',
  title: 'O&I (organisatie en infrastructuur)',
  summary: 'Betaling voor samenwerking in de eerstelijnszorg.',
  standing: { ...text('De bronnen kennen dit alleen als voorstel.'), phase: 'proposal' },
  conditions: pgaz.conditions.filter(({ id }) => id === 'domein'),
  warnings: [],
  isDivided: false,
};

const statement = (id: string, words: string, changes: Partial<StatementDetail> = {}): StatementDetail => ({
  id, text: words, en: 'You may only charge PGAZ if you have a written agreement.', slot: 'voorwaarde', subject: 'pgaz-contract', routes: ['pgaz'],
  limits: [], limitedBy: [], list: [], questions: ['Mag PGAZ zonder contract?', 'Heb ik voor PGAZ een contract nodig?'], quotes: [needed], ...changes,
}); // prettier-ignore

const statements = [
  statement('pgaz-overeenkomst', 'PGAZ mag u alleen declareren als u er een schriftelijke overeenkomst over heeft met een zorgverzekeraar.', { limitedBy: ['pgaz-beschikking'] }),
  statement('pgaz-beschikking', 'PGAZ mag u alleen declareren als de afspraken in lijn zijn met de prestatiebeschrijvingsbeschikking.', { limits: ['pgaz-overeenkomst'], slot: 'uitzondering' }),
  statement('pgaz-einde', 'Het PGAZ-experiment eindigt uiterlijk op 1 mei 2029.', { slot: 'datum', quotes: [ends], questions: ['Wanneer eindigt PGAZ?'] }),
  ...Array.from({ length: 12 }, (_, index) => statement(`pgaz-inhoud-${index}`, `Dit is uitspraak ${index + 1} over wat PGAZ betaalt aan zorgaanbieders in de Zvw.`, { slot: 'inhoud' })),
];

export const fakeLookup: Required<Pick<Services, 'routes' | 'statements'>> = {
  routes: { list: () => [pgaz, oi], get: (id) => [pgaz, oi].find((route) => route.id === id) },
  statements: { list: () => statements, get: (id) => statements.find((one) => one.id === id) },
};
