import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CanonicalDocument } from '../../server/corpus/document.ts';
import { CORPUS_DIR, realCorpus } from '../testing/corpus.ts';
import { coverageOf } from './coverage.ts';
import { loadStatements } from './load-statements.ts';
import { coverageRemarks, statementsReport } from './statements-report.ts';

const root = mkdtempSync(join(tmpdir(), 'statements-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const sentences = ['Kop.', 'Zorgverzekeraars mogen de prestatie vanaf 1 mei 2024 vergoeden.', 'De prestatie is niet voor individuele zorg.', 'Zie hier.', 'De NZa evalueert de prestatie.'];
const text = sentences.join('\n');
const starts = sentences.map((_, index) => sentences.slice(0, index).join('\n').length + (index === 0 ? 0 : 1));
const document = {
  id: 'bron', title: 'Bron', shortTitle: 'de bron', publisher: 'VWS', published: '2024-04', text, pageStarts: [0],
  blocks: sentences.map((sentence, index) => ({ start: starts[index], end: (starts[index] ?? 0) + sentence.length, kind: index === 0 ? 'heading' : 'paragraph' })),
  sentences: sentences.map((sentence, index) => ({ start: starts[index], end: (starts[index] ?? 0) + sentence.length, block: index })),
} as unknown as CanonicalDocument; // prettier-ignore

interface Parts {
  [field: string]: unknown;
}
const statement = (id: string, parts: Parts = {}): Parts => ({
  id,
  text: 'Zorgverzekeraars mogen de prestatie vanaf 1 mei 2024 vergoeden.',
  en: 'Insurers may pay for the service from 1 May 2024.',
  asks: [`${id} een`, `${id} twee`, `${id} drie`],
  slot: 'datum',
  routes: ['pgaz'],
  quotes: [{ document: 'bron', text: sentences[1] }],
  ...parts,
});
const other = { text: 'De prestatie is niet voor individuele zorg.', en: 'The service is not for individual care.', quotes: [{ document: 'bron', text: sentences[2] }] };

let count = 0;
/** Loads what the files hold; one field a line, so that lines can be told. */
function load(files: Record<string, unknown>): ReturnType<typeof loadStatements> {
  count += 1;
  const corpus = join(root, String(count));
  mkdirSync(join(corpus, 'statements'), { recursive: true });
  mkdirSync(join(corpus, 'routes'));
  writeFileSync(join(corpus, 'routes', 'pgaz.yaml'), '');
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(corpus, 'statements', name), typeof content === 'string' ? content : `# proef\n${JSON.stringify(content, undefined, 1)}`);
  }
  return loadStatements(corpus, [document]);
}
const faults = (files: Record<string, unknown>): string => {
  try {
    load(files);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('loadStatements', () => {
  it('gives statements with the places of their quotes', () => {
    const { statements, overrides } = load({ 'proef.yaml': [statement('een', { limits: 'twee', decides: [{ asks: 'Mag het?', verdict: 'ja' }] }), statement('twee', other)] });
    expect(statements.map(({ id, subject, limits }) => ({ id, subject, limits }))).toEqual([
      { id: 'een', subject: 'proef', limits: ['twee'] },
      { id: 'twee', subject: 'proef', limits: [] },
    ]);
    const [{ quotes: [quote] = [] } = { quotes: [] }] = statements;
    expect(text.slice(quote?.start, quote?.end)).toBe(sentences[1]);
    expect(overrides).toEqual([]);
  });

  it('has none for a corpus without the folder', () => {
    expect(loadStatements(join(root, 'nergens'), [document])).toEqual({ statements: [], leftOut: [], overrides: [] });
  });

  it.each<[string, Parts[], RegExp]>([
    ['a quote that is not verbatim', [statement('een', { quotes: [{ document: 'bron', text: 'Zorgverzekeraars mogen alles.' }] })], /uitspraak "een": dit citaat staat niet letterlijk in "bron"/],
    ['an unknown document', [statement('een', { quotes: [{ document: 'weg', text: 'x' }] })], /onbekend document "weg"/],
    ['an unknown statement', [statement('een', { limits: ['weg'] })], /geen uitspraak heeft de id "weg"/],
    ['an unknown route', [statement('een', { routes: ['weg'] })], /geen route heeft de id "weg"; kies uit: pgaz/],
    ['an id twice', [statement('een'), statement('een', { ...other, asks: ['a', 'b', 'c'] })], /deze id staat ook in proef\.yaml/],
    ['a circle of lists', [statement('een', { list: ['twee'] }), statement('twee', { ...other, list: ['een'] })], /kring: een → twee → een/],
    ['a circle of limits', [statement('een', { limits: 'een' })], /kring: een → een/],
    ['a number that no quote holds', [statement('een', { text: 'Zorgverzekeraars mogen de prestatie vanaf 1 mei 2025 vergoeden.' })], /"1 mei 2025" staat niet in de citaten/],
    ['two verdicts for one form', [statement('een', { decides: [{ asks: 'Mag het?', verdict: 'ja' }, { asks: 'mag het', verdict: 'nee' }] })], /een vraag heeft één antwoord/],
    ['a question under two statements', [statement('een'), statement('twee', { ...other, asks: ['Een, een!', 'b', 'een een'] })], /"een een" staat ook bij "een"/],
    ['two that say the same', [statement('een'), statement('twee')], /dit zegt hetzelfde als "een"/],
    ['a plan without date', [statement('een', { text: undefined, en: undefined, planned: { said: '2024', plan: 'te stoppen', planEn: 'to stop' } })], /"for" ontbreekt/],
    ['a plan for a day before it was made', [statement('een', { text: undefined, en: undefined, planned: { for: '2023', said: '2024', plan: 'te stoppen', planEn: 'to stop' } })], /een plan is voor een latere dag/],
    ['a plan with a text of its own', [statement('een', { planned: { for: '2026', said: '2024', plan: 'te stoppen', planEn: 'to stop' } })], /geef een tekst \(text\), of bij een plan alleen planned/],
    ['an unknown field', [statement('een', { titel: 'x' })], /onbekend veld "titel"/],
    ['an override without a reason', [statement('een', { override: { number: 'moet' } })], /leg in een zin uit/],
    ['an override that is not needed', [statement('een', { override: { number: 'dit getal staat er echt' } })], /deze controle is in orde; haal de override weg/],
    ['the same quote twice', [statement('een', { quotes: [{ document: 'bron', text: sentences[1] }, { document: 'bron', text: sentences[1] }] })], /dit citaat staat hier twee keer/],
  ])('refuses %s, with file and line', (_, content, reason) => {
    const message = faults({ 'proef.yaml': content });
    expect(message).toMatch(reason);
    expect(message).toMatch(/- statements\/proef\.yaml, regel \d+: /);
    expect(message).toContain('de bestaande index blijft in gebruik');
  });

  it('tells the line of the fault, and all faults of all files at once', () => {
    const message = faults({
      'a.yaml': [statement('een', { slot: 'datum', limits: ['weg'] })],
      'b.yaml': [statement('twee', { ...other, text: 'Dit is niet voor individuele zorg.' })],
    });
    expect(message).toContain('De uitspraken hebben 2 fouten');
    expect(message).toMatch(/- statements\/a\.yaml, regel 2[0-9]: uitspraak "een"/);
    expect(message).toMatch(/- statements\/b\.yaml, regel 5: uitspraak "twee": de tekst begint met "Dit"/);
  });

  it('lets an editor overrule a check on words with a reason, and counts it', () => {
    const { overrides } = load({ 'proef.yaml': [statement('een', { text: 'Gemeenten mogen de prestatie vanaf 1 mei 2024 vergoeden.', override: { actor: 'dit is alleen om te proberen' } })] });
    expect(overrides).toEqual([{ id: 'een', guard: 'actor', reason: 'dit is alleen om te proberen' }]);
  });

  it('refuses a left-out sentence that the source does not have', () => {
    expect(faults({ 'proef.yaml': [statement('een')], 'left-out.yaml': [{ document: 'bron', text: 'Zie daar.', reason: 'alleen een verwijzing' }] })).toMatch(/left-out\.yaml, regel \d+: dit is geen hele zin van "bron"/);
  });
});

describe('coverage', () => {
  const loaded = load({ 'proef.yaml': [statement('een'), statement('twee', { ...other, quotes: [{ document: 'bron', text: 'niet voor individuele zorg' }] })], 'left-out.yaml': [{ document: 'bron', text: 'Zie hier.', reason: 'alleen een verwijzing' }] });

  it('counts sentences, not headings; a part of a sentence counts for it', () => {
    expect(coverageOf(loaded.statements, loaded.leftOut, [document])).toEqual([
      { documentId: 'bron', telling: 4, inStatements: 2, leftOut: 1, without: [{ page: 1, text: 'De NZa evalueert de prestatie.' }] },
    ]);
  });

  it('is reported with what is missing', () => {
    const report = statementsReport(loaded, [document]).join('\n');
    expect(report).toContain('2 uitspraken in 1 bestand · 2 citaten · 6 vragen · 0 ja-neevragen');
    expect(report).toContain('bron: 3 van 4 (75%), waarvan 1 weggelaten met een reden');
    expect(report).toContain('zonder uitspraak, p. 1: "De NZa evalueert de prestatie."');
    expect(coverageRemarks(loaded, [document])).toEqual(['Let op: van bron staat 1 zin in geen uitspraak. Zie: npm run ingest -- report']);
    expect(statementsReport({ statements: [], leftOut: [], overrides: [] }, [document])).toEqual([]);
  });

  it('is complete for the documents of the corpus', async () => {
    const { documents } = await realCorpus();
    const { statements, leftOut, overrides } = loadStatements(CORPUS_DIR, documents);
    expect(coverageOf(statements, leftOut, documents).flatMap(({ without }) => without)).toEqual([]);
    expect(leftOut.length).toBeLessThan(20);
    expect(overrides.length).toBeLessThan(statements.length / 20);
  });
});
