import type { CheckDescription, FactValue } from '../contract.ts';

/** Something that can be asked, as the rule check describes it. */
export type Fact = CheckDescription['facts'][number] & {
  /** Of a question about several facts at once: each as it is when all of it is so. */
  parts?: readonly { fact: string; is: boolean }[];
};

export interface CheckAnswer {
  fact: string;
  /** `undefined` is "weet ik niet". */
  value: FactValue | undefined;
}
