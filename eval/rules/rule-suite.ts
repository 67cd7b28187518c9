import type { CheckDescription, CheckResult, FactValue } from '../../server/contract.ts';
import type { System } from '../system/system.ts';
import { checkCitation, type Documents } from '../metrics/citations.ts';
import { createRandom, pick, randomInt, seedOf, type Random } from '../statistics/random.ts';
import type { Scenario } from './load-scenarios.ts';

type Facts = Record<string, FactValue>;

/** A rule of the check that was broken, with the facts to see it again. */
export interface FileFault {
  rule: string;
  facts: Facts;
  detail: string;
}

export interface ScenarioResult {
  id: string;
  title: string;
  /** Where the route differs from what its scenario says; empty when the scenario passes. */
  differences: { route: string; expected: string; actual: string }[];
  /** The check refused the scenario. */
  error?: string;
}

export interface RuleSuiteResult {
  scenarios: ScenarioResult[];
  /** Fact sets drawn. */
  generated: number;
  faults: FileFault[];
  /** Per condition: which of voldaan, niet-voldaan, onbekend occurred. */
  conditions: Map<string, Set<string>>;
  citations: { total: number; invalid: number };
}

export interface RuleSuiteOptions {
  scenarios: readonly Scenario[];
  /** Fact sets to draw. */
  generated: number;
  seed?: number;
}

/** Days on both sides of every date in the sources. */
const DAYS = ['2024-04-30', '2024-05-01', '2025-01-01', '2025-12-31', '2026-01-01', '2027-06-15', '2029-04-30', '2029-05-01', '2029-05-02'];

/** Scenarios of the routes, then random situations against the properties that hold whatever the facts are. */
export async function runRuleSuite(rules: NonNullable<System['rules']>, documents: Documents, options: RuleSuiteOptions): Promise<RuleSuiteResult> {
  const description = await rules.describe();
  const result: RuleSuiteResult = { scenarios: [], generated: 0, faults: [], conditions: new Map(), citations: { total: 0, invalid: 0 } };
  for (const scenario of options.scenarios) result.scenarios.push(await runScenario(rules, scenario, (check) => observe(check, documents, result)));

  const random = createRandom(options.seed ?? seedOf('rules'));
  for (let round = 0; round < options.generated; round += 1) {
    const facts = drawFacts(description, random);
    const asOf = pick(random, DAYS);
    const check = await rules.check(facts, asOf);
    result.generated += 1;
    observe(check, documents, result);
    result.faults.push(...missingRoutes(description, check, facts), ...unexplained(check, facts));
    result.faults.push(...(await removeOne(rules, facts, asOf, check, random)));
    result.faults.push(...(await addUnasked(rules, description, facts, asOf, check, random)));
  }
  return result;
}

async function runScenario(
  rules: NonNullable<System['rules']>,
  { id, title, facts, asOf, route: routeId, status, because, missing }: Scenario,
  onCheck: (check: CheckResult) => void,
): Promise<ScenarioResult> {
  try {
    const check = await rules.check(facts, asOf);
    onCheck(check);
    const route = check.routes.find((candidate) => candidate.id === routeId);
    const differences: ScenarioResult['differences'] = [];
    if (route?.status !== status) differences.push({ route: routeId, expected: status, actual: route?.status ?? 'ontbreekt' });
    // An older server does not say per route what is missing, nor why something is unknown.
    if (because && route?.because && because !== route.because) {
      differences.push({ route: `${routeId} (waardoor)`, expected: because, actual: route.because });
    }
    if (missing && route?.missing && missing.join() !== route.missing.join()) {
      differences.push({ route: `${routeId} (vragen)`, expected: missing.join(', '), actual: route.missing.join(', ') });
    }
    return { id, title, differences };
  } catch (error) {
    return { id, title, differences: [], error: error instanceof Error ? error.message : 'onbekende fout' };
  }
}

/** Counts which conditions took which status, and whether every quote stands where it says. */
function observe(check: CheckResult, documents: Documents, result: RuleSuiteResult): void {
  for (const route of check.routes) {
    for (const { id, status } of route.conditions) {
      const key = `${route.id}: ${id}`;
      result.conditions.set(key, (result.conditions.get(key) ?? new Set()).add(status));
    }
    const citations = [...route.conditions, ...route.warnings, ...route.nextSteps].flatMap((part) => part.citations);
    result.citations.total += citations.length;
    // Markers are a matter of answers in text: here the citation stands beside its condition.
    result.citations.invalid += citations.filter((citation) => checkCitation(citation, `[${citation.n}]`, documents).faults.length > 0).length;
  }
}

function drawFacts({ facts }: CheckDescription, random: Random): Facts {
  const known = random();
  return Object.fromEntries(facts.filter(() => random() < known).map((fact) => [fact.id, drawValue(fact, random)]));
}

const drawValue = ({ type, choices }: CheckDescription['facts'][number], random: Random): FactValue =>
  type === 'boolean' ? random() < 0.5 : pick(random, choices ?? []).value;

function missingRoutes({ routes }: CheckDescription, check: CheckResult, facts: Facts): FileFault[] {
  const given = new Set(check.routes.map(({ id }) => id));
  return routes.filter(({ id }) => !given.has(id)).map(({ id }) => ({ rule: 'elke route komt terug', facts, detail: id }));
}

/** What is unknown says whose answer lacks, and nothing else does; an older server never says. */
function unexplained({ routes }: CheckResult, facts: Facts): FileFault[] {
  if (routes.every(({ because }) => because === undefined)) return [];
  return routes
    .filter(({ status, because }) => (status === 'onbekend') !== (because !== undefined))
    .map(({ id, status, because }) => ({ rule: 'alleen en altijd bij onbekend staat waardoor', facts, detail: `${id}: ${status} ${because ?? ''}` }));
}

/** What is not known is never counted as false. */
async function removeOne(rules: NonNullable<System['rules']>, facts: Facts, asOf: string, before: CheckResult, random: Random): Promise<FileFault[]> {
  const ids = Object.keys(facts);
  if (ids.length === 0) return [];
  const removed = ids[randomInt(random, ids.length)]!;
  const after = await rules.check(Object.fromEntries(Object.entries(facts).filter(([id]) => id !== removed)), asOf);
  const status = statusOf(before);
  return after.routes
    .filter((route) => route.status === 'niet-van-toepassing' && status.get(route.id) !== 'niet-van-toepassing')
    .map(({ id }) => ({ rule: 'een gegeven weglaten maakt geen route "niet van toepassing"', facts, detail: `${id} zonder ${removed}` }));
}

/** A fact that the check does not ask for (any more) changes nothing, and one that a route does not ask for not that route. */
async function addUnasked(
  rules: NonNullable<System['rules']>,
  description: CheckDescription,
  facts: Facts,
  asOf: string,
  before: CheckResult,
  random: Random,
): Promise<FileFault[]> {
  const isAsked = (id: string): boolean => before.routes.every(({ missing }) => (missing ?? before.missing).includes(id));
  const unasked = description.facts.filter(({ id }) => !(id in facts) && !isAsked(id));
  if (unasked.length === 0) return [];
  const added = pick(random, unasked);
  const after = await rules.check({ ...facts, [added.id]: drawValue(added, random) }, asOf);
  const status = statusOf(before);
  return after.routes
    .filter((route) => route.status !== status.get(route.id) && !asks(before, route.id, added.id))
    .map((route) => ({
      rule: 'een gegeven dat niet gevraagd wordt, verandert niets',
      facts,
      detail: `${route.id}: ${status.get(route.id)} wordt ${route.status} door ${added.id}`,
    }));
}

/** Whether a route still asks for a fact; an older server says it of all routes together. */
const asks = (check: CheckResult, routeId: string, factId: string): boolean =>
  (check.routes.find(({ id }) => id === routeId)?.missing ?? check.missing).includes(factId);

const statusOf = (check: CheckResult): Map<string, string> => new Map(check.routes.map(({ id, status }) => [id, status]));
