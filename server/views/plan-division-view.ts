import type { PlanResult } from '../contract.ts';
import { allocationResultView, sumText } from './allocation-view.ts';
import { fill } from './labels.ts';
import { sharesOf, type NamedShare } from './plan-division.ts';
import { planFields } from './plan-form.ts';
import { stepsOfKind } from './plan-parts.ts';
import type { PlanViewInput } from './plan-view-input.ts';
import { planWords } from './plan-words.ts';
import { h, type ViewChild, type ViewElement } from './view.ts';

/** An amount and percentages to fill in, the amounts to the cent, and what is still to be agreed on. */
export function planDivisionView({ state, facts, division, links }: PlanViewInput, result: PlanResult, cite: (numbers: readonly number[]) => ViewChild): ViewElement {
  const { domains, sectors } = sharesOf(state, facts);
  const toAgree = stepsOfKind(result, 'verdelen');
  return h('section', { class: 'plan-division', 'aria-labelledby': 'plan-division' },
    h('h3', { id: 'plan-division' }, planWords.division),
    h('div', { class: 'plan-edit' },
      h('p', {}, planWords.divisionIntro),
      h('div', { class: 'field-block' },
        h('label', { for: 'plan-total' }, planWords.total),
        h('p', { class: 'help', id: 'plan-total-help' }, planWords.totalHelp),
        h('div', { class: 'euro-field' }, h('span', { 'aria-hidden': 'true' }, '€'),
          h('input', { id: 'plan-total', name: planFields.total, value: state.total, inputmode: 'decimal', autocomplete: 'off', 'aria-describedby': 'plan-total-help' }))),
      shareFields(planWords.domainShares, planFields.domainShare, domains),
      shareFields(planWords.sectorShares, planFields.sectorShare, sectors),
      division !== undefined && 'problem' in division && h('p', { class: 'problem', role: 'alert' }, division.problem),
      h('p', { class: 'row' },
        h('button', { type: 'submit', name: planFields.action, value: 'reken' }, planWords.calculate),
        h('a', { href: '/check/verdeling' }, planWords.toCalculator))),
    division !== undefined && 'result' in division
      ? allocationResultView(division.request, division.result, links)
      : toAgree.length > 0 && [
        h('h4', {}, planWords.toDivide),
        h('ul', { class: 'plan-checklist', role: 'list' }, toAgree.map(({ text, citations }) => h('li', {}, h('p', {}, text), cite(citations))))]);
}

/** Nothing where one alone pays all. */
function shareFields(legend: string, prefix: string, shares: readonly NamedShare[]): ViewElement | undefined {
  if (shares.length < 2) return undefined;
  return h('fieldset', { class: 'shares' },
    h('legend', {}, legend),
    h('p', { class: 'help' }, planWords.sharesHelp),
    h('div', { class: 'share-rows' }, shares.map(({ id, name, percentage }) =>
      h('div', { class: 'plan-share' },
        h('label', { for: `plan-${prefix}${id}` }, name),
        h('span', { class: 'percent-field' },
          h('input', { id: `plan-${prefix}${id}`, name: `${prefix}${id}`, value: percentage, inputmode: 'decimal', autocomplete: 'off', 'aria-label': fill(planWords.shareOf, { name }) }),
          h('span', { 'aria-hidden': 'true' }, '%'))))),
    h('output', { class: 'share-sum' }, sumText(shares)));
}

