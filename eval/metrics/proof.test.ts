import { describe, expect, test } from 'vitest';
import type { Citation, DocumentDetail } from '../../server/contract.ts';
import { answer, abstention } from '../testing/fixtures.ts';
import { proofOfOwnWords } from './proof.ts';

/** Sentences of the sources as they are. */
const SOURCES: Record<string, string> = {
  contract: 'Zorgaanbieders kunnen de prestatie alleen in rekening brengen wanneer hierover een overeenkomst is met een zorgverzekeraar.',
  advies: 'Adviseren kan niet gedeclareerd worden als patiënten niet in behandeling komen.',
  meedenk: 'De RvB van de NZa heeft het voorgenomen besluit genomen om per 2026 het meedenkadvies als aparte structurele betaaltitel op te nemen.',
  oi: 'Het betreft prestaties O&I Wijkmanagement, O&I Ketenzorg, O&I Regiomanagement en O&I Geïntegreerde eerstelijnszorg overig.',
  split: 'Zo kan worden afgesproken dat 10% van de kosten ten laste komt van de Wmo, 20% van de Jeugdwet en 70% van de Zvw.',
};
const document: DocumentDetail = {
  id: 'bron', title: 'Handleiding Prestatie patiëntengroepsgebonden samenwerking Zvw (PGAZ)', publisher: 'Ministerie van VWS', published: '2024-07', kind: 'handleiding', status: 'handreiking',
  pages: 1, sha256: '0'.repeat(64), text: Object.values(SOURCES).join('\n\n'), pageStarts: [0],
}; // prettier-ignore
const documents = new Map([['bron', document]]);
const cite = (name: string, n = 1): Citation => ({ n, documentId: 'bron', title: document.title, publisher: document.publisher, published: document.published, status: document.status, page: 1, section: '', quote: SOURCES[name]!, start: 0, end: 1, documentSha256: '', href: '' });
const faults = (name: string, text: string, question = '') => proofOfOwnWords(answer({ question, answer: text, citations: [cite(name)] }), documents).flatMap(({ fault }) => fault ?? []);

describe('what stands in the quote is proved', () => {
  test.each([
    ['contract', 'U mag PGAZ alleen declareren als u een overeenkomst met een zorgverzekeraar hebt [1].'],
    ['contract', 'You may only charge PGAZ if you have an agreement with a health insurer [1].'],
    ['advies', 'Advies over iemand die niet in behandeling komt, kunt u niet declareren [1].'],
    ['meedenk', 'De NZa was van plan om het meedenkadvies per 2026 een eigen betaaltitel te geven [1].'],
    ['oi', 'O&I heeft vier prestaties, zoals O&I Ketenzorg [1].'.replace('vier prestaties', 'prestaties')],
    ['split', 'In het voorbeeld betaalt de Wmo 10%, de Jeugdwet 20% en de Zvw 70% [1].'],
    ['contract', 'Volgens de handleiding (juli 2024): “een overeenkomst is met een zorgverzekeraar” [1]'],
    ['contract', `${SOURCES['contract']} [1]`],
    ['contract', 'Ja.'],
    ['contract', 'Of dat is doorgegaan, staat niet in de bronnen.'],
    ['contract', 'Vraag het aan de Nederlandse Zorgautoriteit (NZa).'],
  ])('%s: %s', (name, text) => {
    expect(faults(name, text)).toEqual([]);
  });
});

describe('the same made wrong is not', () => {
  test.each([
    ['a number', 'split', 'In het voorbeeld betaalt de Wmo 15% van de kosten [1].', 'getal 15'],
    ['a number in words', 'contract', 'U hebt een overeenkomst met vijf zorgverzekeraars nodig [1].', 'getal 5'],
    ['a date', 'meedenk', 'De NZa was van plan om het meedenkadvies per 2025 een betaaltitel te geven [1].', 'getal 2025'],
    ['a name', 'contract', 'U hebt een overeenkomst met zorgverzekeraar Menzis nodig [1].', 'naam Menzis'],
    ['a party', 'contract', 'U mag alleen declareren met een overeenkomst met de gemeente [1].', 'partij gemeente'],
    ['another route', 'contract', 'Met een overeenkomst met de zorgverzekeraar mag u ADZ declareren [1].', 'naam ADZ'],
    ['a denial left out', 'advies', 'Adviseren kan gedeclareerd worden als patiënten in behandeling komen [1].', 'ontkenning weggelaten'],
    ['a denial put in', 'split', 'De kosten komen niet ten laste van de Zvw [1].', 'ontkenning'],
    ['certainty', 'contract', 'Zorgaanbieders kunnen de prestatie altijd in rekening brengen bij een zorgverzekeraar [1].', 'stelligheid: altijd'],
    ['a plan as fact', 'meedenk', 'Het besluit over het meedenkadvies is ingevoerd als betaaltitel [1].', 'stelligheid: is ingevoerd'],
    ['something else altogether', 'contract', 'Bananen groeien krom doordat tropische zonnestralen schuin invallen [1].', 'gaat over iets anders'],
    ['a marker that leads nowhere', 'contract', 'U hebt een overeenkomst nodig [4].', 'verwijst naar niets'],
    ['quotation marks around what is no quote', 'contract', '“Iedere zorgverzekeraar betaalt 100 euro per overleg” [1]', 'getal 100'],
    ['a claim without marker', 'contract', 'Voor elk overleg krijgt u 80 euro.', 'getal 80'],
    ['a claim in a block quote', 'contract', '> De gemeente betaalt de overeenkomst van de prestatie [1]', 'partij gemeente'],
  ])('%s', (_, name, text, fault) => {
    expect(faults(name, text)).toEqual([fault]);
  });
});

test('each sentence rests on what it cites itself', () => {
  const both = answer({ question: '', answer: 'De Wmo betaalt 10% in het voorbeeld [2]. De Wmo betaalt 10% in het voorbeeld [1].', citations: [cite('contract'), cite('split', 2)] });
  expect(proofOfOwnWords(both, documents).map(({ fault }) => fault)).toEqual([undefined, 'getal 10']);
});

test('of an abstention only what it cites is looked at', () => {
  expect(proofOfOwnWords(abstention({ answer: 'Een code staat niet in de stukken. Kijk bij loket 12.' }), documents)).toEqual([]);
});

test('an answer of nothing has nothing to prove', () => {
  expect(proofOfOwnWords(answer({ answer: '[1]', citations: [cite('contract')] }), documents)).toEqual([]);
});
