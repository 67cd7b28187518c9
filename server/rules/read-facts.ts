import type { FactValue } from '../contract.ts';
import { BadInputError, type InputFault } from '../errors.ts';
import type { Facts } from './condition.ts';
import { isCalendarDay } from './period.ts';
import { contradictionsIn } from './contradictions.ts';
import { ALL, NOT_ALL } from './fact-bundle.ts';
import type { Fact, RuleSet } from './rule-set.ts';

/**
 * Facts as a caller gives them, checked; an absent fact is unknown. Facts that are asked together can be given as one.
 * @throws BadInputError naming every unknown fact and impossible value at once, and a day that does not exist
 */
export function readFacts({ facts: single, together }: Pick<RuleSet, 'facts' | 'together'>, given: Record<string, unknown>, asOf?: string): Facts {
  const faults: InputFault[] = [];
  const facts: readonly Pick<Fact, 'id' | 'answers'>[] = [...single, ...together.map(({ id }) => ({ id, answers: [ALL, NOT_ALL].map(asAnswer) }))];
  const result: Record<string, FactValue> = {};
  for (const [id, value] of Object.entries(given)) {
    const fact = facts.find((candidate) => candidate.id === id);
    if (fact === undefined) {
      faults.push({
        field: `facts.${id.slice(0, 60)}`,
        detail: `Het feit ${show(id)} bestaat niet. De feiten zijn: ${facts.map((known) => known.id).join(', ')}.`,
      });
      continue;
    }
    if (value === undefined) continue;
    const answer = fact.answers.find((candidate) => candidate.value === value);
    if (answer === undefined) {
      faults.push({
        field: `facts.${id}`,
        detail: `Het feit "${id}" kan niet ${show(value)} zijn. Kies uit: ${fact.answers.map((known) => JSON.stringify(known.value)).join(', ')}. Weet u het niet, laat het feit dan weg.`,
      });
      continue;
    }
    result[id] = answer.value;
  }
  if (asOf !== undefined && !isCalendarDay(asOf)) {
    faults.push({
      field: 'asOf',
      detail: `De datum ${show(asOf)} bestaat niet. Schrijf een dag als JJJJ-MM-DD, bijvoorbeeld 2026-01-31.`,
    });
  }
  for (const { facts: pair, why } of contradictionsIn(result, together)) {
    const [first, second] = pair;
    // Of single facts any combination is a case of the rules, however unlikely; only an answer about several can be no case at all.
    if (together.some(({ id }) => id === second)) faults.push({ field: `facts.${second}`, detail: `"${first}" en "${second}" kunnen niet allebei zo zijn. ${why} Laat een van de twee weg.` });
  }
  if (faults.length > 0) throw new BadInputError(faults.map(({ detail }) => detail).join(' '), faults);
  return result;
}

const asAnswer = (value: string): Fact['answers'][number] => ({ value, weight: 1, label: value, statement: value });

/** What was given, short enough for an error message. */
function show(value: unknown): string {
  const text = JSON.stringify(value) ?? typeof value;
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
