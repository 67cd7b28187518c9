import { describe, expect, it } from 'vitest';
import type { Citation, RouteDescription, StatementDetail } from '../contract.ts';
import { examples } from '../http/openapi/examples.ts';
import { fakeRoute } from '../testing/fake-services.ts';
import { questionsAbout, relatedTo, statementsAbout } from './related-statements.ts';

const [citation] = examples.statement.quotes as [Citation];
const at = (start: number): Citation => ({ ...citation, start, end: start + 10 });
const statement = (id: string, changes: Partial<StatementDetail> = {}): StatementDetail => ({ ...examples.statement, id, quotes: [at(1000)], questions: [`Vraag ${id}?`], ...changes });
const cited = (start: number) => ({ text: 'x', citations: [at(start)] });
/** Its condition rests on what stands at 0, a warning on 100. */
const route: RouteDescription = {
  ...fakeRoute,
  paymentNote: cited(5000), periods: [], conditions: [{ id: 'c', kind: 'situatie', ...cited(0) }], warnings: [cited(100)],
  steps: { toArrange: [], whenItFits: [], inSpecialCases: [] },
};
const ids = (statements: readonly StatementDetail[]) => statements.map(({ id }) => id);

describe('statements about a route', () => {
  it('are those that name it, what its rules rest on first', () => {
    const all = [statement('los'), statement('anders', { routes: ['oi'] }), statement('let-op', { quotes: [at(95)] }), statement('beslist', { quotes: [at(5)] })];
    const { chosen, others } = statementsAbout(route, all);
    expect(ids(chosen)).toEqual(['beslist', 'let-op']);
    expect(others).toMatchObject([{ slot: 'voorwaarde', statements: [{ id: 'los' }] }]);
  });

  it('are chosen from several kinds, two of each at most, in the order in which people ask', () => {
    const all = ['ervaring', 'voorwaarde', 'definitie'].flatMap((slot) => [1, 2, 3].map((index) => statement(`${slot}-${index}`, { slot })));
    const { chosen, others } = statementsAbout(route, all);
    expect(ids(chosen)).toEqual(['definitie-1', 'definitie-2', 'voorwaarde-1', 'voorwaarde-2', 'ervaring-1', 'ervaring-2']);
    expect(others.map(({ slot, statements }) => [slot, ids(statements)])).toEqual([['definitie', ['definitie-3']], ['voorwaarde', ['voorwaarde-3']], ['ervaring', ['ervaring-3']]]);
  });

  it('leave an exception with what it limits', () => {
    const all = [statement('regel', { limitedBy: ['tenzij'], quotes: [at(5)] }), statement('tenzij', { slot: 'uitzondering', limits: ['regel'], quotes: [at(95)] })];
    expect(ids(statementsAbout(route, all).chosen)).toEqual(['regel']);
    // and show it where the other is about another route
    expect(ids(statementsAbout(route, all.slice(1)).chosen)).toEqual(['tenzij']);
  });

  it('lose none', () => {
    const all = Array.from({ length: 40 }, (_, index) => statement(`s${index}`, { slot: ['wie', 'inhoud', 'onbekend'][index % 3] ?? '' }));
    const { chosen, others } = statementsAbout(route, all);
    expect([...ids(chosen), ...others.flatMap(({ statements }) => ids(statements))].sort()).toEqual(ids(all).sort());
  });

  it('offer a question each, none twice', () => {
    const all = [statement('a', { questions: ['Wat is dit?', 'En dat?'] }), statement('b', { questions: ['Wat is dit?'], slot: 'wie' }), statement('c', { questions: [], slot: 'doel' })];
    expect(questionsAbout(statementsAbout(route, all))).toEqual(['Wat is dit?']);
  });
});

describe('statements near another', () => {
  it('are on its subject, those written beside it first, then on its routes; what is shown already is not repeated', () => {
    const all = [
      statement('elders', { subject: 'ander' }), statement('ver'), statement('buur-1'), statement('zelf'), statement('buur-2'),
      statement('vreemd', { routes: ['oi'] }), statement('getoond'),
    ];
    const found = relatedTo(all[3]!, all, [all[6]!]);
    expect(ids(found)).toEqual(['buur-1', 'buur-2', 'ver', 'elders']);
  });

  it('are on its subject alone where it is about no route', () => {
    const all = [statement('zelf', { routes: [] }), statement('zelfde', { routes: ['pgaz'] }), statement('ander', { routes: [], subject: 'ander' })];
    expect(ids(relatedTo(all[0]!, all, []))).toEqual(['zelfde']);
  });
});
