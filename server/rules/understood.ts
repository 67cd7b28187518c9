import type { FactValue } from '../contract.ts';
import type { Facts } from './condition.ts';
import { ALL, NOT_ALL } from './fact-bundle.ts';
import type { RuleSet } from './rule-set.ts';

export interface Understood {
  factId: string;
  value: FactValue;
  /** As on a chip. */
  label: string;
}

/** Facts in words, in the order of the rules; what is asked together last. */
export function understoodOf(facts: Facts, { facts: single, together }: Pick<RuleSet, 'facts' | 'together'>): Understood[] {
  const all: { id: string; answers: { value: FactValue; label: string }[] }[] = [
    ...single,
    ...together.map(({ id, statements }) => ({ id, answers: [ALL, NOT_ALL].map((value, at) => ({ value, label: statements[at] ?? value })) })),
  ];
  return all.flatMap(({ id: factId, answers }) => {
    const answer = answers.find(({ value }) => value === facts[factId]);
    return answer ? [{ factId, value: answer.value, label: onChip(answer.label) }] : [];
  });
}

/** An answer without the question it answers. */
function onChip(label: string): string {
  const bare = label.replace(/^(?:ja|nee|yes|no), /i, '').replace(/\.$/, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
