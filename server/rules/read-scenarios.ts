import { AppError } from '../errors.ts';
import type { YamlFile } from '../text/yaml-file.ts';
import { quoteIdsOf } from './locate-quotes.ts';
import { readFacts } from './read-facts.ts';
import type { RuleForms } from './rule-files.ts';
import type { Route, Scenario } from './rule-set.ts';
import type { RouteForm, ScenarioForm } from './schema.ts';

/** The scenarios of a route with the facts of their base filled in; reports what they name and what does not exist. */
export function readScenarios(file: YamlFile, form: RouteForm, route: Omit<Route, 'scenarios'>, { facts, situations }: RuleForms): Scenario[] {
  const conditions = route.conditions.map(({ id }) => id);
  const warnings = route.warnings.map(({ id }) => id);
  const nextSteps = route.nextSteps.map(({ id }) => id);
  const provable = ['payment', 'periods', ...conditions, ...warnings, ...nextSteps, ...quoteIdsOf(form)];

  return form.scenarios.map((scenario, index) => {
    const report = (field: keyof ScenarioForm, reason: string): void => file.report(['scenarios', index, field], reason);
    const known = (field: keyof ScenarioForm, what: string, named: readonly string[], ids: readonly string[]): void => {
      for (const id of named.filter((id) => !ids.includes(id))) report(field, `deze route heeft geen ${what} "${id}"`);
    };
    if (form.scenarios.findIndex(({ name }) => name === scenario.name) < index) report('name', `"${scenario.name}" staat er twee keer`);
    known('proof', 'voorwaarde, waarschuwing, stap of citaat', [scenario.proof], provable);
    known('conditions', 'voorwaarde', Object.keys(scenario.conditions), conditions);
    known('warnings', 'waarschuwing', scenario.warnings, warnings);
    known('noWarnings', 'waarschuwing', scenario.noWarnings, warnings);
    known('nextSteps', 'volgende stap', scenario.nextSteps ?? [], nextSteps);
    for (const id of (scenario.missing ?? []).filter((id) => !facts.some((fact) => fact.id === id))) report('missing', `onbekend feit "${id}"`);
    if (scenario.base !== undefined && situations[scenario.base] === undefined) {
      report('base', `onbekende situatie "${scenario.base}"; de situaties staan in common/situations.yaml`);
    }
    const start = scenario.base === undefined ? {} : situations[scenario.base];
    const given = Object.fromEntries(
      Object.entries({ ...start, ...scenario.facts }).filter(([id]) => !scenario.without.includes(id)),
    );
    try {
      readFacts({ facts, together: [] }, given);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      report('facts', error.message);
    }
    return { ...scenario, given };
  });
}
