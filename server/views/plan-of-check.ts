import type { CheckDescription } from '../contract.ts';
import { planLink } from '../rules/plan-link.ts';
import { answerLabel } from './check-answers.ts';
import { knownFacts, type CheckState } from './check-state.ts';

/** The address of the plan with what was answered: the asker takes part, the rest holds for all. */
export function planOfCheck({ facts }: CheckDescription, state: CheckState): string {
  const { sector, domein, ...shared } = knownFacts(state);
  if (sector === undefined && domein === undefined) return planLink([], shared);
  const fact = facts.find(({ id }) => id === (sector === undefined ? 'domein' : 'sector'));
  const name = fact === undefined ? String(sector ?? domein) : answerLabel(fact, sector ?? domein);
  return planLink([{ name, count: 1, facts: { ...(sector !== undefined && { sector }), ...(domein !== undefined && { domein }) } }], shared).replace('?', '#');
}
