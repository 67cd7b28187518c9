import { beforeAll, describe, expect, it } from 'vitest';
import { AskRequest, type Answer, type Block } from '../contract.ts';
import { loadEngine, loadModels, type Engine } from '../assistant/engine.ts';
import { readConfig } from '../runtime/config.ts';
import { Metrics } from '../runtime/metrics.ts';
import { isVerified } from './is-verified.ts';

/** The real index and models. */
let engine: Engine;
beforeAll(async () => {
  const config = readConfig({});
  engine = await loadEngine(config.indexDir, await loadModels(config), new Metrics());
});

const ask = (question: string): Promise<Answer> => engine.answerer.ask(AskRequest.parse({ question, asOf: '2025-06-01' }));
const tableIn = ({ blocks = [] }: Answer) => blocks.find((block): block is Block & { type: 'table' } => block.type === 'table');
/** Words that are read; no signs of a table, no markers. */
const wordsOf = (text: string): number => text.replace(/\[\d+\]/g, '').match(/[\p{L}\p{N}][^\s|]*/gu)?.length ?? 0;

function expectProven({ citations, answer }: Answer): void {
  for (const citation of citations) {
    expect(isVerified(citation, engine.index.documents)).toBe(true);
    expect(answer).toContain(`[${citation.n}]`);
  }
}

describe('two routes side by side', () => {
  it.each([
    ['Wat is het verschil tussen SOP en PGAZ?', ['SOP', 'PGAZ'], 'sop-clientgebonden'],
    ['O&I of PGAZ?', ['O&I', 'PGAZ'], 'pgaz-of-oi'],
    ['sop of pgaz, wat is het verschil', ['SOP', 'PGAZ'], 'sop-clientgebonden'],
    ['waarin verschillen ADZ en O&I', ['ADZ', 'O&I'], 'adz-wat'],
    ['What is the difference between PGAZ and O&I?', ['PGAZ', 'O&I'], 'pgaz-of-oi'],
    ['verschil meedenkadvies en segment 3', ['Meedenkadvies', 'Segment 3'], 'meedenkadvies-plan'],
  ])('%s', async (question, columns, first) => {
    const answer = await ask(question);
    const table = tableIn(answer)!;
    expect(table.columns).toEqual(columns);
    expect(answer.direct?.statementIds[0]).toBe(first);
    expect(answer.answer.indexOf(table.caption)).toBeGreaterThan(answer.answer.indexOf('[1]'));
    expectProven(answer);
  });

  it('proves every cell that says something, number by number, and stays short, for every two routes', async () => {
    const routes = engine.index.comparisons!.routes;
    for (const [i, one] of routes.entries()) {
      for (const other of routes.slice(i + 1)) {
        const answer = await ask(`Wat is het verschil tussen ${one.name.replace('Wlz: sluittarief', 'het sluittarief').replace('Wlz: één patiënt', 'de Wlz')} en ${other.name.replace('Wlz: sluittarief', 'het sluittarief').replace('Wlz: één patiënt', 'de Wlz')}?`);
        const table = tableIn(answer);
        if (!table) continue;
        for (const { aspect, cells } of table.rows) {
          for (const { text, citations } of cells) {
            if (citations.length === 0) expect(['', 'niet genoemd', 'niet duidelijk']).toContain(text);
            const quoted = citations.map((n) => answer.citations[n - 1]!.quote).join(' ');
            for (const number of text.match(/\d+/g) ?? []) expect(quoted, `${table.caption}, ${aspect}`).toContain(number);
          }
        }
        expect(wordsOf(answer.answer), table.caption).toBeLessThanOrEqual(230);
        expectProven(answer);
      }
    }
  }, 120_000);

  it.each(['Mogen we O&I en PGAZ tegelijk gebruiken?', 'SOP en PGAZ, wie betaalt?', 'Verschilt PGAZ per regio?'])('no table for: %s', async (question) => {
    expect(tableIn(await ask(question))).toBeUndefined();
  });
});

describe('two documents side by side', () => {
  it.each([
    ['wat is er veranderd tussen de Kamerbrief en de aanwijzing', ['Kamerbrief', 'Aanwijzing'], /in de loop van 2024.*1 mei 2024/s],
    ['Wat is er veranderd sinds de Kamerbrief?', ['Kamerbrief', 'Aanwijzing'], /vijf jaar.*uiterlijk tot 1 mei 2029/s],
    ['verschil handleiding en aanwijzing', ['Aanwijzing', 'Handleiding'], /geen vastomlijnd kader/],
    ['Waarin verschillen de Kamerbrief en de handleiding?', ['Kamerbrief', 'Handleiding'], /eventuele kwaliteitsafspraken/],
  ])('%s', async (question, columns, wanted) => {
    const answer = await ask(question);
    const table = tableIn(answer)!;
    expect(table.columns).toEqual(columns);
    expect(JSON.stringify(table.rows)).toMatch(wanted);
    for (const { cells } of table.rows) {
      cells.forEach(({ citations }, column) => {
        for (const n of citations) expect(answer.citations[n - 1]!.documentId).toMatch(columns[column]!.toLowerCase());
      });
    }
    expectProven(answer);
  });
});
