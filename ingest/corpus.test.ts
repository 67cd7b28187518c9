import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageAt, type CanonicalDocument } from '../server/corpus/document.ts';
import { realCorpus, realDocument, sourceOf, TESTDATA_DIR } from './testing/corpus.ts';
import { lostWords, squeeze } from './testing/words.ts';

const { documents, reports, warnings } = await realCorpus();
const sentencesOf = (document: CanonicalDocument): string[] => document.sentences.map(({ start, end }) => document.text.slice(start, end));
const headingsOf = (document: CanonicalDocument): string[] =>
  document.blocks.filter((block) => block.kind === 'heading').map(({ start, end, level }) => `${level} ${document.text.slice(start, end)}`);

/** Offset and page of a text that stands in the document exactly once. */
function place(document: CanonicalDocument, quote: string): { page: number; start: number } {
  const start = document.text.indexOf(quote);
  expect(start, quote).toBeGreaterThanOrEqual(0);
  return { start, page: pageAt(document.pageStarts, start) };
}

describe.each(documents.map((document) => [document.id, document] as const))('%s', (_, document) => {
  it('loses no word of the source', () => {
    const report = reports.get(document.id)!;
    const lost = lostWords(sourceOf(document.file), document.text, report);
    // The bullet of the second level in the report of the meetings is the letter o.
    expect(lost.filter((word) => word !== 'o')).toEqual([]);
  });

  it('has no broken words, stray numbers, line ends inside paragraphs or hidden characters', () => {
    for (const block of document.blocks) {
      const text = document.text.slice(block.start, block.end);
      expect(text).not.toMatch(/\p{Ll}- \p{Ll}(?!n |f |n\/of )/u);
      expect(text).not.toMatch(/ {2}/);
      if (block.kind !== 'table') expect(text).not.toContain('\n');
      expect(text).not.toMatch(/^\d+$/);
    }
    expect(document.text).not.toMatch(/[\u200B-\u200F\u00AD\uFEFF\u00A0]/);
    expect(document.text).toBe(document.text.normalize('NFC'));
  });

  it('ends every sentence of running text at a full stop', () => {
    const torn = document.sentences.filter(({ start, end, block }) => {
      const kind = document.blocks[block]?.kind;
      const text = document.text.slice(start, end);
      return kind === 'paragraph' && text.length > 110 && !/[.!?:;][”’"')\]⁰¹²³⁴-⁹]*$/u.test(text) && !/^https?:/.test(text);
    });
    // The title of the designation has no full stop.
    expect(torn.map(({ start, end }) => document.text.slice(start, end).slice(0, 40))).toEqual(
      document.id === 'aanwijzing-pgaz-2024' ? ['Aanwijzing van de Minister voor Medische'] : [],
    );
  });

  it('starts every sentence at its beginning', () => {
    const middle = sentencesOf(document).filter((text) => /^\p{Ll}{2,}/u.test(text) && !/^(?:[ivx]+\. |https|dNLggz|en patiënten|er in iedere|wetten\.nl|i\.v\.m)/.test(text));
    expect(middle).toEqual([]);
  });
});

describe('quotes a domain expert took from the sources', () => {
  const quotes = JSON.parse(readFileSync(resolve(TESTDATA_DIR, 'quotes.json'), 'utf8')) as [string, string][];
  // The running footer of page 6 is among the removed lines.
  const footer = 'Tweede Kamer, vergaderjaar 2023–2024, 31 765, nr. 836';

  it.each(quotes.filter(([, quote]) => quote !== footer))('%s: %s', async (id, quote) => {
    expect(squeeze((await realDocument(id)).text)).toContain(squeeze(quote));
  });
});

describe('words broken at line ends', () => {
  it.each([
    ['aanwijzing-pgaz-2024', 'voor de bekostiging van patiëntengroepsgebonden afstemming van zorg en ondersteuning voor specifieke categorieën verzekerden;'],
    ['aanwijzing-pgaz-2024', 'het macrobeheersinstrument (MBI) is van toepassing'],
    ['aanwijzing-pgaz-2024', 'die beroeps- of bedrijfsmatig zorg'],
    ['aanwijzing-pgaz-2024', 'welke voor- en nadelen er zijn'],
    ['aanwijzing-pgaz-2024', 'Eerste en Tweede Kamer der Staten-Generaal'],
    ['handleiding-pgaz-2024', 'Prestatie patiëntengroepsgebonden samenwerking Zvw'],
    ['handleiding-pgaz-2024', '6 Verhouding tot andere bekostigingsmethoden voor samenwerking'],
    ['handleiding-pgaz-2024', 'op deze pagina Bekostiging domein- en sectoroverstijgende samenwerking (dejuistezorgopdejuisteplek.nl).'],
    ['handleiding-pgaz-2024', 'nodig is zullen (zorg)financiers (zorgverzekeraars en/of gemeenten)'],
    ['handleiding-pgaz-2024', 'hoe elke (zorg)aanbieder bijdraagt'],
    ['handleiding-pgaz-2024', 'een separate aanpak/handleiding op, die wordt afgestemd'],
    ['handleiding-pgaz-2024', 'namelijk ADZ-ondersteuning van Parkinsonzorg'],
    ['handleiding-pgaz-2024', 'binnen Zvw-verzekerde zorg'],
    ['handleiding-pgaz-2024', 'behandeling knie- of heupartrose'],
    ['kamerbrief-pgaz-2023', 'Deze betaaltitel stelt zorgverzekeraars in staat om – samen met gemeenten – patiëntengroepsgebonden activiteiten van samenwerkingsverbanden van zorg- en welzijnsaanbieders te bekostigen.'],
    ['kamerbrief-pgaz-2023', 'bepaalde vormen van patiëntengroepsgerichte afstemming'],
    ['kamerbrief-pgaz-2023', 'een handreiking domeinoverstijgende activiteiten en aanspraken Zvw uitgebracht'],
    ['kamerbrief-pgaz-2023', 'wat de prioritaire regio-opgaven zijn'],
    ['kamerbrief-pgaz-2023', 'sector- en domeinoverstijgende samenwerking'],
    ['iza-ggz-zpm-2022', 'maatregelen om in de contractering beter gebruik'],
    ['iza-ggz-zpm-2022', 'door zorgaanbieders en zorgverzekeraars om zo steeds scherper te krijgen hoe de kostenverdeling tussen ggz'],
    ['iza-ggz-zpm-2022', 'de behandeling van hoog gespecialiseerde zorg wordt bekostigd vanuit het bestaande Zvw kader (gevat in het ZPM).'],
    ['iza-ggz-zpm-2022', 'een verdere doorontwikkeling ten aanzien van'],
    ['iza-ggz-zpm-2022', 'tussen zorgvraag en -aanbod'],
    ['verslag-bijeenkomsten-alk-2024', 'tussen zorgverzekeraars en -aanbieders'],
  ])('%s: %s', async (id, quote) => {
    expect((await realDocument(id)).text).toContain(quote);
  });

  it('joins nothing that is two words', () => {
    const joined = [...reports.values()].flatMap((report) => report.joined.filter(({ from }) => !from[0].endsWith('-')).map(({ to }) => to));
    expect(joined.sort()).toEqual(
      ['(zorg)financiers', 'bekostigingsmethoden', 'contractering', 'doorontwikkeling', 'gespecialiseerde', 'kostenverdeling', 'zorgverzekeraars'].sort(),
    );
  });
});

describe('page breaks and footnotes', () => {
  it('joins a sentence over a page break, past footnotes, footers and stray numbers', async () => {
    const letter = sentencesOf(await realDocument('kamerbrief-pgaz-2023'));
    expect(letter).toContain(
      'Het betreft domeinoverstijgende afstemming tussen aanbieders uit het medisch domein (curatieve zorg, langdurige zorg) en aanbieders uit het sociaal domein (maatschappelijke ondersteuning, jeugdzorg en publieke gezondheid), alsook afstemming tussen aanbieders uit verschillende sectoren binnen het medisch domein (bijvoorbeeld tussen medisch specialisten enerzijds en verpleegkundigen of huisartsen anderzijds).',
    );
    expect(letter).toContain(
      'De uitgaven die gepaard gaan met de inzet van patiëntengroepsgebonden afstemming van zorg en ondersteuning voor specifieke verzekerden zullen met gebruikmaking van dezelfde logische verdeelsleutel moeten worden toegedeeld aan de Zvw-sectoren.',
    );
    const guide = await realDocument('handleiding-pgaz-2024');
    expect(guide.text).toContain('ofwel via een O&I prestatie vorm te geven. Gelijktijdige inzet');
    expect(guide.text).toContain('20% van de kosten aan zorgaanbieders in de Jw en 70% van de kosten aan zorgaanbieders in de Zvw.');
    expect(guide.text).toContain('hoe deze prestatiebeschrijving zich verhoudt tot overige bekostigingsmogelijkheden.');
  });

  it('knows the page of every position, also inside a sentence', async () => {
    const letter = await realDocument('kamerbrief-pgaz-2023');
    expect(place(letter, 'Het betreft domeinoverstijgende afstemming').page).toBe(1);
    expect(place(letter, 'het sociaal domein (maatschappelijke').page).toBe(2);
    expect(place(letter, 'Kamerstuk 31 765, nr. 812.').page).toBe(1);
    expect(place(letter, 'https://www.zorginstituutnederland.nl/').page).toBe(5);
    expect(place(letter, 'gebruikmaking van dezelfde logische').page).toBe(7);
    expect(place(letter, 'E.J. Kuipers').page).toBe(8);
    const guide = await realDocument('handleiding-pgaz-2024');
    expect(place(guide, 'Het experiment eindigt daarom uiterlijk op 1 mei 2029.').page).toBe(13);
    expect(place(guide, 'geven. Gelijktijdige inzet').page).toBe(12);
    expect(place(guide, 'wetten.nl - Regeling').page).toBe(10);
    expect(place(guide, 'Kamerstukken II, 2023-2024, nr. 36486').page).toBe(3);
    const report = await realDocument('verslag-bijeenkomsten-alk-2024');
    expect(place(report, 'Indirecte tijd is in beginsel niet separaat declarabel.').page).toBe(6);
    expect(place(report, 'ook in de contracteringsgesprekken').page).toBe(5);
  });

  it('takes footnotes out of the text and keeps them as blocks, their marks raised', async () => {
    const notes = documents.flatMap((document) =>
      document.blocks.filter(({ kind }) => kind === 'footnote').map(({ start, end }) => document.text.slice(start, end)),
    );
    expect(notes).toEqual([
      expect.stringMatching(/^¹ Kamerstukken II, 2023-2024, nr\. 36486, ‘Wijziging van de Wet langdurige zorg,.* vanuit het Fonds langdurige zorg’\.$/),
      expect.stringMatching(
        /^¹ https:\/\/www\.zorginstituutnederland\.nl\/publicaties\/publicatie\/2023\/09\/12\/handreiking-domeinoverstijgende-activiteiten-vanuit-de-zvw De handreiking heeft .* ontwikkelingen\.$/,
      ),
      '² wetten.nl - Regeling - Besluit zorgverzekering - BWBR0018492 (overheid.nl)',
      '¹ Kamerstuk 31 765, nr. 812.',
      '² Kamerstuk 31 765, nr. 745.',
      '³ https://www.zorginstituutnederland.nl/publicaties/publicatie/2023/09/12/handreiking-domeinoverstijgende-activiteiten-vanuit-de-zvw',
      '* i.v.m. de AVG zijn namen van deelnemers verwijderd',
      '* i.v.m. de AVG zijn namen van deelnemers verwijderd',
    ]);
    const guide = await realDocument('handleiding-pgaz-2024');
    expect(guide.text).toContain('1 Aanleiding¹');
    expect(guide.text).toContain('Besluit zorgverzekering² aan te passen');
    expect(guide.text).toContain('door zorgverzekeraars.¹');
    expect(guide.text).toContain('DOS¹ wetsvoorstel');
    const letter = sentencesOf(await realDocument('kamerbrief-pgaz-2023'));
    expect(letter[0]).toBe('Op 4 oktober 2023 bent u geïnformeerd over de voortgang van afspraken uit het Integraal Zorgakkoord (IZA).¹');
    expect(letter.join(' ')).toContain('aanspraken Zvw uitgebracht³ die voor zorgverzekeraars');
  });

  it('removes footers and stray chapter numbers, and says so', () => {
    const removed = [...reports].map(([id, report]) => [id, report.removed.map(({ page, text }) => `${page} ${text}`)]);
    expect(Object.fromEntries(removed)).toMatchObject({
      'aanwijzing-pgaz-2024': [],
      'handleiding-pgaz-2024': ['5 2', '6 3', '10 5', '11 6', '14 °'],
      'kamerbrief-pgaz-2023': ['6 Tweede Kamer, vergaderjaar 2023–2024, 31 765, nr. 836 6'],
      'iza-ggz-zpm-2022': [],
      'verslag-bijeenkomsten-alk-2024': [],
    });
  });

  it('keeps a paragraph that stands there twice, with a warning', async () => {
    const repeated = 'Na afloop van het experiment en de definitieve evaluatie zal worden besloten of er reden is tot wijziging';
    expect((await realDocument('handleiding-pgaz-2024')).text.split(repeated)).toHaveLength(3);
    expect(warnings).toEqual([expect.stringMatching(/^handleiding-pgaz-2024\.txt: Pagina 14: deze alinea staat ook op pagina 13/)]);
  });
});

describe('structure', () => {
  it('finds the headings', () => {
    expect(Object.fromEntries(documents.map((document) => [document.id, headingsOf(document)]))).toMatchObject({
      'aanwijzing-pgaz-2024': [
        '1 Artikel 1 Definities',
        '1 Artikel 2 Werkingssfeer',
        '1 Artikel 3 Experiment patiëntengroepsgebonden afstemming',
        '1 Artikel 4 Uitgangspunten experiment',
        '1 Artikel 5 Looptijd',
        '1 Artikel 6 Evaluatie en rapportage',
        '1 TOELICHTING',
        '2 Algemeen',
      ],
      'handleiding-pgaz-2024': [
        '1 Handleiding zorgverzekeraars en zorgaanbieders Prestatie patiëntengroepsgebonden samenwerking Zvw',
        '1 Inleiding',
        '1 Gebruikte afkortingen',
        '1 1 Aanleiding¹',
        '1 2 Wanneer te gebruiken?',
        '1 3 Waarvoor te gebruiken?',
        '1 4 Hoe te gebruiken?',
        '2 Contractvereiste',
        '2 Waar moeten partijen nog meer afspraken over maken?',
        '1 5 Hoe uit te voeren en te verantwoorden?',
        '1 6 Verhouding tot andere bekostigingsmethoden voor samenwerking',
        '1 7 Monitoring en evaluatie',
        '1 8 Verwijzingen',
      ],
      'kamerbrief-pgaz-2023': [
        '1 Hoofdpunten in deze brief',
        '1 Regionale samenwerking in zorg en welzijn voor kwetsbare groepen verzekerden',
        '1 Vanuit het zorgveld behoefte aan een andere bekostiging',
        '1 Resultaat verkenning van mogelijkheden',
        '1 Voorwaarden',
        '1 Verantwoording',
        '1 Afbakening en budgettaire consequenties',
        '1 Conclusie',
        '1 Verder proces',
      ],
      'iza-ggz-zpm-2022': ['1 6. Regionale samenwerking in de ggz', '2 Doel', '2 Zorgvraagtypering'],
      'verslag-bijeenkomsten-alk-2024': [
        '1 Verslag plan van aanpak bijeenkomsten ALK pakketagenda IZA 2023-2025 – ALK',
        '1 Bijeenkomst 1: plan van aanpak pakketagenda ALK 17-09-2024',
        '2 1. Opening en welkom',
        '2 2. Vaststellen agenda',
        '2 3. Vergroten en verspreiden van kennis over (de zorg voor) ALK',
        '3 3.a. Richtlijn',
        '3 3.b. Opleiding en scholing',
        '2 4. Intensieve zorg en stepped care/ matched care',
        '2 5. Leren van goede voorbeelden in netwerkzorg',
        '2 6. Afsluiting',
        '1 Bijeenkomst 2: bekostiging ALK kennissessie i.s.m. NZa 15-10 2024',
        '2 1. Opening en welkom',
        '2 2. Aanspraak en bekostiging',
        '2 3. Knelpunten bekostiging',
        '2 4. Afspraken en afsluiting',
        '1 Bijlage A:',
        '2 1. Status meedenkconsult',
        '2 2. PGAZ beleidsregel',
        '2 3. Zorgprestatiemodel',
        '2 4. Knelpunten eerstelijn',
        '3 Betaaltitel ALK huisartsen',
        '3 MDO’s indirecte tijd',
        '3 Vergoeding fysiotherapie',
      ],
    });
  });

  it('nests lists and knows what introduces an item', async () => {
    const designation = await realDocument('aanwijzing-pgaz-2024');
    const item = designation.blocks.findIndex(({ start }) => designation.text.startsWith('ii. natuurlijk persoon', start));
    const lead = designation.blocks[designation.blocks[item]?.lead ?? -1];
    expect(designation.text.slice(lead?.start, lead?.end)).toBe('e) zorgaanbieder:');
    const outer = designation.blocks[lead?.lead ?? -1];
    expect(designation.text.slice(outer?.start, outer?.end)).toBe('In deze aanwijzing wordt verstaan onder:');
    expect(designation.text).toContain('\nf) zorgautoriteit:');
    expect(designation.text).toContain('\n  xiii. of er andere oplossingen nodig zijn');
    const report = await realDocument('verslag-bijeenkomsten-alk-2024');
    expect(report.text).toContain('\n• MDO over patiëntgroep ALK:\n  • Onlangs is voor domeinoverstijgend overleg');
    expect(report.text).toContain('\n    • Afspraak: NZa, NALK, dNLggz, FMS');
  });

  it('has one bullet style and tells a dash in a sentence from a bullet', async () => {
    for (const { text } of documents) expect(text).not.toMatch(/^\s*[°▪o–-]\s/m);
    expect((await realDocument('handleiding-pgaz-2024')).text).toContain(
      'Dit doen ze – aangespoord door bestuurlijke akkoorden zoals IZA, WOZO en GALA – steeds meer binnen',
    );
  });

  it('keeps the list of abbreviations together as a table', async () => {
    const guide = await realDocument('handleiding-pgaz-2024');
    const table = guide.blocks.find(({ kind }) => kind === 'table');
    const rows = guide.text.slice(table?.start, table?.end).split('\n');
    expect(rows).toHaveLength(16);
    expect(rows).toContain('SOP sectoroverstijgende prestatie');
    expect(rows).toContain('O&I organisatie & infrastructuur');
  });
});
