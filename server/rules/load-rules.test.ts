import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { carries, carriersOf } from './carriers.ts';
import { loadRules } from './load-rules.ts';
import { RulesError } from './rule-faults.ts';
import type { FileFault } from '../text/file-fault.ts';
import { realRules, rulesDir, type RealRules } from './testing/real-rules.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let real: RealRules;
const folders: string[] = [];

beforeAll(async () => {
  real = await realRules();
});

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The project's rules with changes in some files. */
function copyOfRules(changes: Record<string, (text: string) => string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  folders.push(folder);
  cpSync(rulesDir, folder, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    const changed = change(text);
    expect(changed, `the change of ${name} must change something`).not.toBe(text);
    writeFileSync(file, changed);
  }
  return folder;
}

function faultsOf(folder: string, documents = real.documents): readonly FileFault[] {
  try {
    loadRules(folder, documents);
  } catch (error) {
    if (error instanceof RulesError) return error.faults;
    throw error;
  }
  return [];
}

function faultsAfter(name: string, from: string | RegExp, to: string): readonly FileFault[] {
  return faultsOf(copyOfRules({ [name]: (text) => text.replace(from, to) }));
}

/** 1-based line of the first line of a rule file that holds these words, after a change. */
function lineOf(name: string, words: string): number {
  const lines = readFileSync(join(folders.at(-1) ?? '', name), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(words)) + 1;
}

describe('the project’s own rules', () => {
  it('load, with 20 facts and 11 routes in the order of the design', () => {
    expect(real.rules.facts).toHaveLength(20);
    expect(real.rules.routes.map(({ id }) => id)).toEqual([
      'pgaz', 'oi', 'adz', 'sop', 'meedenkadvies', 'segment-3', 'zpm-indirecte-tijd', 'regulier-tarief', 'fysiotherapie', 'wlz-dos', 'sociaal-domein',
    ]); // prettier-ignore
    expect(real.rules.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('carry all 76 entries of the catalogue, each with every one of its quotes', () => {
    const carriers = carriersOf(real.rules);
    expect(real.rules.catalogue).toHaveLength(76);
    const missing = real.rules.catalogue.flatMap(({ id, quotes }) => {
      const users = carriers.filter(({ sourced }) => sourced.basis.includes(id));
      return quotes
        .filter((quote) => !users.some(({ sourced }) => carries(sourced, quote)))
        .map(({ documentId, start, end }) => `${id}: ${real.documents.get(documentId)?.text.slice(start, end)}`);
    });
    expect(missing).toEqual([]);
  });

  it('guard against all 24 known pitfalls', () => {
    expect(real.rules.pitfalls.map(({ id }) => id)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
  });

  it('write short sentences: 15 words on average at most', () => {
    const texts = [
      ...real.rules.facts.flatMap(({ question, help, answers }) => [question, help, ...answers.map(({ statement }) => statement)]),
      ...carriersOf(real.rules).map(({ sourced }) => sourced.text),
      ...real.rules.routes.map(({ summary }) => summary),
    ];
    const sentences = texts.flatMap((text) => text.split(/(?<=[.?!])\s+/));
    const words = sentences.map((sentence) => sentence.split(/\s+/).length);
    expect(words.reduce((sum, count) => sum + count, 0) / words.length).toBeLessThanOrEqual(15);
    expect(sentences.filter((_, index) => (words[index] ?? 0) > 40)).toEqual([]);
  });

  it('keep their hash when only a comment changes, and change it with a rule', () => {
    const commented = copyOfRules({ 'routes/oi.yaml': (text) => `# opmerking\n${text}` });
    expect(loadRules(commented, real.documents).sha256).toBe(real.rules.sha256);
    const changed = copyOfRules({ 'routes/oi.yaml': (text) => text.replace('form: apart', 'form: in-tarief') });
    expect(loadRules(changed, real.documents).sha256).not.toBe(real.rules.sha256);
  });
});

describe('loading refuses, with file, line and reason', () => {
  it('a quote that is not verbatim in its document', () => {
    const faults = faultsAfter('routes/oi.yaml', 'Daarmee dienen huisartsen noodzakelijkerwijs', 'Daarom dienen huisartsen noodzakelijkerwijs');
    expect(faults).toEqual([
      {
        file: 'routes/oi.yaml',
        line: lineOf('routes/oi.yaml', 'Daarom dienen'),
        reason: expect.stringContaining('staat niet letterlijk in "handleiding-pgaz-2024"'),
      },
    ]);
  });

  it('a document that no longer holds a quote', () => {
    const handleiding = real.documents.get('handleiding-pgaz-2024')!;
    const changed = { ...handleiding, text: handleiding.text.replace('uiterlijk op 1 mei 2029', 'uiterlijk op 1 mei 2030') };
    const faults = faultsOf(rulesDir, new Map(real.documents).set(handleiding.id, changed));
    expect(faults.map(({ file }) => file)).toEqual(expect.arrayContaining(['routes/pgaz.yaml', 'catalogue.yaml']));
    expect(faults.every(({ reason }) => reason.includes('1 mei 2029'))).toBe(true);
  });

  it.each([
    ['an unknown document', 'routes/adz.yaml', 'document: handleiding-pgaz-2024', 'document: handleiding', 'onbekend document "handleiding"'],
    ['an unknown fact', 'routes/oi.yaml', 'fact: huisartsenDoenMee, is: true', 'fact: artsenDoenMee, is: true', 'onbekend feit "artsenDoenMee"'],
    ['an impossible value', 'routes/oi.yaml', 'fact: domein, is: zvw', 'fact: domein, is: zwv', '"domein" kan niet zwv zijn; kies uit zvw, wlz, sociaal-domein, anders'],
    ['a value of the wrong type', 'routes/oi.yaml', 'fact: huisartsenDoenMee, is: true', 'fact: huisartsenDoenMee, is: ja', '"huisartsenDoenMee" kan niet ja zijn; kies uit true, false'],
    ['a value twice', 'routes/pgaz.yaml', 'in: [groep, hybride]', 'in: [groep, groep]', 'dezelfde waarde staat er twee keer'],
    ['an unknown route', 'shared.yaml', 'routes: [pgaz, oi]', 'routes: [pgaz, iets]', 'onbekende route "iets"'],
    ['overlapping periods', 'routes/pgaz.yaml', 'from: 2029-05-01', 'from: 2029-04-30', 'overlapt met de vorige, die tot en met 2029-04-30 duurt'],
    ['a gap between periods', 'routes/segment-3.yaml', 'from: 2026-01-01', 'from: 2026-02-01', 'tussen 2025-12-31 en 2026-02-01 is niets bepaald; sluit aan op 2026-01-01'],
    ['a period without an end before another', 'routes/segment-3.yaml', '  - to: 2025-12-31\n    standing', '  - standing', 'heeft een einde (to) nodig'],
    ['a period that ends before it starts', 'routes/pgaz.yaml', 'to: 2029-04-30', 'to: 2024-04-30', 'de periode eindigt voordat zij begint'],
    ['a day that does not exist', 'routes/pgaz.yaml', 'from: 2024-05-01', 'from: 2024-02-30', 'schrijf een bestaande dag als JJJJ-MM-DD'],
    ['a condition that can never fail', 'routes/wlz-dos.yaml', 'in: [groep, hybride]', 'in: [groep, hybride, individu]', 'kan nooit onwaar zijn'],
    ['a condition that can never hold', 'routes/wlz-dos.yaml', '{ fact: domein, is: wlz }', '{ all: [{ fact: domein, is: wlz }, { fact: domein, is: zvw }] }', 'kan nooit waar zijn'],
    ['a condition that can never hold beside the others', 'routes/segment-3.yaml', '{ fact: segment3Afspraak, is: true }', '{ fact: onderwerp, is: groep }', 'kan nooit waar zijn als aan de voorwaarden over de situatie is voldaan'],
    ['a condition that the others already imply', 'routes/segment-3.yaml', '{ fact: segment3Afspraak, is: true }', '{ fact: onderwerp, in: [individu, groep] }', 'kan nooit onwaar zijn als aan de andere voorwaarden'],
    ['a condition twice', 'routes/adz.yaml', '{ fact: eigenAdzPrestatie, is: true }', '{ fact: overeenkomst, is: ja }', 'zegt hetzelfde als "eigenAdzPrestatie"'],
    ['an id twice', 'routes/adz.yaml', '- id: overeenkomst', '- id: eigenAdzPrestatie', '"eigenAdzPrestatie" staat er twee keer'],
    ['a key twice', 'routes/adz.yaml', 'title:', 'title: Dubbel\ntitle:', 'dit staat hier twee keer'],
    ['a title of another route', 'routes/adz.yaml', /^title: .*$/m, 'title: O&I (organisatie en infrastructuur)', 'een andere route heet ook'],
    ['a warning that also stands in the shared ones', 'routes/oi.yaml', '- id: patient-en-groep', '- id: pgaz-of-oi', 'staat ook in shared.yaml'],
    ['a status that a route never gets', 'routes/sop.yaml', 'statuses: [onbekend]', 'statuses: [onbekend, conflict]', 'deze route krijgt nooit de status "conflict"'],
    ['a remark that can never be shown', 'routes/adz.yaml', 'statuses: [nog-niet, onbekend]\n    when: { not: { certain: { fact: eigenAdzPrestatie', 'statuses: [van-toepassing]\n    when: { not: { certain: { fact: eigenAdzPrestatie', 'met deze voorwaarde (when) krijgt deze route nooit de status "van-toepassing"'],
    ['a remark whose condition is always true', 'shared.yaml', 'when: { fact: sector, is: ggz }', 'when: { not: { certain: { all: [{ fact: sector, is: ggz }, { fact: sector, is: anders }] } } }', 'kan nooit onwaar zijn; haal haar weg'],
    ['an id that differs from the file name', 'routes/adz.yaml', 'id: adz', 'id: azd', 'past niet bij de bestandsnaam; schrijf "adz"'],
    ['an unknown field', 'routes/adz.yaml', 'title:', 'titel: x\ntitle:', 'onbekend veld "titel"'],
    ['a missing field', 'routes/adz.yaml', /^title: .*\n/m, '', '"title" ontbreekt of is leeg'],
    ['a wrong kind', 'routes/adz.yaml', 'kind: regelen', 'kind: moet', 'moet een van deze zijn: situatie, regelen, keuze, betwist'],
    ['a condition in no known form', 'routes/adz.yaml', '{ fact: domein, is: zvw }', '{ fact: domein, equals: zvw }', 'schrijf een voorwaarde als {fact, is}'],
    ['a fault inside a nested condition', 'routes/adz.yaml', '{ fact: domein, is: zvw }', '{ not: { all: [] } }', '"all" mag niet leeg'],
    ['a text without a quote', 'routes/adz.yaml', /quotes:\n      - document: handleiding-pgaz-2024\n        text: Elk initiatief.*\n/, 'quotes: []\n', 'geef minstens één citaat'],
    ['a fact that no route uses', 'routes/sop.yaml', '{ fact: zorgpadIndividu, is: true }', '{ fact: complexiteit, is: true }', '"zorgpadIndividu" wordt nergens gebruikt'],
    ['a fact with strange answers', 'facts.yaml', 'value: true', 'value: waar', 'heeft precies de waarden true en false'],
    ['a value of a fact twice', 'facts.yaml', 'value: hybride', 'value: groep', 'de waarde "groep" staat er twee keer'],
    ['a fact twice', 'facts.yaml', '- id: sector', '- id: domein', 'het feit "domein" staat er twee keer'],
    ['a route twice in the list', 'rules.yaml', '  - sop', '  - sop\n  - adz', '"adz" staat er twee keer'],
    ['a route without a file', 'rules.yaml', '  - sop', '  - sop\n  - nieuw', 'dit bestand ontbreekt'],
    ['a file that is not in the list', 'rules.yaml', '  - sop\n', '', 'routes/sop.yaml bestaat maar staat niet in deze lijst'],
    ['broken YAML', 'routes/adz.yaml', 'title: ', 'title: "', 'dit is geen geldige YAML'],
    ['a catalogue entry that nothing carries', 'catalogue.yaml', '- id: SOP-3', '- id: SOP-9', '"SOP-9" wordt nergens gebruikt; zeg bij unused waarom'],
    ['a basis without its quote', 'routes/oi.yaml', 'basis: [OI-2]', 'basis: [OI-2, ADZ-1]', 'maar daar staat geen citaat van "ADZ-1"'],
    ['a pitfall that nothing guards against', 'routes/wlz-dos.yaml', 'pitfalls: [3, 15, 24]', 'pitfalls: [3, 24]', 'noemt valkuil 15'],
    ['a pitfall that does not exist', 'routes/wlz-dos.yaml', 'pitfalls: [3, 15, 24]', 'pitfalls: [3, 15, 25]', 'noemt valkuil 25, maar die staat niet in deze lijst'],
    ['a basis that does not exist', 'routes/oi.yaml', 'basis: [OI-2]', 'basis: [OI-2, OI-99]', 'noemt "OI-99" als basis'],
  ])('%s', (_, name, from, to, reason) => {
    const faults = faultsAfter(name, from, to);
    const fitting = faults.filter((fault) => fault.reason.includes(reason));
    expect(fitting, JSON.stringify(faults, null, 1)).not.toEqual([]);
    expect(fitting[0]?.file).toMatch(/\.yaml$/);
  });

  it('names the line of the fault itself', () => {
    const [fault] = faultsAfter('routes/segment-3.yaml', 'fact: segment3Afspraak, is: true }\n    basis', 'fact: afspraak, is: true }\n    basis');
    expect(fault).toMatchObject({ file: 'routes/segment-3.yaml', line: lineOf('routes/segment-3.yaml', 'fact: afspraak') });
  });

  it('tells all faults of all files at once, without a path of the machine', () => {
    const folder = copyOfRules({
      'routes/oi.yaml': (text) => text.replace('fact: domein, is: zvw', 'fact: domijn, is: zvw'),
      'routes/adz.yaml': (text) => text.replace('Elk initiatief behoeft', 'Ieder initiatief behoeft'),
    });
    const run = (): unknown => loadRules(folder, real.documents);
    expect(run).toThrow(/fouten:\n- routes\/oi\.yaml, regel \d+: onbekend feit[\s\S]*- routes\/adz\.yaml, regel \d+: dit citaat/);
    expect(run).not.toThrow(folder);
  });

  it('asks for the page when a quote stands in a document twice, and takes the one on that page', () => {
    const handleiding = real.documents.get('handleiding-pgaz-2024')!;
    const quote = 'Elk initiatief behoeft een eigen prestatie.';
    const text = `${handleiding.text}\n${quote}`;
    const documents = new Map(real.documents).set(handleiding.id, { ...handleiding, text });
    expect(faultsOf(rulesDir, documents)[0]?.reason).toContain('staat 2 keer in');
  });
});
