import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { FileFault } from '../text/file-fault.ts';
import { loadRules } from './load-rules.ts';
import { RulesError } from './rule-faults.ts';
import { sourcedTextsOf } from './sourced-texts-of.ts';
import { copyOfRules, lineOf } from './testing/copy-of-rules.ts';
import { realRules, RULES_DIR, type RealRules } from './testing/real-rules.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let real: RealRules;

beforeAll(async () => {
  real = await realRules();
});

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

describe('the project’s own rules', () => {
  it('load, the routes in their own order', () => {
    const orders = real.rules.routes.map(({ order }) => order);
    expect(orders).toEqual([...new Set(orders)].sort((a, b) => a - b));
    expect(real.rules.facts).not.toEqual([]);
    expect(real.rules.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('find every quote: each text rests on words that stand in a document', () => {
    for (const { where, sourced } of sourcedTextsOf(real.rules)) {
      expect(sourced.quotes, where).not.toEqual([]);
      for (const { documentId, start, end } of sourced.quotes) {
        expect(real.documents.get(documentId)?.text.slice(start, end).trim(), where).not.toBe('');
      }
    }
  });

  it('guard against every known pitfall, numbered without gaps', () => {
    const guarded = new Set(real.rules.routes.flatMap(({ warnings, nextSteps }) => [...warnings, ...nextSteps]).flatMap(({ pitfalls }) => pitfalls));
    const numbers = real.rules.pitfalls.map(({ id }) => id);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect([...guarded].sort((a, b) => a - b)).toEqual(numbers);
  });

  it('write short sentences: 15 words on average at most', () => {
    const texts = [
      ...real.rules.facts.flatMap(({ question, help, answers }) => [question, help, ...answers.map(({ statement }) => statement)]),
      ...sourcedTextsOf(real.rules).map(({ sourced }) => sourced.text),
      ...real.rules.routes.map(({ summary }) => summary),
    ];
    const sentences = texts.flatMap((text) => text.split(/(?<=[.?!])\s+/));
    const words = sentences.map((sentence) => sentence.split(/\s+/).length);
    expect(words.reduce((sum, count) => sum + count, 0) / words.length).toBeLessThanOrEqual(15);
    expect(sentences.filter((_, index) => (words[index] ?? 0) > 40)).toEqual([]);
  });

  it('keep their hash when only a comment or a scenario changes, and change it with a rule', () => {
    const commented = copyOfRules({ 'oi.yaml': (text) => `# opmerking\n${text}`.replace('name: O&I zonder huisartsen', 'name: O&I zonder dokter') });
    expect(loadRules(commented, real.documents).sha256).toBe(real.rules.sha256);
    const changed = copyOfRules({ 'oi.yaml': (text) => text.replace('form: apart', 'form: in-tarief') });
    expect(loadRules(changed, real.documents).sha256).not.toBe(real.rules.sha256);
  });
});

describe('loading refuses, with file, line and reason', () => {
  it('a quote that is not verbatim in its document', () => {
    const folder = copyOfRules({ 'oi.yaml': (text) => text.replace('Daarmee dienen huisartsen', 'Daarom dienen huisartsen') });
    expect(faultsOf(folder)).toEqual([
      {
        file: 'oi.yaml',
        line: lineOf(folder, 'oi.yaml', 'Daarom dienen'),
        reason: expect.stringContaining('staat niet letterlijk in "handleiding-pgaz-2024"'),
      },
    ]);
  });

  it('a document that no longer holds a quote', () => {
    const handleiding = real.documents.get('handleiding-pgaz-2024')!;
    const changed = { ...handleiding, text: handleiding.text.replace('uiterlijk op 1 mei 2029', 'uiterlijk op 1 mei 2030') };
    const faults = faultsOf(RULES_DIR, new Map(real.documents).set(handleiding.id, changed));
    expect(faults.map(({ file }) => file)).toEqual(expect.arrayContaining(['pgaz.yaml']));
    expect(faults.every(({ reason }) => reason.includes('1 mei 2029'))).toBe(true);
  });

  it.each([
    ['an unknown document', 'adz.yaml', 'document: handleiding-pgaz-2024', 'document: handleiding', 'onbekend document "handleiding"'],
    ['an unknown fact', 'oi.yaml', 'fact: huisartsenDoenMee, is: true', 'fact: artsenDoenMee, is: true', 'onbekend feit "artsenDoenMee"'],
    ['an impossible value', 'oi.yaml', 'fact: domein, is: zvw', 'fact: domein, is: zwv', '"domein" kan niet zwv zijn; kies uit zvw, wlz, sociaal-domein, anders'],
    ['a value of the wrong type', 'oi.yaml', 'fact: huisartsenDoenMee, is: true', 'fact: huisartsenDoenMee, is: ja', '"huisartsenDoenMee" kan niet ja zijn; kies uit true, false'],
    ['a value twice', 'pgaz.yaml', 'in: [groep, hybride]', 'in: [groep, groep]', 'dezelfde waarde staat er twee keer'],
    ['an unknown route', 'common/texts.yaml', 'routes: [pgaz, oi]', 'routes: [pgaz, iets]', 'onbekende route "iets"'],
    ['an unknown fact among those asked together', 'common/texts.yaml', 'fact: complexiteit, is: true', 'fact: complex, is: true', 'onbekend ja/nee-feit "complex"'],
    ['a fact that is no yes or no among those', 'common/texts.yaml', 'fact: complexiteit, is: true', 'fact: domein, is: true', 'onbekend ja/nee-feit "domein"'],
    ['a fact asked together twice', 'common/texts.yaml', 'fact: complexiteit, is: true', 'fact: alVergoed, is: true', '"alVergoed" staat er twee keer'],
    ['a question about several facts with the name of one', 'common/texts.yaml', '- id: pgazVoorwaarden', '- id: domein', '"domein" is al een feit'],
    ['overlapping periods', 'pgaz.yaml', 'from: 2029-05-01', 'from: 2029-04-30', 'overlapt met de vorige, die tot en met 2029-04-30 duurt'],
    ['a gap between periods', 'segment-3.yaml', 'from: 2026-01-01', 'from: 2026-02-01', 'tussen 2025-12-31 en 2026-02-01 is niets bepaald; sluit aan op 2026-01-01'],
    ['a period without an end before another', 'segment-3.yaml', '  - to: 2025-12-31\n    standing', '  - standing', 'heeft een einde (to) nodig'],
    ['a period that ends before it starts', 'pgaz.yaml', 'to: 2029-04-30', 'to: 2024-04-30', 'de periode eindigt voordat zij begint'],
    ['a day that does not exist', 'pgaz.yaml', 'from: 2024-05-01', 'from: 2024-02-30', 'schrijf een bestaande dag als JJJJ-MM-DD'],
    ['a condition that can never fail', 'wlz-dos.yaml', 'in: [groep, hybride]', 'in: [groep, hybride, individu]', 'kan nooit onwaar zijn'],
    ['a condition that can never hold', 'wlz-dos.yaml', '{ fact: domein, is: wlz }', '{ all: [{ fact: domein, is: wlz }, { fact: domein, is: zvw }] }', 'kan nooit waar zijn'],
    ['a condition that can never hold beside the others', 'segment-3.yaml', '{ fact: segment3Afspraak, is: true }', '{ fact: onderwerp, is: groep }', 'kan nooit waar zijn als aan de voorwaarden over de situatie is voldaan'],
    ['a condition that the others already imply', 'segment-3.yaml', '{ fact: segment3Afspraak, is: true }', '{ fact: onderwerp, in: [individu, groep] }', 'kan nooit onwaar zijn als aan de andere voorwaarden'],
    ['a condition twice', 'adz.yaml', '{ fact: eigenAdzPrestatie, is: true }', '{ fact: adzOvereenkomst, is: ja }', 'zegt hetzelfde als "eigenAdzPrestatie"'],
    ['an id twice', 'adz.yaml', '- id: adzOvereenkomst', '- id: eigenAdzPrestatie', '"eigenAdzPrestatie" staat er twee keer'],
    ['a key twice', 'adz.yaml', 'title:', 'title: Dubbel\ntitle:', 'dit staat hier twee keer'],
    ['a title of another route', 'adz.yaml', /^title: .*$/m, 'title: O&I (organisatie en infrastructuur)', 'een andere route heet ook'],
    ['a warning that also stands in the shared ones', 'oi.yaml', '- id: patient-en-groep', '- id: pgaz-of-oi', 'staat ook in common/texts.yaml'],
    ['a status that a route never gets', 'sop.yaml', 'statuses: [onbekend]', 'statuses: [onbekend, conflict]', 'deze route krijgt nooit de status "conflict"'],
    ['a remark that can never be shown', 'adz.yaml', 'statuses: [nog-niet, onbekend]\n    when: { not: { certain: { fact: eigenAdzPrestatie', 'statuses: [van-toepassing]\n    when: { not: { certain: { fact: eigenAdzPrestatie', 'met deze voorwaarde (when) krijgt deze route nooit de status "van-toepassing"'],
    ['a remark whose condition is always true', 'common/texts.yaml', 'when: { fact: sector, is: ggz }', 'when: { not: { certain: { all: [{ fact: sector, is: ggz }, { fact: sector, is: anders }] } } }', 'kan nooit onwaar zijn; haal haar weg'],
    ['an id that differs from the file name', 'adz.yaml', 'id: adz', 'id: azd', 'past niet bij de bestandsnaam; schrijf "adz"'],
    ['an unknown field', 'adz.yaml', 'title:', 'titel: x\ntitle:', 'onbekend veld "titel"'],
    ['a missing field', 'adz.yaml', /^title: .*\n/m, '', '"title" ontbreekt of is leeg'],
    ['a wrong kind', 'adz.yaml', 'kind: regelen', 'kind: moet', 'moet een van deze zijn: situatie, regelen, keuze, onbeslist, betwist'],
    ['a condition in no known form', 'adz.yaml', '{ fact: domein, is: zvw }', '{ fact: domein, equals: zvw }', 'schrijf een voorwaarde als {fact, is}'],
    ['a fault inside a nested condition', 'adz.yaml', '{ fact: domein, is: zvw }', '{ not: { all: [] } }', '"all" mag niet leeg'],
    ['a text without a quote', 'adz.yaml', /quotes:\n      - id: eigen-prestatie\n        document: .*\n        text: .*\n/, 'quotes: []\n', 'geef minstens één citaat'],
    ['a fact that no route uses', 'sop.yaml', '{ fact: zorgpadIndividu, is: true }', '{ fact: complexiteit, is: true }', '"zorgpadIndividu" wordt nergens gebruikt'],
    ['a fact with strange answers', 'common/facts.yaml', 'value: true', 'value: waar', 'heeft precies de waarden true en false'],
    ['a value of a fact twice', 'common/facts.yaml', 'value: hybride', 'value: groep', 'de waarde "groep" staat er twee keer'],
    ['a fact twice', 'common/facts.yaml', '- id: sector', '- id: domein', 'het feit "domein" staat er twee keer'],
    ['two routes in the same place', 'sop.yaml', 'order: 40', 'order: 30', 'route adz heeft dezelfde volgorde (order: 30)'],
    ['a route without a place', 'sop.yaml', 'order: 40\n', '', '"order" ontbreekt'],
    ['a route without scenarios', 'sop.yaml', /^scenarios:[\s\S]*/m, 'scenarios: []\n', 'geef minstens één situatie'],
    ['a quote that is written out twice', 'sop.yaml', 'quotes: [clientgebonden]', 'quotes:\n      - document: handleiding-pgaz-2024\n        text: De sectoroverstijgende samenwerking die kan worden vergoed vanuit het tarief voor een SOP is dus niet patiëntengroepsgebonden, maar cliëntgebonden.', 'dit citaat staat al in dit bestand'],
    ['the id of a quote that does not exist', 'sop.yaml', 'quotes: [clientgebonden]', 'quotes: [klantgebonden]', 'geen citaat in dit bestand heeft de id "klantgebonden"'],
    ['the id of a quote twice', 'sop.yaml', 'id: voorstel-zorgpad', 'id: clientgebonden', '"clientgebonden" staat er twee keer'],
    ['an unknown field of a quote', 'adz.yaml', 'document: handleiding-pgaz-2024', 'bron: handleiding-pgaz-2024', 'onbekend veld "bron"'],
    ['broken YAML', 'adz.yaml', 'title: ', 'title: "', 'dit is geen geldige YAML'],
    ['a pitfall that nothing guards against', 'wlz-dos.yaml', 'pitfalls: [3, 15, 24]', 'pitfalls: [3, 24]', 'noemt valkuil 15'],
    ['a pitfall that does not exist', 'wlz-dos.yaml', 'pitfalls: [3, 15, 24]', 'pitfalls: [3, 15, 25]', 'noemt valkuil 25, maar die staat niet in deze lijst'],
  ])('%s', (_, name, from, to, reason) => {
    const faults = faultsAfter(name, from, to);
    const fitting = faults.filter((fault) => fault.reason.includes(reason));
    expect(fitting, JSON.stringify(faults, null, 1)).not.toEqual([]);
    expect(fitting[0]?.file).toMatch(/\.yaml$/);
  });

  it.each([
    ['an unknown proof', 'proof: huisartsenDoenMee', 'proof: huisarts', 'geen voorwaarde, waarschuwing, stap of citaat "huisarts"'],
    ['an unknown situation', 'base: oi-compleet', 'base: oi', 'onbekende situatie "oi"'],
    ['an impossible fact', 'facts: { huisartsenDoenMee: false }', 'facts: { huisartsenDoenMee: nee }', 'kan niet "nee" zijn'],
    ['an unknown condition', 'conditions: { huisartsenDoenMee: niet-voldaan }', 'conditions: { dokters: niet-voldaan }', 'deze route heeft geen voorwaarde "dokters"'],
    ['an unknown next step', 'nextSteps: [sluit-overeenkomst]', 'nextSteps: [teken]', 'deze route heeft geen volgende stap "teken"'],
    ['a name twice', 'name: O&I zonder huisartsen', 'name: O&I zonder overeenkomst', '"O&I zonder overeenkomst" staat er twee keer'],
    ['a day that does not exist', 'asOf: 2025-06-01', 'asOf: 2025-06-31', 'schrijf een bestaande dag'],
    ['a field of the old form', 'status: van-toepassing', 'status: { oi: van-toepassing, rest: onbekend }', '"status" moet een van deze zijn'],
  ])('a scenario with %s', (_, from, to, reason) => {
    const scenarios = (text: string): string => text.slice(0, text.indexOf('scenarios:')) + text.slice(text.indexOf('scenarios:')).replace(from, to);
    const faults = faultsOf(copyOfRules({ 'oi.yaml': scenarios }));
    expect(faults.map((fault) => fault.reason).join('\n')).toContain(reason);
    expect(faults.every(({ file, line }) => file === 'oi.yaml' && line > 0)).toBe(true);
  });

  it('names the line of the fault itself', () => {
    const folder = copyOfRules({ 'segment-3.yaml': (text) => text.replace('{ fact: segment3Afspraak, is: true }', '{ fact: afspraak, is: true }') });
    expect(faultsOf(folder)[0]).toMatchObject({ file: 'segment-3.yaml', line: lineOf(folder, 'segment-3.yaml', 'fact: afspraak') });
  });

  it('tells all faults of all files at once, without a path of the machine', () => {
    const folder = copyOfRules({
      'oi.yaml': (text) => text.replace('fact: domein, is: zvw', 'fact: domijn, is: zvw'),
      'adz.yaml': (text) => text.replace('Elk initiatief behoeft', 'Ieder initiatief behoeft'),
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
    expect(faultsOf(RULES_DIR, documents)[0]?.reason).toContain('staat 2 keer in');
  });
});
