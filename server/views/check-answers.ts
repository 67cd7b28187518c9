import type { FactValue } from '../contract.ts';
import { unknownValue, writeValue, type Fact } from './check-state.ts';
import { check } from './labels.ts';

/** An answer as forms and addresses write it. */
export const writeGiven = (value: FactValue | undefined): string => (value === undefined ? unknownValue : writeValue(value));

/** The answers to a question as values and words, "weet ik niet" always last. */
export function answersOf(fact: Fact): { value: string; label: string }[] {
  const given = fact.choices?.map(({ value, label }) => ({ value: fact.type === 'boolean' ? writeValue(value === 'true' || value === 'ja') : value, label }));
  const answers = given ?? [
    { value: 'ja', label: check.yes },
    { value: 'nee', label: check.no },
  ];
  return [...answers, { value: unknownValue, label: check.unknown }];
}

/** The words of an answer that was given. */
export function answerLabel(fact: Fact, value: FactValue | undefined): string {
  return answersOf(fact).find((answer) => answer.value === writeGiven(value))?.label ?? writeGiven(value);
}
