import type { EvaluationCase } from '../load/evaluation-case.ts';
import type { Documents } from '../metrics/citations.ts';
import { scoreCase, type CaseResult } from '../metrics/score-case.ts';
import { valueOf } from '../metrics/estimate.ts';
import { measureOf, type MeasureName } from '../metrics/measures.ts';
import type { Answer } from '../../server/contract.ts';
import { createRandom, sample, seedOf } from '../statistics/random.ts';
import { MUTATIONS, type Mutation } from './mutations.ts';
import { referenceAnswer } from './reference-answer.ts';

/** One wrong answer before the metrics. */
export interface Trial {
  caseId: string;
  caught: boolean;
  /** The figure for the reference answer and for the spoilt one. */
  before: number;
  after: number;
}

export interface SelfTestRow {
  id: string;
  label: string;
  caughtBy: MeasureName;
  trials: Trial[];
}

export interface SelfTest {
  /** Reference answers that the metrics do not call right: the cases or the metrics are wrong. */
  misscored: string[];
  references: number;
  rows: SelfTestRow[];
}

/** Per kind: enough to show that it is no luck, few enough to read. */
const TRIALS = 8;

/**
 * Puts answers that are right by construction, and the same answers spoilt, before the metrics. Each fault must lower the
 * figure that names it; an answer that is right must be called right.
 */
export function runSelfTest(cases: readonly EvaluationCase[], documents: Documents): SelfTest {
  const references = cases.map((evaluationCase) => ({ evaluationCase, answer: referenceAnswer(evaluationCase, documents) }));
  return {
    misscored: references
      .filter(({ evaluationCase, answer }) => !score(evaluationCase, answer, documents).scores.right)
      .map(({ evaluationCase }) => evaluationCase.id),
    references: references.length,
    rows: MUTATIONS.map((mutation) => {
      const possible = references.flatMap(({ evaluationCase, answer }) => {
        const spoilt = mutation.spoil(evaluationCase, answer, documents);
        return spoilt ? [{ evaluationCase, answer, spoilt }] : [];
      });
      const chosen = sample(possible, TRIALS, createRandom(seedOf('self-test', mutation.id)));
      return {
        id: mutation.id,
        label: mutation.label,
        caughtBy: mutation.caughtBy,
        trials: chosen.map(({ evaluationCase, answer, spoilt }) => trial(mutation, evaluationCase, answer, spoilt, documents)),
      };
    }),
  };
}

function trial({ caughtBy }: Mutation, evaluationCase: EvaluationCase, answer: Answer, spoilt: Answer, documents: Documents): Trial {
  const figure = (given: Answer): number => valueOf(measureOf(caughtBy), score(evaluationCase, given, documents)) ?? NaN;
  const before = figure(answer);
  const after = figure(spoilt);
  const right = score(evaluationCase, spoilt, documents).scores.right;
  // A wrong route does not make an answer's text wrong; every other fault must also cost the verdict "right".
  const worse = caughtBy === 'falseRefusals' ? after > before : after < before;
  return { caseId: evaluationCase.id, caught: worse && (caughtBy === 'routesPrecise' || !right), before, after };
}

function score(evaluationCase: EvaluationCase, answer: Answer, documents: Documents): CaseResult {
  const ask = { answer, latencyMs: 0 };
  return { case: evaluationCase, ask, scores: scoreCase(evaluationCase, ask, undefined, documents) };
}
