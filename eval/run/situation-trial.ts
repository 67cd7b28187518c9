import { z } from 'zod/v4';
import type { Answer } from '../../server/contract.ts';
import type { CaseSituation } from '../load/evaluation-case.ts';
import { factValue } from '../metrics/measures/situation.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import { askRequest, observeAsk, type SituationOutcome } from '../system/observe.ts';
import type { System } from '../system/system.ts';

/** Counter-questions that a hurried person answers. */
const MOST_TAPS = 3;

/** The part of an answer about the asker's own situation, for assistants that give it. */
const Situation = z.object({
  understood: z.array(z.object({ factId: z.string(), value: z.union([z.string(), z.boolean()]), from: z.string().optional() })).default([]),
  routes: z.array(z.object({ id: z.string(), status: z.string() })).default([]),
  ask: z.object({ factId: z.string() }).optional(),
});

const situationOf = (answer: Answer): z.infer<typeof Situation> | undefined => Situation.safeParse((answer as { situation?: unknown }).situation).data;

/** Answers the counter-questions as the person of each case would, and keeps what came of it in the results. */
export async function trySituations(system: System, results: CaseResult[], timeoutMs: number, onProgress?: (done: number) => void): Promise<void> {
  const about = results.filter(({ case: { situation } }) => situation !== undefined);
  for (const [at, result] of about.entries()) {
    const first = result.ask.answer;
    result.ask.situation = first ? await converse(system, result, first, timeoutMs) : { taps: 0, statuses: {}, understood: {} };
    onProgress?.(at + 1);
  }
}

async function converse(system: System, { case: asked }: CaseResult, first: Answer, timeoutMs: number): Promise<SituationOutcome> {
  const known: CaseSituation['told'] = { ...asked.situation!.rest, ...asked.situation!.told };
  const facts: Record<string, string | boolean> = {};
  let answer = first;
  let taps = 0;
  for (; taps < MOST_TAPS; taps += 1) {
    const fact = situationOf(answer)?.ask?.factId;
    if (fact === undefined || known[fact] === undefined || fact in facts) break;
    facts[fact] = known[fact];
    // Facts beside a question are no part of the contract of every assistant; one that does not know them ignores them.
    const next = await observeAsk(system, { ...askRequest(asked), facts }, timeoutMs);
    if (!next.answer) break;
    answer = next.answer;
  }
  const routes = situationOf(answer)?.routes ?? answer.routes;
  return { taps, statuses: Object.fromEntries(routes.map(({ id, status }) => [id, status])), understood: understoodIn(first) };
}

/** As the answer says it, or as the address of the rule check beside it has it. */
export function understoodIn(answer: Answer): Record<string, string> {
  const said = situationOf(answer)?.understood;
  if (said) return Object.fromEntries(said.filter(({ from }) => from !== 'gegeven').map(({ factId, value }) => [factId, factValue(value)]));
  const link = /\/check#([^)\s"]+)/.exec(answer.answer)?.[1];
  if (link === undefined) return {};
  const facts = Object.fromEntries(new URLSearchParams(link));
  delete facts['datum'];
  return facts;
}
