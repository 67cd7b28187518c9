import type { EvaluationCase } from '../load/evaluation-case.ts';
import type { Documents } from '../metrics/citations.ts';
import type { CaseResult } from '../metrics/score-case.ts';
import { runCases, type RunOptions } from '../run/run-cases.ts';
import { pairedBootstrap, type PairedDifference } from '../statistics/bootstrap.ts';
import { createRandom, sample, seedOf } from '../statistics/random.ts';
import type { System } from '../system/system.ts';
import { vary, type Variation } from './variants.ts';

/** What another wording costs, on the same cases. Differences are after minus before. */
export interface RobustnessFigures {
  id: string;
  label: string;
  /** Cases of which the wording changed. */
  n: number;
  evidenceCited: PairedDifference;
  recall5: PairedDifference;
  /** Cases right, to abstain included. */
  right: PairedDifference;
  /** Cases that were right and no longer are, with their new wording. */
  lost: { id: string; question: string }[];
}

export interface RobustnessRequest {
  system: System;
  /** Results of the cases as written. */
  originals: readonly CaseResult[];
  documents: Documents;
  variations: readonly Variation[];
  /** Cases per variation. */
  size: number;
  options: RunOptions;
  onVariation?: (label: string, total: number) => void;
}

/** Asks a sample of the cases again in each other wording. */
export async function runRobustness({ system, originals, documents, variations, size, options, onVariation }: RobustnessRequest): Promise<RobustnessFigures[]> {
  const figures: RobustnessFigures[] = [];
  for (const variation of variations) {
    const possible = originals.flatMap((before) => {
      const varied = vary(before.case, variation);
      return varied ? [{ before, varied }] : [];
    });
    const chosen = sample(possible, size, createRandom(seedOf('robustness', variation.id)));
    onVariation?.(variation.label, chosen.length);
    const after = await runCases(system, chosen.map(({ varied }) => varied), documents, options);
    figures.push(compare(variation, chosen.map(({ before }) => before), after));
  }
  return figures;
}

/** Pairs of results of the same cases. */
export function compare({ id, label }: Pick<Variation, 'id' | 'label'>, before: readonly CaseResult[], after: readonly CaseResult[]): RobustnessFigures {
  const difference = (applies: (one: EvaluationCase) => boolean, value: (result: CaseResult) => number): PairedDifference => {
    const pairs = before.map((result, at) => [result, after[at]!] as const).filter(([result]) => applies(result.case));
    return pairedBootstrap(pairs.map(([, late]) => value(late)), pairs.map(([early]) => value(early)));
  };
  const toAnswer = ({ abstain }: EvaluationCase): boolean => !abstain;
  return {
    id,
    label,
    n: before.length,
    evidenceCited: difference(toAnswer, ({ scores }) => scores.citations.itemsCited.filter(Boolean).length / scores.citations.itemsCited.length),
    recall5: difference(toAnswer, ({ scores }) => scores.retrieval?.recall5 ?? 0),
    right: difference(() => true, ({ scores }) => Number(scores.right)),
    lost: after
      .filter((late, at) => before[at]!.scores.right && !late.scores.right)
      .map((late) => ({ id: late.case.id, question: late.case.question })),
  };
}
