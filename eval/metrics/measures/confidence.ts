import type { Weights } from '../../statistics/bootstrap.ts';
import { measure, type Figure } from '../measure.ts';
import type { CaseResult } from '../score-case.ts';

/** Most questions with an answer that may be refused, for the figure at a fixed rate. */
const WRONGLY_REFUSED = 0.05;

const about = ({ ask }: CaseResult): boolean => ask.confidence !== undefined;

/**
 * Chance that a question to answer gets more confidence than one to abstain: area under the ROC curve, Mann–Whitney, ties
 * count half.
 */
export const CONFIDENCE_AUC = measure({
  name: 'confidenceAuc',
  label: 'AUC van de zekerheid',
  explanation: 'Kans dat een vraag mét antwoord in de bronnen meer zekerheid krijgt dan een zonder; 0,5 is raden.',
  show: 'score',
  only: 'process',
  about,
  over: sweep((steps) => {
    let wins = 0;
    let answerBelow = 0;
    let abstain = 0;
    for (const step of steps) {
      // A question to abstain loses from every question to answer above it.
      wins += step.toAbstain * answerBelow + 0.5 * step.toAbstain * step.toAnswer;
      answerBelow += step.toAnswer;
      abstain += step.toAbstain;
    }
    const pairs = answerBelow * abstain;
    return 1 - wins / pairs;
  }),
});

/** What a better threshold could give: the confidence is swept from low to high, whatever the product's own threshold is. */
export const ABSTAINED_AT_FIVE = measure({
  name: 'abstainedAtFive',
  label: 'Terecht niet geantwoord bij ≤ 5 % onterecht',
  explanation: 'Hetzelfde met de drempel op de zekerheid zo hoog als kan zonder meer dan 5 % onterecht te weigeren.',
  show: 'percent',
  only: 'process',
  about,
  over: sweep((steps) => {
    const total = steps.reduce((sums, { toAnswer, toAbstain }) => ({ toAnswer: sums.toAnswer + toAnswer, toAbstain: sums.toAbstain + toAbstain }), { toAnswer: 0, toAbstain: 0 });
    let refused = { toAnswer: 0, toAbstain: 0 };
    for (const { toAnswer, toAbstain } of steps) {
      if (refused.toAnswer + toAnswer > WRONGLY_REFUSED * total.toAnswer + 1e-9) break;
      refused = { toAnswer: refused.toAnswer + toAnswer, toAbstain: refused.toAbstain + toAbstain };
    }
    return total.toAnswer === 0 ? NaN : refused.toAbstain / total.toAbstain;
  }),
});

/** Questions of one confidence: no threshold can part them. */
interface Step {
  toAnswer: number;
  toAbstain: number;
}

/** Reads a figure off the questions in order of confidence, the least certain first. */
function sweep(read: (steps: readonly Step[]) => number): (results: readonly CaseResult[]) => Figure {
  return (results) => {
    const order = results.map((_, at) => at).sort((a, b) => results[a]!.ask.confidence! - results[b]!.ask.confidence!);
    return {
      n: results.length,
      value(weights?: Weights) {
        const steps: Step[] = [];
        order.forEach((at, place) => {
          const same = place > 0 && results[order[place - 1]!]!.ask.confidence === results[at]!.ask.confidence;
          if (!same) steps.push({ toAnswer: 0, toAbstain: 0 });
          steps.at(-1)![results[at]!.case.abstain ? 'toAbstain' : 'toAnswer'] += weights?.[at] ?? 1;
        });
        return read(steps);
      },
    };
  };
}
