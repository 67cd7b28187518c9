import { describe, expect, test } from 'vitest';
import type { CheckDescription, CheckResult, RouteResult } from '../../server/contract.ts';
import { cite, documents } from '../testing/fixtures.ts';
import { runRuleSuite } from './rule-suite.ts';

const description: CheckDescription = {
  facts: [
    { id: 'overeenkomst', question: 'Is er een overeenkomst?', help: '', type: 'boolean' },
    { id: 'weer', question: 'Schijnt de zon?', help: '', type: 'boolean' },
  ],
  routes: [{ id: 'pgaz', title: 'PGAZ', summary: '' }],
};

type Status = RouteResult['status'];

/** A check of one route that depends on one fact; `status` decides what the facts come to. */
const rules = (status: (facts: Record<string, unknown>) => Status, change: Partial<RouteResult> = {}) => ({
  describe: () => Promise.resolve(description),
  check: (facts: Record<string, unknown>, asOf = ''): Promise<CheckResult> =>
    Promise.resolve({
      asOf,
      rulesetSha256: '',
      missing: 'overeenkomst' in facts ? [] : ['overeenkomst'],
      routes: [
        {
          id: 'pgaz',
          title: 'PGAZ',
          status: status(facts),
          payment: 'apart',
          conditions: [{ id: 'overeenkomst', text: '', kind: 'regelen', status: facts['overeenkomst'] === undefined ? 'onbekend' : facts['overeenkomst'] ? 'voldaan' : 'niet-voldaan', citations: [cite('regeling', 'Een overeenkomst is nodig.')] }],
          warnings: [],
          nextSteps: [],
          missing: 'overeenkomst' in facts ? [] : ['overeenkomst'],
          ...change,
        },
      ],
    }),
}); // prettier-ignore

const sound = (facts: Record<string, unknown>): Status => (facts['overeenkomst'] === undefined ? 'onbekend' : facts['overeenkomst'] ? 'van-toepassing' : 'nog-niet');
const run = (status: (facts: Record<string, unknown>) => Status, change: Partial<RouteResult> = {}) => runRuleSuite(rules(status, change), documents, { scenarios: [], generated: 60 });

test('a sound check breaks nothing, and every status of a condition is seen', async () => {
  const result = await run(sound);
  expect(result).toMatchObject({ generated: 60, faults: [], citations: { invalid: 0 } });
  expect([...result.conditions.get('pgaz: overeenkomst')!].sort()).toEqual(['niet-voldaan', 'onbekend', 'voldaan']);
});

describe('sees', () => {
  test('unknown counted as false', async () => {
    const { faults } = await run((facts) => (facts['overeenkomst'] === undefined ? 'niet-van-toepassing' : sound(facts)));
    expect(faults.some(({ rule }) => rule.startsWith('een gegeven weglaten'))).toBe(true);
  });

  test('a verdict that hangs on what is not asked', async () => {
    const { faults } = await run((facts) => (facts['weer'] ? 'conflict' : sound(facts)));
    expect(faults.some(({ rule }) => rule.startsWith('een gegeven dat niet gevraagd wordt'))).toBe(true);
  });

  test('a verdict that changes with a fact which only another route asks', async () => {
    const check = rules(sound);
    const second = { ...(await check.check({})).routes[0]!, id: 'oi', missing: [], status: 'verlopen' as const };
    const { faults } = await runRuleSuite(
      {
        ...check,
        check: async (facts, asOf) => {
          const result = await check.check(facts, asOf);
          return { ...result, routes: [...result.routes, { ...second, status: facts['overeenkomst'] === undefined ? 'verlopen' : 'conflict' }] };
        },
      },
      documents,
      { scenarios: [], generated: 60 },
    );
    expect(faults.some(({ rule, detail }) => rule.startsWith('een gegeven dat niet gevraagd wordt') && detail.startsWith('oi:'))).toBe(true);
  });

  test('an unknown status that does not say whose answer lacks', async () => {
    const { faults } = await run(sound, { because: 'bronnen' });
    expect(faults.some(({ rule }) => rule.startsWith('alleen en altijd bij onbekend'))).toBe(true);
  });

  test('a route that does not come back', async () => {
    const { faults } = await run(sound, { id: 'oi' });
    expect(faults[0]).toMatchObject({ rule: 'elke route komt terug', detail: 'pgaz' });
  });

  test('a quote that is not in the document', async () => {
    const { citations } = await run(sound, { warnings: [{ text: '', citations: [cite('brief', 'Dat is alles.', 1, { quote: 'Dat is gratis.' })] }] });
    expect(citations.invalid).toBeGreaterThan(0);
  });
});

test('scenarios: status, questions and refusals', async () => {
  const scenario = { title: 'tabel', asOf: '2025-01-01' };
  const { scenarios } = await runRuleSuite(rules(sound, { because: 'feit' }), documents, {
    generated: 0,
    scenarios: [
      { ...scenario, id: 'goed', facts: { overeenkomst: true }, route: 'pgaz', status: 'van-toepassing', missing: [] },
      { ...scenario, id: 'fout', facts: {}, route: 'pgaz', status: 'verlopen', missing: ['weer'] },
      { ...scenario, id: 'waardoor', facts: {}, route: 'pgaz', status: 'onbekend', because: 'bronnen' },
      { ...scenario, id: 'weg', facts: {}, route: 'oi', status: 'onbekend' },
    ],
  });
  expect(scenarios.map(({ id, differences }) => [id, differences])).toEqual([
    ['goed', []],
    ['fout', [
      { route: 'pgaz', expected: 'verlopen', actual: 'onbekend' },
      { route: 'pgaz (vragen)', expected: 'weer', actual: 'overeenkomst' },
    ]],
    ['waardoor', [{ route: 'pgaz (waardoor)', expected: 'bronnen', actual: 'feit' }]],
    ['weg', [{ route: 'oi', expected: 'onbekend', actual: 'ontbreekt' }]],
  ]); // prettier-ignore
});
