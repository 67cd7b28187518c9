import { beforeAll, describe, expect, it, vi } from 'vitest';
import { checkScenarios, differences } from './check-scenarios.ts';
import { outcomesOf } from './decision-diagram.ts';
import { createEvaluator } from './evaluate.ts';
import { loadRules } from './load-rules.ts';
import { phasesOf } from './period.ts';
import { RouteDiagrams } from './route-diagram.ts';
import { RulesError } from './rule-faults.ts';
import { copyOfRules, lineOf } from './testing/copy-of-rules.ts';
import { mutantsOf } from './testing/mutants.ts';
import { realRules, RULES_DIR, type RealRules } from './testing/real-rules.ts';

// Reads the whole corpus and does much work: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let real: RealRules;

beforeAll(async () => {
  real = await realRules();
});

/** Message of the error for rules with a change, after they load. */
function refusal(folder: string): string {
  const rules = loadRules(folder, real.documents);
  try {
    checkScenarios(folder, rules);
  } catch (error) {
    if (error instanceof RulesError) return error.message;
    throw error;
  }
  return '';
}

describe('the scenarios of the routes', () => {
  it('all come out as they should', () => {
    expect(refusal(RULES_DIR)).toBe('');
  });

  it('show every status that their route can get', () => {
    const diagrams = new RouteDiagrams(real.rules.facts);
    const missing = real.rules.routes.flatMap(({ id, conditions, periods, scenarios }) => {
      const reachable = new Set(phasesOf(periods).flatMap(({ kind }) => [...outcomesOf(diagrams.route(conditions, kind))]));
      const shown = new Set<string>(scenarios.map(({ status }) => status));
      return [...reachable].filter((status) => !shown.has(status)).map((status) => `${id}: ${status}`);
    });
    expect(missing).toEqual([]);
  });

  it('catch at least 95 % of the mutants of their route', () => {
    for (const route of real.rules.routes) {
      const mutants = mutantsOf(route, real.rules.facts);
      const survivors = mutants.filter((mutant) => {
        const evaluate = createEvaluator(real.rules.facts, [mutant.route]);
        return route.scenarios.every((scenario) => differences(scenario, evaluate(scenario.given, scenario.asOf).routes[0]!).length === 0);
      });
      expect(mutants.length, route.id).toBeGreaterThan(10);
      expect(1 - survivors.length / mutants.length, survivors.map(({ change }) => change).join('\n')).toBeGreaterThanOrEqual(0.95);
    }
  });
});

describe('a scenario that does not come out', () => {
  it('is refused with file, line, its name, what it expects and what came out', () => {
    const folder = copyOfRules({ 'wlz-dos.yaml': (text) => text.replace('status: onbekend', 'status: van-toepassing') });
    const line = lineOf(folder, 'wlz-dos.yaml', 'status: van-toepassing');
    expect(refusal(folder)).toContain(
      `- routes/wlz-dos.yaml, regel ${line}: situatie "Een aanbieder in de Wlz in een groepsoverleg", uitkomst: verwacht van-toepassing, gekregen onbekend`,
    );
  });

  it.each([
    ['missing: [onderwerp]', 'missing: [domein, onderwerp]', 'vragen die nog iets kunnen veranderen: verwacht domein, onderwerp, gekregen onderwerp'],
    ['missing: []', 'missing: [sector]', 'vragen die nog iets kunnen veranderen: verwacht sector, gekregen niets'],
    ['conditions: { onderwerp: niet-voldaan }', 'conditions: { onderwerp: voldaan }', 'voorwaarde onderwerp: verwacht voldaan, gekregen niet-voldaan'],
    ['    warnings: [pas-na-aanvaarding]', '    noWarnings: [pas-na-aanvaarding]', 'waarschuwing pas-na-aanvaarding: verwacht niet getoond, gekregen getoond'],
    ['nextSteps: [volg-wetsvoorstel]', 'nextSteps: []', 'volgende stappen: verwacht niets, gekregen volg-wetsvoorstel'],
    ['    payment: apart', '    payment: in-tarief', 'betaling: verwacht in-tarief, gekregen apart'],
    ['    standing: proposal\n', '    standing: in-force\n', 'stand: verwacht in-force, gekregen proposal'],
  ])('%s → %s', (from, to, expected) => {
    const scenarios = (text: string): string => text.slice(0, text.indexOf('scenarios:')) + text.slice(text.indexOf('scenarios:')).replace(from, to);
    expect(refusal(copyOfRules({ 'wlz-dos.yaml': scenarios }))).toContain(expected);
  });

  it('does not mind another route that changes', () => {
    const folder = copyOfRules({ 'oi.yaml': (text) => text.replace('{ fact: huisartsenDoenMee, is: true }', '{ fact: huisartsenDoenMee, is: false }') });
    const faults = refusal(folder).split('\n').slice(1);
    expect(faults).not.toEqual([]);
    expect(faults.every((fault) => fault.startsWith('- routes/oi.yaml'))).toBe(true);
  });
});
