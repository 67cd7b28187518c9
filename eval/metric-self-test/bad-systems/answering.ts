import type { Answer, AskRequest } from '../../../server/contract.ts';
import type { EvaluationCase } from '../../load/evaluation-case.ts';
import type { Stopwatch } from '../../system/stopwatch.ts';
import type { System } from '../../system/system.ts';
import type { BadSystem, World } from './bad-system.ts';
import { CaseBook } from './case-book.ts';

/** Where a fault is made: the case asked (as the good system knows it), its place, and the request. */
export interface Asked extends World {
  asked: EvaluationCase;
  request: AskRequest;
  good: System;
  watch: Stopwatch;
}

type Change = (answer: Answer, context: Asked) => Answer | Promise<Answer>;

/** The good system whose every answer is changed. */
export const answering =
  (change: Change): BadSystem['make'] =>
  (good, world) => {
    const book = new CaseBook(world.cases);
    return {
      ...good,
      async ask(request, watch) {
        const outcome = await good.ask(request, watch);
        const asked = book.find(request);
        return asked ? { ...outcome, answer: await change(outcome.answer, { ...world, asked, request, good, watch }) } : outcome;
      },
    };
  };

/** Only what the good system answers is changed; refusals stay. */
export const answered = (change: Change): BadSystem['make'] => answering((answer, context) => (answer.abstained ? answer : change(answer, context)));

/** Only refusals are changed. */
export const refusing = (change: Change): BadSystem['make'] => answering((answer, context) => (answer.abstained ? change(answer, context) : answer));
