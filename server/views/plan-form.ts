import { PLAN_KINDS } from './plan-kinds.ts';
import { counted, emptyPlanState, parsePlanState, withMembers, type PlanState } from './plan-state.ts';

/** What a sent form holds: the plan after the button that was pressed, and a text about who takes part that is still to be read. */
export interface SentPlan {
  state: PlanState;
  text: string;
}

/** Names of the fields; those of one member or share end in its number or id. */
export const planFields = { state: 'staat', text: 'tekst', count: 'aantal', sector: 'sector-', law: 'domein-', total: 'bedrag', domainShare: 'deel-', sectorShare: 'sectordeel-', action: 'doe' };

/** Every button sends the whole form, so that nothing that was typed is lost whichever is pressed. */
export function readPlanForm(form: URLSearchParams): SentPlan {
  const typed = withFields(parsePlanState(form.get(planFields.state) ?? ''), form);
  const [action, first = '', second = ''] = (form.get(planFields.action) ?? '').split(':');
  const text = (form.get(planFields.text) ?? '').trim();
  switch (action) {
    case 'erbij': {
      const kind = PLAN_KINDS.find(({ id }) => id === first);
      return { state: kind === undefined ? typed : withMembers(typed, [{ name: kind.one, count: 1, facts: kind.facts }]), text };
    }
    case 'weg':
      return { state: { ...typed, members: typed.members.filter((_, index) => String(index) !== first) }, text };
    case 'antwoord':
      return { state: { ...typed, answers: [...typed.answers.filter(({ fact }) => fact !== first), { fact: first, value: second }] }, text };
    case 'wijzig':
      return { state: { ...typed, answers: typed.answers.filter(({ fact }) => fact !== first) }, text };
    case 'opnieuw':
      return { state: emptyPlanState, text: '' };
    default:
      return { state: typed, text };
  }
}

/** The state with what stands in the fields now. */
function withFields(state: PlanState, form: URLSearchParams): PlanState {
  const counts = form.getAll(planFields.count);
  const members = state.members.map((member, index) => {
    const chosen = { sector: form.get(planFields.sector + String(index)), domein: form.get(planFields.law + String(index)) };
    const facts = { ...member.facts, ...Object.fromEntries(Object.entries(chosen).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== '')) };
    return { ...counted(member, counts[index]?.trim() ?? member.count), facts };
  });
  return {
    ...state,
    members,
    total: form.get(planFields.total)?.trim() ?? state.total,
    domainShares: { ...state.domainShares, ...fieldsOf(form, planFields.domainShare) },
    sectorShares: { ...state.sectorShares, ...fieldsOf(form, planFields.sectorShare) },
  };
}

function fieldsOf(form: URLSearchParams, prefix: string): Record<string, string> {
  return Object.fromEntries([...form].filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value.trim()]));
}
