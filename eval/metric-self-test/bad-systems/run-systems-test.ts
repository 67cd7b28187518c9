import type { Evaluation } from '../../run/evaluation.ts';
import { latencyOf } from '../../run/measure-latency.ts';
import { runCases } from '../../run/run-cases.ts';
import { trySituations } from '../../run/situation-trial.ts';
import { tryThirdTurns } from '../../run/third-turn-trial.ts';
import type { Scenario } from '../../rules/load-scenarios.ts';
import { runRuleSuite } from '../../rules/rule-suite.ts';
import type { System } from '../../system/system.ts';
import type { Thresholds } from '../../verdict/thresholds.ts';
import { judgeRun } from '../../verdict/verdict.ts';
import type { BadSystem, World } from './bad-system.ts';
import { BAD_SYSTEMS } from './bad-systems.ts';
import { idealSystem } from './ideal-system.ts';
import type { BadSystemRow, SystemsTest } from './outcome.ts';

export interface SystemsTestRequest extends World {
  rules?: System['rules'];
  scenarios: readonly Scenario[];
  thresholds: Thresholds;
  systems?: readonly BadSystem[];
  onSystem?: (done: number, total: number) => void;
}

/** Random situations that each system's rule check gets: a liar is found by the first few. */
const SITUATIONS = 20;

const TIMEOUT_MS = 30_000;

/** Judges the good system and every bad one, as a real one is judged: no model takes part. */
export async function runSystemsTest(request: SystemsTestRequest): Promise<SystemsTest> {
  const { systems = BAD_SYSTEMS, onSystem } = request;
  const good = idealSystem(request, request.rules);
  const failedByGood = await failedChecks(good, request);
  const rows: BadSystemRow[] = [];
  for (const { id, label, mustFailBy, make } of systems) {
    const failedBy = await failedChecks(make(good, request), request);
    rows.push({ id, label, mustFailBy, failedBy, outcome: outcomeOf(mustFailBy, failedBy, failedByGood) });
    onSystem?.(rows.length, systems.length);
  }
  return { cases: request.cases.length, good: { name: good.name, failedBy: failedByGood }, rows };
}

/** A check that the good system does not pass either tells nothing. */
const outcomeOf = (mustFailBy: readonly string[], failedBy: readonly string[], failedByGood: readonly string[]): BadSystemRow['outcome'] =>
  mustFailBy.some((name) => failedBy.includes(name) && !failedByGood.includes(name)) ? 'caught' : 'missed';

/** Checks of the verdict that were judged and not passed; those of fresh hands and of all cases under one name. */
async function failedChecks(system: System, request: SystemsTestRequest): Promise<string[]> {
  const { checks } = judgeRun(await measure(system, request), request.thresholds);
  return [...new Set(checks.filter(({ outcome }) => outcome === 'niet-gehaald').map(({ id }) => id.replace(/-fresh$/, '')))];
}

/** What the verdict is about, without the parts that need a model or compare with other systems. */
async function measure(system: System, { cases, documents, scenarios }: SystemsTestRequest): Promise<Evaluation> {
  const results = await runCases(system, cases, documents, { timeoutMs: TIMEOUT_MS, depth: 10 });
  await tryThirdTurns(system, results, TIMEOUT_MS);
  await trySituations(system, results, TIMEOUT_MS);
  return {
    createdAt: new Date(0).toISOString(),
    durationMs: 0,
    system: system.name,
    full: false,
    documents: [],
    results,
    shared: new Set(),
    latency: latencyOf(results.filter(({ ask }) => !ask.error).map(({ ask }) => ask.latencyMs)),
    ...(system.rules && { rules: await runRuleSuite(system.rules, documents, { scenarios, generated: SITUATIONS }) }),
    notes: [],
  };
}
