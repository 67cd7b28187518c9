import type { AllocationRequest, AllocationResult } from '../contract.ts';
import { icon } from './icons.ts';
import { allocation, fill } from './labels.ts';
import { formatEuros, formatPercentage, sumOfPercentages } from './money.ts';
import { quoteDetails } from './route-view.ts';
import { h, type ViewElement } from './view.ts';
import type { ViewLinks } from './view-links.ts';

export interface ShareRow {
  name: string;
  percentage: string;
}

/** What stands in the form, as typed. */
export interface AllocationForm {
  total: string;
  domains: ShareRow[];
  zvwDomain: string;
  zvwSectors: ShareRow[];
  insurers: ShareRow[];
  referenceDate: string;
  area: string;
}

export type ShareGroup = 'domains' | 'zvwSectors' | 'insurers';

export const shareGroups: Record<ShareGroup, { legend: string; kind: string; help: string; optional: boolean }> = {
  domains: { legend: allocation.domains, kind: allocation.domain, help: allocation.domainsHelp, optional: false },
  zvwSectors: { legend: allocation.zvwSectors, kind: allocation.sector, help: allocation.domainsHelp, optional: true },
  insurers: { legend: allocation.insurers, kind: allocation.insurer, help: allocation.insurersHelp, optional: true },
};

const emptyRow: ShareRow = { name: '', percentage: '' };

/** Without JavaScript no row can be added, so there are some to spare. */
export const emptyAllocationForm: AllocationForm = {
  total: '', domains: [emptyRow, emptyRow, emptyRow, emptyRow], zvwDomain: '', zvwSectors: [emptyRow, emptyRow, emptyRow], insurers: [emptyRow, emptyRow, emptyRow],
  referenceDate: '', area: '',
};

/** The handleiding's own example (chapter 4): 10 % Wmo 2015, 20 % Jw, 70 % Zvw, and of the Zvw part half and half. */
export const exampleAllocationForm: AllocationForm = {
  total: '200.000',
  domains: [{ name: 'Wmo 2015', percentage: '10' }, { name: 'Jeugdwet', percentage: '20' }, { name: 'Zvw', percentage: '70' }],
  zvwDomain: 'Zvw',
  zvwSectors: [{ name: 'Verpleging en verzorging', percentage: '50' }, { name: 'Huisartsenzorg', percentage: '50' }],
  insurers: [emptyRow],
  referenceDate: '',
  area: '',
};

export function allocationFormView(form: AllocationForm, problem?: string): ViewElement {
  return h(
    'form',
    { method: 'post', action: '/check/verdeling', class: 'allocation-form', novalidate: true },
    h('div', { class: 'problem', role: 'alert', id: 'allocation-problem', tabindex: -1, hidden: problem === undefined }, problem ?? ''),
    h('div', { class: 'field-block' },
      h('label', { for: 'total' }, allocation.total),
      h('p', { class: 'help', id: 'total-help' }, allocation.totalHelp),
      h('div', { class: 'euro-field' }, h('span', { 'aria-hidden': 'true' }, '€'),
        h('input', { id: 'total', name: 'total', value: form.total, inputmode: 'decimal', autocomplete: 'off', 'aria-describedby': 'total-help allocation-problem' }))),
    shareFieldset('domains', form.domains),
    h('div', { class: 'field-block' }, h('label', { for: 'zvwDomain' }, allocation.zvwDomain), optionalNote(),
      h('input', { id: 'zvwDomain', name: 'zvwDomain', value: form.zvwDomain, autocomplete: 'off' })),
    shareFieldset('zvwSectors', form.zvwSectors),
    shareFieldset('insurers', form.insurers),
    h('div', { class: 'field-block' }, h('label', { for: 'referenceDate' }, allocation.referenceDate), optionalNote(),
      h('input', { id: 'referenceDate', name: 'referenceDate', type: 'date', value: form.referenceDate })),
    h('div', { class: 'field-block' }, h('label', { for: 'area' }, allocation.area), optionalNote(), h('p', { class: 'help', id: 'area-help' }, allocation.areaHelp),
      h('input', { id: 'area', name: 'area', value: form.area, autocomplete: 'off', 'aria-describedby': 'area-help' })),
    h('div', { class: 'row' },
      h('button', { type: 'submit', class: 'primary' }, allocation.calculate),
      h('button', { type: 'submit', name: 'voorbeeld', value: '1' }, allocation.example)),
    h('p', { class: 'help' }, allocation.exampleNote),
  );
}

const optionalNote = (): ViewElement => h('span', { class: 'optional' }, `(${allocation.optional})`);

/** Rows of names and percentages with their running sum. */
export function shareFieldset(group: ShareGroup, rows: readonly ShareRow[]): ViewElement {
  const { legend, help, optional } = shareGroups[group];
  return h(
    'fieldset',
    { class: 'shares', 'data-group': group, 'aria-describedby': `${group}-help` },
    h('legend', {}, legend, ' ', optional && optionalNote()),
    h('p', { class: 'help', id: `${group}-help` }, help),
    h('div', { class: 'share-rows' }, rows.map((row, index) => shareRow(group, row, index))),
    h('div', { class: 'share-foot' },
      h('button', { type: 'button', class: 'quiet', 'data-action': 'add', 'data-needs-script': true, 'aria-label': fill(allocation.addRowOf, { group: legend }) }, icon('plus'), allocation.addRow),
      h('output', { class: 'share-sum' }, sumText(rows))),
  );
}

export function shareRow(group: ShareGroup, row: ShareRow, index: number): ViewElement {
  const { kind } = shareGroups[group];
  const place = { kind, index: index + 1 };
  return h('div', { class: 'share-row' },
    h('input', { name: `${group}-name`, value: row.name, 'aria-label': fill(allocation.rowName, place), placeholder: kind, autocomplete: 'off' }),
    h('span', { class: 'percent-field' },
      h('input', { name: `${group}-percentage`, value: row.percentage, inputmode: 'decimal', autocomplete: 'off', 'aria-label': fill(allocation.rowPercentage, { ...place, kind: kind.toLowerCase() }) }),
      h('span', { 'aria-hidden': 'true' }, '%')),
    h('button', { type: 'button', class: 'quiet icon-only', 'data-action': 'remove', 'data-needs-script': true, 'aria-label': fill(allocation.removeRow, { index: index + 1 }) }, icon('close')));
}

export function sumText(rows: readonly ShareRow[]): string {
  const sum = sumOfPercentages(rows.map(({ percentage }) => percentage));
  if (sum === undefined || sum === '0') return '';
  return sum === '100' ? allocation.sumComplete : fill(allocation.sum, { sum: formatPercentage(sum) });
}

/** The amounts as tables, what is still to be agreed, and the quotes it rests on. */
export function allocationResultView(request: AllocationRequest, result: AllocationResult, links: ViewLinks): ViewElement {
  const zvw = result.domains.find(({ name }) => name === request.zvwDomain)?.amount;
  const basis = result.citations.filter(({ n }) => !result.missing.some((text) => markersIn(text).includes(n)));
  return h(
    'section',
    { class: 'allocation-result', 'aria-labelledby': 'allocation-result-title' },
    h('h2', { id: 'allocation-result-title', tabindex: -1 }, fill(allocation.result, { total: formatEuros(request.total) })),
    amountTable(allocation.domain, result.domains, request.domains, request.total),
    amountTable(allocation.sector, result.zvwSectors, request.zvwSectors ?? [], zvw),
    amountTable(allocation.insurer, result.insurers, request.insurers ?? [], zvw),
    result.missing.length > 0 &&
      h('div', { class: 'notices' }, h('h3', {}, icon('info'), allocation.missing), h('ul', { role: 'list' }, result.missing.map((text) => missingItem(text, result, links)))),
    basis.length > 0 && h('div', { class: 'basis' }, h('h3', {}, allocation.basis), quoteDetails(basis, links)),
  );
}

const markersIn = (text: string): number[] => [...text.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n));

/** What is missing with its own quotes in place of the markers `[1]`. */
function missingItem(text: string, { citations }: AllocationResult, links: ViewLinks): ViewElement {
  const own = citations.filter(({ n }) => markersIn(text).includes(n));
  return h('li', {}, h('p', {}, text.replace(/\s*\[\d+\]/g, '')), quoteDetails(own, links));
}

function amountTable(kind: string, amounts: AllocationResult['domains'], shares: readonly ShareRow[], total: string | undefined): ViewElement | undefined {
  if (amounts.length === 0) return undefined;
  const share = (name: string): string => shares.find((row) => row.name === name)?.percentage ?? '';
  return h('div', { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': kind }, h('table', { class: 'amounts' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, kind), h('th', { scope: 'col', class: 'number' }, allocation.percentage), h('th', { scope: 'col', class: 'number' }, allocation.amount))),
    h('tbody', {}, amounts.map(({ name, amount }) =>
      h('tr', {}, h('th', { scope: 'row' }, name), h('td', { class: 'number' }, share(name) === '' ? '' : `${formatPercentage(share(name))}%`), h('td', { class: 'number' }, formatEuros(amount))))),
    total !== undefined &&
      h('tfoot', {}, h('tr', {}, h('th', { scope: 'row' }, allocation.sumRow), h('td', { class: 'number' }, '100%'), h('td', { class: 'number' }, formatEuros(total))))));
}
