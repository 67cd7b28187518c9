import type { FileFault } from '../text/file-fault.ts';
import { YamlFile } from '../text/yaml-file.ts';
import { conditionStatus } from './condition-status.ts';
import { createEvaluator, type RouteVerdict } from './evaluate.ts';
import { RulesError } from './rule-faults.ts';
import type { RuleSet, Scenario } from './rule-set.ts';

/** Something that came out otherwise than a scenario says. */
export interface Difference {
  field: keyof Scenario;
  /** Dutch: `voorwaarde overeenkomst`. */
  what: string;
  expected: unknown;
  got: unknown;
}

/**
 * Runs every scenario of every route.
 * @param rulesDir the folder the rules were loaded from
 * @throws RulesError with file and line, the scenario, what it expects and what came out, for all that differ
 */
export function checkScenarios(rulesDir: string, rules: RuleSet): void {
  const faults: FileFault[] = [];
  for (const route of rules.routes) {
    const evaluate = createEvaluator(rules.facts, [route]);
    let file: YamlFile | undefined;
    route.scenarios.forEach((scenario, index) => {
      for (const { field, what, expected, got } of evaluate(scenario.given, scenario.asOf).routes.flatMap((verdict) => differences(scenario, verdict))) {
        file ??= new YamlFile(rulesDir, `${route.id}.yaml`, faults);
        file.report(['scenarios', index, field], `situatie "${scenario.name}", ${what}: verwacht ${inWords(expected)}, gekregen ${inWords(got)}`);
      }
    });
  }
  if (faults.length > 0) throw new RulesError(faults);
}

/** What differs between a verdict and what the scenario says; empty when all is as it should be. */
export function differences(scenario: Scenario, { route, status, because, phase, conditions, warnings, nextSteps, missing }: RouteVerdict): Difference[] {
  const found: Difference[] = [];
  const expect = (field: Difference['field'], what: string, expected: unknown, got: unknown): void => {
    if (expected !== undefined && JSON.stringify(expected) !== JSON.stringify(got)) found.push({ field, what, expected, got });
  };
  expect('status', 'uitkomst', scenario.status, status);
  expect('because', 'waardoor onbekend', scenario.because, because);
  expect('standing', 'stand', scenario.standing, phase.kind);
  expect('payment', 'betaling', scenario.payment, route.payment.form);
  expect('missing', 'vragen die nog iets kunnen veranderen', scenario.missing, missing);
  for (const { condition, truth } of conditions) {
    expect('conditions', `voorwaarde ${condition.id}`, scenario.conditions[condition.id], conditionStatus(condition, truth));
  }
  const isShown = (id: string): string => (warnings.some((warning) => warning.id === id) ? 'getoond' : 'niet getoond');
  for (const id of scenario.warnings) expect('warnings', `waarschuwing ${id}`, 'getoond', isShown(id));
  for (const id of scenario.noWarnings) expect('noWarnings', `waarschuwing ${id}`, 'niet getoond', isShown(id));
  expect('nextSteps', 'volgende stappen', scenario.nextSteps, nextSteps.map(({ id }) => id));
  return found;
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'niets' : value.join(', ');
  return String(value);
}
