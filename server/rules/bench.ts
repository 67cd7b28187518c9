import { readConfig } from '../runtime/config.ts';
import { createEvaluator } from './evaluate.ts';
import { openIndexedRules } from '../cli/open-index.ts';
import { createRuleCheck } from './rule-check.ts';
import type { Facts } from './condition.ts';
import type { Fact } from './rule-set.ts';

const rounds = 50_000;
const days = ['2024-04-30', '2025-06-01', '2026-01-01', '2029-05-01', '2029-05-02'];

/** A fixed sequence (mulberry32), so that two runs measure the same work. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Each fact unknown one time in three. */
function randomFacts(facts: readonly Fact[], random: () => number): Facts {
  return Object.fromEntries(
    facts.flatMap(({ id, answers }) => {
      const answer = random() < 1 / 3 ? undefined : answers[Math.floor(random() * answers.length)];
      return answer === undefined ? [] : [[id, answer.value]];
    }),
  );
}

function percentile(sorted: Float64Array, share: number): string {
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(3);
}

/** Prints evaluations a second in process, and the time of a whole check with its JSON as `POST /check` sends it. */
async function main(): Promise<void> {
  const { rules, documents } = await openIndexedRules(readConfig(process.env).indexDir);
  const random = randomNumbers(20_240_501);
  const cases = Array.from({ length: rounds }, () => randomFacts(rules.facts, random));
  const evaluate = createEvaluator(rules.facts, rules.routes);
  const check = createRuleCheck(rules, documents);
  const dayOf = (index: number): string => days[index % days.length] ?? '';

  cases.slice(0, 2000).forEach((facts, index) => evaluate(facts, dayOf(index)));
  const started = performance.now();
  cases.forEach((facts, index) => evaluate(facts, dayOf(index)));
  const seconds = (performance.now() - started) / 1000;
  console.log(`evaluations a second: ${Math.round(rounds / seconds).toLocaleString('en')} (target 20,000)`);

  const times = Float64Array.from(cases.slice(0, 5000), (facts, index) => {
    const from = performance.now();
    JSON.stringify(check.check(facts, dayOf(index)));
    return performance.now() - from;
  }).sort();
  const bytes = JSON.stringify(check.check({}, dayOf(1))).length;
  console.log(`check with JSON, ms: p50 ${percentile(times, 0.5)}, p95 ${percentile(times, 0.95)} (target 5), ${bytes.toLocaleString('en')} characters`);
}

await main();
