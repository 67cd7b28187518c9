import type { FactValue } from '../contract.ts';
import type { Condition } from './condition.ts';

/** A condition as a policy expert reads it: `onderwerp is groep of hybride`. */
export function conditionInWords(condition: Condition): string {
  if ('fact' in condition) {
    const values = 'is' in condition ? [condition.is] : condition.in;
    return `\`${condition.fact}\` is ${values.map(valueInWords).join(' of ')}`;
  }
  if ('all' in condition) return condition.all.map(inBrackets).join(' en ');
  if ('any' in condition) return condition.any.map(inBrackets).join(' of ');
  if ('not' in condition) return `niet (${conditionInWords(condition.not)})`;
  return `zeker (${conditionInWords(condition.certain)})`;
}

/** `ja`, `nee` or the value itself. */
export function valueInWords(value: FactValue): string {
  if (typeof value === 'string') return value;
  return value ? 'ja' : 'nee';
}

function inBrackets(condition: Condition): string {
  const words = conditionInWords(condition);
  return 'all' in condition || 'any' in condition ? `(${words})` : words;
}
