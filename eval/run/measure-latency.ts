import type { EvaluationCase } from '../load/evaluation-case.ts';
import { quantile } from '../statistics/quantile.ts';
import { createRandom, sample, seedOf } from '../statistics/random.ts';
import { askRequest, observeAsk } from '../system/observe.ts';
import type { System } from '../system/system.ts';

/** Time from question to whole answer, one user, nothing remembered; of this machine, in milliseconds. */
export interface Latency {
  p50Ms: number;
  p95Ms: number;
  n: number;
}

/** Enough for a median; the 95th percentile of so few is near the slowest. */
const QUESTIONS = 20;

/** Asks a fixed sample of a system that remembers nothing; the first question warms up and does not count. */
export async function measureLatency(system: System, cases: readonly EvaluationCase[], timeoutMs: number): Promise<Latency> {
  const chosen = sample(cases, QUESTIONS, createRandom(seedOf('latency')));
  const [first] = chosen;
  if (first) await observeAsk(system, askRequest(first), timeoutMs);
  const times: number[] = [];
  for (const one of chosen) {
    const { latencyMs, error } = await observeAsk(system, askRequest(one), timeoutMs);
    if (!error) times.push(latencyMs);
  }
  return latencyOf(times);
}

export const latencyOf = (times: readonly number[]): Latency => ({ p50Ms: quantile(times, 0.5), p95Ms: quantile(times, 0.95), n: times.length });
