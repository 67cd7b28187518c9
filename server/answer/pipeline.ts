import type { Draft, Tools } from './draft.ts';
import type { Found, Step, StepOptions } from './step.ts';
import { compare } from './steps/compare.ts';
import { judge } from './steps/judge.ts';
import { match } from './steps/match.ts';
import { notices } from './steps/notices.ts';
import { quote } from './steps/quote.ts';
import { rank } from './steps/rank.ts';
import { read } from './steps/read.ts';
import { rules } from './steps/rules.ts';
import { say } from './steps/say.ts';
import { search } from './steps/search.ts';
import { select } from './steps/select.ts';
import { situation } from './steps/situation.ts';
import { suggest } from './steps/suggest.ts';
import { verify } from './steps/verify.ts';
import { write } from './steps/write.ts';
import { STEP_WORK } from './work.ts';

/** How a question becomes an answer. */
export const PIPELINE: readonly Step[] = [
  read, // language, kind of answer asked for, parts, what the vocabulary recognises
  search, // passages, with the model or by words alone
  rank, // their sentences, best first
  match, // statements that would answer, and what the sources are known not to say
  situation, // what pays in the asker's own situation, and what to ask back
  compare, // what it wants side by side
  select, // the sentences that would be quoted, and what is left out
  judge, // do they answer the question, or is it refused
  say, // the answer in plain words, with ja, nee or hangt-af where that is certain
  quote, // what proves each statement, and what else was found; parts left open
  verify, // only what stands in the source word for word becomes a block
  rules, // what the rule check makes of the facts that were told
  notices, // what to mind, what a term means
  suggest, // questions near this one
];

/** The same where a language model says what was proven. */
export const WRITING_PIPELINE: readonly Step[] = PIPELINE.flatMap((step): Step[] => (step === verify ? [verify, write] : [step]));

/** The steps up to the judgement: whether and where the sources answer. */
export const FINDING: readonly Step[] = PIPELINE.slice(0, PIPELINE.indexOf(say));

/** Runs steps in order. Each leaves an entry in the draft's trace; one that fails is named there before its fault goes on. */
export async function runSteps(steps: readonly Step[], draft: Draft, tools: Tools, options: StepOptions = {}): Promise<void> {
  const { signal, pace, onStep, onBlocks } = options;
  for (const step of steps) {
    signal?.throwIfAborted();
    // Nothing is looked for when somebody says hello.
    if (draft.smallTalk && step !== read) break;
    const started = performance.now();
    let shown = draft.blocks.length;
    const show = (): void => {
      if (draft.blocks.length > shown) onBlocks?.(draft.blocks.slice(shown), draft.citations);
      shown = draft.blocks.length;
    };
    const leave = (found: Found) => {
      const entry = { ...found, durationMs: Math.round((performance.now() - started) * 10) / 10 };
      draft.trace.push(entry);
      onStep?.(entry);
    };
    try {
      const work = () => step(draft, tools, { ...options, show });
      const turn = { cost: step.cost?.(draft) ?? STEP_WORK, ...(step.early && { early: true }) };
      leave(await (pace && !step.waits ? pace(work, turn) : work()));
    } catch (error) {
      leave({ step: 'failed', failed: step.name, error: error instanceof Error ? error.name : typeof error });
      throw error;
    }
    show();
  }
}
