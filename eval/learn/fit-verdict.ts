import { crc32 } from 'node:zlib';
import { likeliest, type VerdictModel } from '../../server/answer/verdict-model.ts';
import { VERDICTS, type Verdict } from '../../server/corpus/statement.ts';
import { fitLogistic } from './logistic.ts';

/** A yes/no question with what speaks for each verdict, and the right one. */
export interface VerdictExample {
  text: string;
  features: Record<string, number>;
  verdict: Verdict;
}

/** A verdict is given only where, out of fold, at least this part of those given is right. */
const RIGHT = 0.95;
const PENALTY = 30;
const FOLDS = 10;

export interface VerdictFit {
  model: VerdictModel;
  /** Out of fold, over all yes/no questions: how many get a verdict, and how many of those a wrong one. */
  given: number;
  wrong: number;
}

/** One logistic model a verdict, and the share from which the likeliest is said. */
export function fitVerdict(examples: readonly VerdictExample[]): VerdictFit {
  const names = Object.keys(examples[0]?.features ?? {});
  const learn = (some: readonly VerdictExample[]): VerdictModel['classes'] =>
    Object.fromEntries(VERDICTS.map((verdict) => [verdict, fitLogistic(some.map((one) => ({ features: one.features, label: one.verdict === verdict })), names, PENALTY)])) as VerdictModel['classes'];
  const foldOf = ({ text }: VerdictExample): number => crc32(text) % FOLDS;
  const seen = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const classes = learn(examples.filter((one) => foldOf(one) !== fold));
    return examples.filter((one) => foldOf(one) === fold).map((one) => ({ ...likeliest(one, classes), right: one.verdict }));
  });
  const order = seen.sort((a, b) => b.share - a.share);
  let right = 0;
  let best = { given: 0, wrong: 0, threshold: 1.01 };
  order.forEach(({ verdict, share, right: is }, i) => {
    right += Number(verdict === is);
    if (right / (i + 1) >= RIGHT) best = { given: i + 1, wrong: i + 1 - right, threshold: share };
  });
  return { model: { classes: learn(examples), threshold: best.threshold }, given: best.given, wrong: best.wrong };
}
