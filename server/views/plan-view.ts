import type { CheckDescription } from '../contract.ts';
import { lawOfSector } from '../rules/law-of-sector.ts';
import { icon } from './icons.ts';
import { fill } from './labels.ts';
import { planFields } from './plan-form.ts';
import { PLAN_KINDS } from './plan-kinds.ts';
import { openPlanQuestions, planQuestionView, givenAnswersView } from './plan-questions-view.ts';
import { planResultView } from './plan-result-view.ts';
import { formatPlanState, type PlanMember } from './plan-state.ts';
import type { PlanViewInput } from './plan-view-input.ts';
import { planWords } from './plan-words.ts';
import { h, type ViewElement } from './view.ts';

/** Who takes part, what decides, and the plan: one form, so that every button sends all of it. */
export function planView(input: PlanViewInput): ViewElement {
  const { state, result } = input;
  const open = result === undefined ? [] : openPlanQuestions(result, state);
  const [first] = open;
  return h('form', { method: 'post', action: '/plan', class: 'plan-form', novalidate: true },
    h('input', { type: 'hidden', name: planFields.state, value: formatPlanState(state) }),
    whoView(input),
    first !== undefined && result !== undefined && planQuestionView(first, result),
    result !== undefined && givenAnswersView(result, state),
    result !== undefined && planResultView(input, result, open));
}

function whoView({ state, text, problem, facts }: PlanViewInput): ViewElement {
  return h('section', { class: 'plan-who plan-edit', 'aria-labelledby': 'plan-who' },
    h('h2', { id: 'plan-who' }, planWords.who),
    h('div', { class: 'problem', role: 'alert', id: 'plan-problem', tabindex: -1, hidden: problem === undefined }, problem ?? ''),
    h('div', { class: 'plan-type' },
      h('label', { for: 'plan-text' }, planWords.typeThem),
      h('p', { class: 'help', id: 'plan-text-help' }, planWords.typeExample),
      h('div', { class: 'plan-type-row' },
        h('input', { id: 'plan-text', name: planFields.text, value: text, maxlength: 1000, autocomplete: 'off', 'aria-describedby': 'plan-text-help' }),
        // The first button of the form is the one that Enter presses.
        h('button', { type: 'submit', name: planFields.action, value: 'lees' }, planWords.add))),
    state.members.length === 0
      ? h('p', { class: 'help' }, planWords.nobody)
      : [h('h3', { id: 'plan-members' }, planWords.members),
         h('ul', { class: 'plan-members', role: 'list', 'aria-labelledby': 'plan-members' }, state.members.map((member, index) => memberRow(member, index, facts))),
         h('p', { class: 'without-script-row' }, h('button', { type: 'submit', name: planFields.action, value: 'werk-bij' }, planWords.update))],
    h('div', { role: 'group', 'aria-labelledby': 'plan-tap' },
      h('p', { class: 'small-heading', id: 'plan-tap' }, planWords.tapThem),
      h('ul', { class: 'plan-kinds', role: 'list' }, PLAN_KINDS.map(({ id, one }) =>
        h('li', {}, h('button', { type: 'submit', name: planFields.action, value: `erbij:${id}`, class: 'plan-kind', 'aria-label': fill(planWords.addOne, { name: one }) }, icon('plus'), one))))));
}

function memberRow(member: PlanMember, index: number, facts: CheckDescription['facts']): ViewElement {
  const { name, count, facts: { sector, domein } } = member;
  const law = domein ?? lawOfSector(sector);
  const label = (id: string, value: string | undefined): string | undefined => facts.find((fact) => fact.id === id)?.choices?.find((choice) => choice.value === value)?.label;
  // Who works under another law than the Zvw is paid by that law, whatever the sector.
  const needsSector = sector === undefined && (law === undefined || law === 'zvw');
  const told = [label('sector', sector), law === undefined ? undefined : planWords.law[law]].filter((part) => part !== undefined);
  return h('li', { class: 'plan-member' },
    h('span', { class: 'plan-member-name' }, h('strong', {}, name), told.length > 0 && h('span', { class: 'help' }, told.join(' · '))),
    h('input', { id: `plan-count-${index}`, class: 'plan-count', name: planFields.count, value: count, type: 'number', min: 1, max: 500, inputmode: 'numeric', autocomplete: 'off', 'aria-label': fill(planWords.countOf, { name }) }),
    h('button', { type: 'submit', name: planFields.action, value: `weg:${index}`, class: 'quiet icon-only', 'aria-label': fill(planWords.remove, { name }) }, icon('close')),
    needsSector && factSelect(`${planFields.sector}${index}`, fill(planWords.sectorOf, { name }), facts, 'sector'),
    law === undefined && (sector !== undefined || needsSector) && factSelect(`${planFields.law}${index}`, fill(planWords.lawOf, { name }), facts, 'domein'));
}

function factSelect(name: string, label: string, facts: CheckDescription['facts'], id: string): ViewElement {
  const choices = facts.find((fact) => fact.id === id)?.choices ?? [];
  return h('div', { class: 'plan-select' },
    h('label', { for: `plan-${name}` }, label),
    h('select', { id: `plan-${name}`, name }, h('option', { value: '' }, planWords.choose), choices.map(({ value, label: words }) => h('option', { value }, words))));
}
