import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DocumentError } from '../server/errors.ts';
import { quoteFrom, smallStatement } from '../server/search/testing/small-asked.ts';
import { smallDocument } from '../server/search/testing/small-index.ts';
import { loadMissing, MISSING_FILE, TURN_TO_FILE } from './missing.ts';
import { loadStatements } from './statements/load-statements.ts';
import { CORPUS_DIR, realCorpus } from './testing/corpus.ts';

const gids = smallDocument('gids', ['De gemeente betaalt het overleg.']);
const statements = [smallStatement('gemeente', [quoteFrom(gids, 'De gemeente betaalt het overleg.')], { asks: ['Wie betaalt het overleg?'], decides: [{ asks: 'Betaalt de gemeente?', verdict: 'ja' }] })];

const TURN_TO = `nza: { name: de NZa, en: the NZa, href: 'https://www.nza.nl' }
wetten: { look: Kijk in de wettekst, en: the text of the law }
`;
const MISSING = `documents:
- gids
kinds:
- id: uurtarief
  slot: bedrag
  text: Een uurtarief staat niet in de bronnen.
  en: An hourly rate is not in the sources.
  asks:
  - Wat is het uurtarief?
  - uurtarief overleg
  - hoeveel per uur
  near: gemeente
  turnTo: [nza]
- id: codes
  slot: code
  text: Codes staan niet in de bronnen.
  en: Codes are not in the sources.
  asks: [Welke code?, de code graag, codelijst]
  words: ['*code']
  turnTo: [wetten, nza]
`;

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'missing-'));
  await writeFile(join(dir, TURN_TO_FILE), TURN_TO);
  await writeFile(join(dir, MISSING_FILE), MISSING);
});
afterEach(() => rm(dir, { recursive: true, force: true }));
const load = () => loadMissing(dir, [gids], statements);
/** What is told when both files are wrong in this way. */
async function told(missing: string, turnTo = TURN_TO): Promise<string> {
  await writeFile(join(dir, MISSING_FILE), missing);
  await writeFile(join(dir, TURN_TO_FILE), turnTo);
  const error: unknown = await load().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DocumentError);
  return (error as Error).message;
}

describe('what the sources do not say', () => {
  it('comes with who knows it and the documents that were searched', async () => {
    const [rate, codes] = await load();
    expect(rate).toEqual({
      id: 'uurtarief',
      slot: 'bedrag',
      text: 'Een uurtarief staat niet in de bronnen.',
      en: 'An hourly rate is not in the sources.',
      asks: ['Wat is het uurtarief?', 'uurtarief overleg', 'hoeveel per uur'],
      words: [],
      near: 'gemeente',
      turnTo: [{ name: 'de NZa', en: 'the NZa', href: 'https://www.nza.nl' }],
      documents: ['gids'],
    });
    expect(codes).toMatchObject({ words: ['*code'], turnTo: [{ look: 'Kijk in de wettekst', en: 'the text of the law' }, { name: 'de NZa' }] });
  });

  it('is nothing for a corpus that does not tell', async () => {
    await rm(join(dir, MISSING_FILE));
    expect(await load()).toEqual([]);
  });

  it.each<[string, (yaml: string) => string, string]>([
    ['a document that is not there', (yaml) => yaml.replace('- gids', '- wet'), 'corpus/missing.yaml, regel 2: er is geen document "wet"; noem de id\'s van sources.yaml.'],
    ['no documents', (yaml) => yaml.replace('documents:\n- gids', 'documents: []'), 'regel 1: noem de documenten die hierop zijn nagezocht.'],
    ['an id twice', (yaml) => yaml.replace('id: codes', 'id: uurtarief'), 'corpus/missing.yaml, regel 14: dit id staat hier twee keer; laat er één staan.'],
    ['an id with capitals', (yaml) => yaml.replace('id: codes', 'id: Codes'), 'corpus/missing.yaml, regel 14: "id": gebruik kleine letters, cijfers en streepjes.'],
    ['a near that is no statement', (yaml) => yaml.replace('near: gemeente', 'near: gemeenten'), 'corpus/missing.yaml, regel 12: er is geen uitspraak "gemeenten"; noem een id uit corpus/statements.'],
    ['a question twice, whatever its signs', (yaml) => yaml.replace('- uurtarief overleg', '- wat is het UURTARIEF'), 'corpus/missing.yaml, regel 10: deze vraag staat hier twee keer; laat er één staan.'],
    ['a question of another kind', (yaml) => yaml.replace('codelijst', 'hoeveel per uur?'), 'corpus/missing.yaml, regel 18: deze vraag staat hier twee keer'],
    ['a question that a statement answers', (yaml) => yaml.replace('- hoeveel per uur', '- wie betaalt het overleg'), 'corpus/missing.yaml, regel 11: deze vraag staat ook bij een uitspraak; haal haar hier of daar weg.'],
    ['a question that a statement decides', (yaml) => yaml.replace('- hoeveel per uur', '- Betaalt de gemeente?'), 'regel 11: deze vraag staat ook bij een uitspraak'],
    ['somebody unknown to turn to', (yaml) => yaml.replace('[wetten, nza]', '[wetten, buurman]'), 'corpus/missing.yaml, regel 20: "buurman" staat niet in turn-to.yaml; zet hem daar bij.'],
    ['nobody to turn to', (yaml) => yaml.replace('[wetten, nza]', '[]'), 'corpus/missing.yaml, regel 20: noem wie het wel weet.'],
    ['a text that does not say that it is missing', (yaml) => yaml.replace('Codes staan niet in de bronnen.', 'Codes weet ik niet.'), 'corpus/missing.yaml, regel 16: "text": eindig met "staat niet in de bronnen." of "staan niet in de bronnen.".'],
    ['two questions', (yaml) => yaml.replace('  - hoeveel per uur\n', ''), 'corpus/missing.yaml, regel 9: geef minstens drie manieren om ernaar te vragen.'],
    ['an unknown field', (yaml) => yaml.replace('words:', 'woorden:'), 'onbekend veld "woorden"'],
    ['broken YAML', () => 'kinds: [', 'corpus/missing.yaml, regel 1: dit is geen geldige YAML'],
  ])('is refused for %s, with file, line and what to do', async (_, change, message) => {
    expect(await told(change(MISSING))).toContain(message);
  });

  it.each([
    ['no name and no look', TURN_TO.replace('name: de NZa, ', ''), 'corpus/turn-to.yaml, regel 1: "nza": geef een name of een look.'],
    ['no English', TURN_TO.replace(', en: the text of the law', ''), 'corpus/turn-to.yaml, regel 2'],
    ['an address that is none', TURN_TO.replace('https://www.nza.nl', 'nza'), 'corpus/turn-to.yaml, regel 1'],
  ])('is refused for an address with %s', async (_, turnTo, message) => {
    const faults = await told(MISSING, turnTo);
    expect(faults).toContain(message);
    // Whom it names is not called unknown for that.
    expect(faults).not.toContain('staat niet in turn-to.yaml');
  });

  it('tells all faults at once, and how many', async () => {
    const message = await told(MISSING.replace('- gids', '- wet').replace('near: gemeente', 'near: niets').replace('[nza]', '[buur]'));
    expect(message).toMatch(/^Wat de bronnen niet zeggen heeft 3 fouten:\n- .*regel 2.*\n- .*regel 12.*\n- .*regel 13/);
    expect(await told(MISSING.replace('- gids', '- wet'))).toMatch(/^Wat de bronnen niet zeggen heeft een fout:\n/);
  });

  it('of the corpus is in order, and every kind has somebody to turn to', async () => {
    const { documents } = await realCorpus();
    const kinds = await loadMissing(CORPUS_DIR, documents, loadStatements(CORPUS_DIR, documents).statements);
    expect(kinds.length).toBeGreaterThan(100);
    for (const kind of kinds) {
      expect(kind.documents).toEqual(documents.map(({ id }) => id));
      expect(kind.turnTo.length).toBeGreaterThan(0);
    }
  });
});
