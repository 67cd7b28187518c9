import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createEvaluator } from './evaluate.ts';
import { phasesOf } from './period.ts';
import { outcomesOf } from './decision-diagram.ts';
import { RouteDiagrams } from './route-diagram.ts';
import { differences, loadScenarios, type Scenario } from './scenarios.ts';
import { mutantsOf } from './testing/mutants.ts';
import { realRules, rulesDir, type RealRules } from './testing/real-rules.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let real: RealRules;
let scenarios: Scenario[];

beforeAll(async () => {
  real = await realRules();
  scenarios = loadScenarios(rulesDir, real.rules, real.documents);
});

describe('the scenario tables', () => {
  it('hold at least 80 situations, each with the sentence that justifies it', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(80);
  });

  it('all come out as they should', () => {
    const evaluate = createEvaluator(real.rules.facts, real.rules.routes);
    const wrong = scenarios.flatMap((scenario) =>
      differences(scenario, evaluate(scenario.given, scenario.asOf)).map((fault) => `${scenario.name}: ${fault}`),
    );
    expect(wrong).toEqual([]);
  });

  it('show every status that a route can get', () => {
    const diagrams = new RouteDiagrams(real.rules.facts);
    const missing = real.rules.routes.flatMap(({ id, conditions, periods }) => {
      const reachable = new Set(phasesOf(periods).flatMap(({ kind }) => [...outcomesOf(diagrams.route(conditions, kind))]));
      const shown = new Set<string | undefined>(scenarios.map(({ status }) => status[id] ?? status['rest']));
      return [...reachable].filter((status) => !shown.has(status)).map((status) => `${id}: ${status}`);
    });
    expect(missing).toEqual([]);
  });

  it('reach all seven statuses with PGAZ', () => {
    expect(new Set(scenarios.map(({ status }) => status['pgaz'] ?? status['rest'])).size).toBe(7);
  });

  it('catch at least 95 % of the mutants of the rules', () => {
    const { facts, routes } = real.rules;
    // Without the list of missing facts, which needs all routes: one mutated route is enough to see the rest.
    const single = scenarios.map(({ missing: _, ...scenario }) => scenario);
    const mutants = routes.flatMap((route) => mutantsOf(route, facts));
    const survivors = mutants.filter(({ route }) => {
      const evaluate = createEvaluator(facts, [route]);
      return single.every((scenario) => differences(scenario, evaluate(scenario.given, scenario.asOf)).length === 0);
    });
    const caught = 1 - survivors.length / mutants.length;
    console.log(`mutants: ${mutants.length}, caught ${(caught * 100).toFixed(1)} %`, survivors.map(({ change }) => change));
    expect(mutants.length).toBeGreaterThan(500);
    expect(caught).toBeGreaterThanOrEqual(0.95);
  });
});
