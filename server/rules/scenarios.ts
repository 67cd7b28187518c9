import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { RouteStatus, type FactValue } from '../contract.ts';
import type { CanonicalDocument } from '../corpus/document.ts';
import type { Verdict } from './evaluate.ts';
import { conditionStatus } from './condition-status.ts';
import { locateQuote } from './locate-quote.ts';
import { readFacts } from './read-facts.ts';
import { RulesError } from './rule-faults.ts';
import type { FileFault } from '../text/file-fault.ts';
import type { RuleSet } from './rule-set.ts';
import { YamlFile } from '../text/yaml-file.ts';

const folder = 'scenarios';
const words = z.string().trim().min(1);
const facts = z.record(words, z.union([z.boolean(), z.string()]));
const lists = z.record(words, z.array(words));

const ScenarioForm = z.strictObject({
  name: words,
  /** The sentence that justifies the expectation. */
  because: z.strictObject({ document: words, text: words, page: z.int().min(1).optional() }),
  /** Name of a set of facts in `bases.yaml` to start from. */
  base: words.optional(),
  facts: facts.default({}),
  /** Facts of the base that are unknown here. */
  without: z.array(words).default([]),
  asOf: words,
  /** Per route; `rest` for all routes not named. */
  status: z.record(words, RouteStatus),
  /** All unknown facts that still matter, in order. */
  missing: z.array(words).optional(),
  conditions: z.record(words, z.record(words, z.enum(['voldaan', 'niet-voldaan', 'onbekend']))).default({}),
  /** Per route the warnings that must be shown, and those that must not. */
  warnings: lists.default({}),
  noWarnings: lists.default({}),
  /** Per route exactly the next steps, in order. */
  nextSteps: lists.default({}),
  payment: z.record(words, words).default({}),
  /** How the sources know a route on this day. */
  standing: z.record(words, words).default({}),
});

export interface Scenario extends z.infer<typeof ScenarioForm> {
  file: string;
  given: Record<string, FactValue>;
}

/**
 * The scenario tables beside the rules: facts and day with what must come out, each with the sentence that says so.
 * @throws RulesError for a scenario that names something unknown, tells not every route's status or misquotes
 */
export function loadScenarios(rulesDir: string, rules: RuleSet, documents: ReadonlyMap<string, CanonicalDocument>): Scenario[] {
  const faults: FileFault[] = [];
  const bases = new YamlFile(rulesDir, `${folder}/bases.yaml`, faults).read(z.record(words, facts)) ?? {};
  const names = readdirSync(join(rulesDir, folder)).filter((name) => name.endsWith('.yaml') && name !== 'bases.yaml');
  const routeIds = rules.routes.map(({ id }) => id);
  const scenarios = names.sort().flatMap((name) => {
    const file = new YamlFile(rulesDir, `${folder}/${name}`, faults);
    return (file.read(z.array(ScenarioForm)) ?? []).map((scenario, index): Scenario => {
      const report = (field: string, reason: string): void => file.report([index, field], reason);
      const base = scenario.base === undefined ? {} : bases[scenario.base];
      if (base === undefined) report('base', `onbekende basis "${scenario.base}"`);
      const given = Object.fromEntries(
        Object.entries({ ...base, ...scenario.facts }).filter(([id]) => !scenario.without.includes(id)),
      );
      try {
        readFacts(rules.facts, given, scenario.asOf);
      } catch (error) {
        report('facts', error instanceof Error ? error.message : String(error));
      }
      const document = documents.get(scenario.because.document);
      const found = document && locateQuote(document, scenario.because.text, scenario.because.page);
      if (found === undefined) report('because', `onbekend document "${scenario.because.document}"`);
      else if ('fault' in found) report('because', found.fault);
      const { status, conditions, warnings, noWarnings, nextSteps, payment, standing } = scenario;
      for (const list of [status, conditions, warnings, noWarnings, nextSteps, payment, standing]) {
        for (const id of Object.keys(list).filter((id) => id !== 'rest' && !routeIds.includes(id))) report('status', `onbekende route "${id}"`);
      }
      const untold = routeIds.filter((id) => (status[id] ?? status['rest']) === undefined);
      if (untold.length > 0) report('status', `zegt niets over ${untold.join(', ')}`);
      return { ...scenario, file: name, given };
    });
  });
  scenarios.forEach(({ name, file }, index) => {
    if (scenarios.findIndex((other) => other.name === name) < index) faults.push({ file: `${folder}/${file}`, line: 0, reason: `"${name}" staat er twee keer` });
  });
  if (faults.length > 0) throw new RulesError(faults);
  return scenarios;
}

/** What differs between a verdict and what the scenario says; empty when all is as it should be. */
export function differences(scenario: Scenario, verdict: Verdict): string[] {
  const faults: string[] = [];
  const expect = (what: string, expected: unknown, actual: unknown): void => {
    if (JSON.stringify(expected) !== JSON.stringify(actual)) {
      faults.push(`${what}: verwacht ${JSON.stringify(expected)}, gekregen ${JSON.stringify(actual)}`);
    }
  };
  for (const { route, status, phase, conditions, warnings, nextSteps } of verdict.routes) {
    const { id } = route;
    expect(`status van ${id}`, scenario.status[id] ?? scenario.status['rest'], status);
    for (const [conditionId, expected] of Object.entries(scenario.conditions[id] ?? {})) {
      const found = conditions.find(({ condition }) => condition.id === conditionId);
      expect(`voorwaarde ${id}.${conditionId}`, expected, found && conditionStatus(found.condition, found.truth));
    }
    const shown = warnings.map((warning) => warning.id);
    for (const warning of scenario.warnings[id] ?? []) expect(`waarschuwing ${id}.${warning}`, true, shown.includes(warning));
    for (const warning of scenario.noWarnings[id] ?? []) expect(`waarschuwing ${id}.${warning}`, false, shown.includes(warning));
    const steps = scenario.nextSteps[id];
    if (steps !== undefined) expect(`volgende stappen van ${id}`, steps, nextSteps.map((step) => step.id));
    const standing = scenario.standing[id];
    if (standing !== undefined) expect(`stand van ${id}`, standing, phase.kind);
    const payment = scenario.payment[id];
    if (payment !== undefined) expect(`betaling van ${id}`, payment, route.payment.form);
  }
  if (scenario.missing !== undefined) expect('missing', scenario.missing, verdict.missing);
  return faults;
}
