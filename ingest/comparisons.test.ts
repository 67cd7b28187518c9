import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparisons } from '../server/corpus/comparison.ts';
import type { CanonicalDocument } from '../server/corpus/document.ts';
import type { Statement } from '../server/corpus/statement.ts';
import { comparisonsReport, loadComparisons } from './comparisons.ts';
import { loadRules } from '../server/rules/load-rules.ts';
import { loadStatements } from './statements/load-statements.ts';
import { CORPUS_DIR, realCorpus } from './testing/corpus.ts';

const root = mkdtempSync(join(tmpdir(), 'comparisons-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const sentence = 'Zorgverzekeraars mogen de prestatie vanaf 1 mei 2024 vergoeden.';
const documentOf = (id: string): CanonicalDocument =>
  ({ id, title: id, shortTitle: id, publisher: 'VWS', published: '2024-04', text: sentence, pageStarts: [0], blocks: [{ start: 0, end: sentence.length, kind: 'paragraph' }], sentences: [{ start: 0, end: sentence.length, block: 0 }] }) as unknown as CanonicalDocument; // prettier-ignore
const statementOf = (id: string, documentId: string): Statement => ({ id, text: sentence, en: 'x', routes: [], quotes: [{ documentId, start: 0, end: sentence.length, text: sentence }] }) as unknown as Statement;
const cell = { text: 'vanaf 1 mei 2024', en: 'from 1 May 2024', by: 'start' };

interface Written {
  aspects?: unknown;
  routes?: unknown;
  documents?: unknown;
}
const route = { route: 'a', name: 'A', says: 'start', cells: { wie: cell } };
const pair = { documents: ['brief', 'gids'], says: ['start'], rows: [{ aspect: 'Start', en: 'Start', cells: [cell, 'niet-genoemd'] }] };
const names = ['brief', 'gids'].map((document) => ({ document, name: document, en: document, asked: [document] }));
const written = (change: Written = {}) => ({ aspects: [{ id: 'wie', name: 'Voor wie', en: 'For whom' }], routes: [route], documents: { names, pairs: [pair] }, ...change });

let count = 0;
function load(content: unknown): Promise<Comparisons | undefined> {
  const dir = join(root, String((count += 1)));
  mkdirSync(join(dir, 'routes'), { recursive: true });
  for (const id of ['a', 'b']) writeFileSync(join(dir, 'routes', `${id}.yaml`), '');
  if (content !== undefined) writeFileSync(join(dir, 'comparisons.yaml'), `# proef\n${JSON.stringify(content, undefined, 1)}`);
  return loadComparisons(dir, ['brief', 'gids'].map(documentOf), [statementOf('start', 'brief'), statementOf('elders', 'gids')]);
}

describe('loadComparisons', () => {
  it('gives what can be put side by side', async () => {
    const { routes, pairs } = (await load(written()))!;
    expect(routes[0]?.cells['wie']).toEqual({ ...cell, by: ['start'] });
    expect(pairs[0]?.rows[0]?.cells).toEqual([{ ...cell, by: ['start'] }, 'not-mentioned']);
    expect(await load(undefined)).toBeUndefined();
  });

  const withCell = (change: object | string): Written => ({ routes: [{ ...route, cells: { wie: typeof change === 'string' ? change : { ...cell, ...change } } }] });
  it.each<[string, Written, RegExp]>([
    ['an unknown statement', withCell({ by: 'weg' }), /er is geen uitspraak "weg"; noem een id uit corpus\/statements/],
    ['an unknown statement before a table', { routes: [{ ...route, says: 'weg' }] }, /er is geen uitspraak "weg"/],
    ['an unknown statement before two documents', { documents: { names, pairs: [{ ...pair, says: ['weg'] }] } }, /er is geen uitspraak "weg"/],
    ['an unknown route', { routes: [{ ...route, route: 'z' }] }, /er is geen route "z"; kies uit: a, b/],
    ['a route twice', { routes: [route, route] }, /dit staat hier twee keer/],
    ['an aspect without a cell', { routes: [{ ...route, cells: {} }] }, /"wie" ontbreekt; geef een cel, of niet-genoemd/],
    ['a cell for no aspect', { routes: [{ ...route, cells: { wie: cell, hoe: cell } }] }, /"hoe" staat niet bij aspects/],
    ['a number that no quote holds', withCell({ text: 'vanaf 1 mei 2025' }), /"1 mei 2025" staat niet in de citaten/],
    ['a duty where the source gives leave', withCell({ text: 'moeten vergoeden' }), /moet/],
    ['a party from elsewhere', withCell({ text: 'de gemeente vanaf 1 mei 2024' }), /gemeente/],
    ['a cell that is too long', withCell({ text: 'zorgverzekeraars mogen deze prestatie met ingang van 1 mei 2024 vergoeden' }), /hoogstens 9 woorden, deze heeft er 11/],
    ['a cell without English', withCell({ en: undefined }), /"en" ontbreekt/],
    ['a word for silence that is none', withCell('weet-niet'), /wie/],
    ['an unknown document', { documents: { names: [...names, { ...names[0], document: 'weg' }], pairs: [pair] } }, /er is geen document "weg"/],
    ['a document without a name', { documents: { names: names.slice(0, 1), pairs: [pair] } }, /"gids" staat niet bij names/],
    ['a quote of the other document', { documents: { names, pairs: [{ ...pair, rows: [{ ...pair.rows[0], cells: [{ ...cell, by: 'elders' }, 'niet-genoemd'] }] }] } }, /geen citaat van deze uitspraak staat in "brief"/],
    ['a row with a cell too few', { documents: { names, pairs: [{ ...pair, rows: [{ ...pair.rows[0], cells: [cell] }] }] } }, /geef twee cellen/],
  ])('refuses %s, with file and line', async (_, change, reason) => {
    const message = await load(written(change)).then(() => '', (error: Error) => error.message);
    expect(message).toMatch(reason);
    expect(message).toMatch(/- corpus\/comparisons\.yaml, regel \d+: /);
    expect(message).toContain('de bestaande index blijft in gebruik');
  });
});

describe('the real comparisons', () => {
  let comparisons: Comparisons;
  let report: string[];
  beforeAll(async () => {
    const { documents } = await realCorpus();
    const { statements } = loadStatements(CORPUS_DIR, documents);
    comparisons = (await loadComparisons(CORPUS_DIR, documents, statements))!;
    report = await comparisonsReport(CORPUS_DIR, documents, statements);
  });

  it('know every route, and the three pairs that tell what became of a plan', () => {
    expect(report[1]).toMatch(/^ {2}12 routes en 3 paren van documenten · \d+ cellen met bewijs · \d+ zonder$/);
    expect(report.join('\n')).not.toContain('Let op');
    expect(comparisons.pairs.map(({ documents }) => documents.join(' '))).toEqual([
      'kamerbrief-pgaz-2023 aanwijzing-pgaz-2024',
      'aanwijzing-pgaz-2024 handleiding-pgaz-2024',
      'kamerbrief-pgaz-2023 handleiding-pgaz-2024',
    ]);
  });

  it('say of whom each route is about what the rule check asks', async () => {
    const { documents } = await realCorpus();
    const { routes } = loadRules(join(CORPUS_DIR, 'routes'), new Map(documents.map((document) => [document.id, document])));
    for (const { id, conditions } of routes) {
      const when = conditions.find((condition) => condition.id === 'onderwerp')?.when;
      const about = comparisons.routes.find(({ route }) => route === id)?.cells['over-wie'];
      if (!when || typeof about !== 'object') continue;
      const values = 'in' in when ? when.in : 'is' in when ? [when.is] : [];
      expect([id, /groep/.test(about.text.replace('geen groep', ''))]).toEqual([id, values.includes('groep')]);
    }
  });
});
