import { BadInputError } from '../../errors.ts';
import { allocationFormView, allocationResultView, emptyAllocationForm, exampleAllocationForm, type AllocationForm, type ShareRow } from '../../views/allocation-view.ts';
import { allocationRequest } from '../../views/allocation-form.ts';
import { knownFacts, parseCheckState, stepOf, takeStep, type CheckState } from '../../views/check-state.ts';
import { changesBetween, effectView } from '../../views/check-effects.ts';
import { answersOf } from '../../views/check-answers.ts';
import { checkView } from '../../views/check-view.ts';
import { givableFacts } from '../../views/fact-parts.ts';
import { icon } from '../../views/icons.ts';
import { allocation, check, errors } from '../../views/labels.ts';
import { h, type ViewElement } from '../../views/view.ts';
import { plainLinks, scriptLinks } from '../../views/view-links.ts';
import type { RuleCheck } from '../../assistant/services.ts';
import { renderPage } from './layout.ts';
import type { WebFiles } from './web-files.ts';

/** `/check` as it begins; with scripts the page takes the answers from the address's fragment. */
export function checkPage(rules: RuleCheck, files: WebFiles): string {
  return renderCheck(rules, { answers: [], asking: undefined, finished: false, asOf: undefined }, files, false);
}

/** `/check` after a button without scripts: the next question, or the result. */
export function checkStepPage(rules: RuleCheck, form: URLSearchParams, files: WebFiles): string {
  const facts = givableFacts(rules.describe());
  const state = parseCheckState(form.get('staat') ?? '', facts);
  const step = stepOf(form);
  return renderCheck(rules, step === undefined ? state : takeStep(state, step, facts), files, true);
}

function renderCheck(rules: RuleCheck, state: CheckState, files: WebFiles, plain: boolean): string {
  const description = { ...rules.describe(), facts: givableFacts(rules.describe()) };
  const result = rules.check(knownFacts(state), state.asOf);
  const view = checkView({ description, state, result, links: plain ? plainLinks : scriptLinks });
  if (plain) addEffects(view, rules, state);
  const content = h('div', { class: 'check' },
    h('header', { class: 'check-head' },
      h('h1', {}, check.title),
      h('p', { class: 'lead' }, check.intro),
      h('p', { class: 'computer' }, icon('info'), h('span', {}, check.noModel))),
    h('div', { id: 'check-app', class: 'check-app' }, view),
    h('p', { class: 'check-aside' }, h('a', { href: '/check/verdeling' }, icon('scales'), allocation.title)));
  return renderPage({ title: check.title, path: '/check', content, scripts: plain ? [] : ['check.js'], kind: 'check' }, files);
}

/** Without scripts nobody can ask what an answer would change, so it is worked out at once. */
function addEffects(view: ViewElement, rules: RuleCheck, state: CheckState): void {
  const facts = givableFacts(rules.describe());
  const before = rules.check(knownFacts(state), state.asOf);
  for (const place of elementsWith(view, 'data-fact')) {
    const fact = facts.find(({ id }) => id === place.attributes['data-fact']);
    const target = place.children.find((child): child is ViewElement => typeof child !== 'string' && child.attributes['class'] === 'effect');
    if (fact === undefined || target === undefined) continue;
    const effects = answersOf(fact).slice(0, -1).map(({ value, label }) => {
      const known = takeStep(state, { fact: fact.id, answer: value }, facts);
      return { answer: label, changes: changesBetween(before, rules.check(knownFacts(known), state.asOf)) };
    });
    target.children.push(h('details', {}, h('summary', {}, check.whatChanges), effectView(effects)));
  }
}

function elementsWith(view: ViewElement, attribute: string): ViewElement[] {
  const inside = view.children.flatMap((child) => (typeof child === 'string' ? [] : elementsWith(child, attribute)));
  return attribute in view.attributes ? [view, ...inside] : inside;
}

/** `/check/verdeling`: the calculator, empty. */
export function allocationPage(files: WebFiles): string {
  return renderAllocation(emptyAllocationForm, undefined, undefined, files, ['allocation.js']);
}

/** The calculator after its form was sent without scripts. */
export function allocationStepPage(rules: RuleCheck, form: URLSearchParams, files: WebFiles): { status: number; html: string } {
  if (form.has('voorbeeld')) return { status: 200, html: renderAllocation(exampleAllocationForm, undefined, undefined, files) };
  const typed = readForm(form);
  const request = allocationRequest(typed);
  if ('problem' in request) return { status: 400, html: renderAllocation(typed, request.problem, undefined, files) };
  try {
    const result = rules.allocate(request);
    return { status: 200, html: renderAllocation(typed, undefined, allocationResultView(request, result, plainLinks), files) };
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    return { status: 400, html: renderAllocation(typed, error.message, undefined, files) };
  }
}

function readForm(form: URLSearchParams): AllocationForm {
  const rows = (group: string): ShareRow[] => {
    const percentages = form.getAll(`${group}-percentage`);
    return form.getAll(`${group}-name`).map((name, index) => ({ name, percentage: percentages[index] ?? '' }));
  };
  const text = (name: string): string => form.get(name) ?? '';
  return {
    total: text('total'), domains: rows('domains'), zvwDomain: text('zvwDomain'), zvwSectors: rows('zvwSectors'),
    insurers: rows('insurers'), referenceDate: text('referenceDate'), area: text('area'),
  };
}

function renderAllocation(form: AllocationForm, problem: string | undefined, result: ViewElement | undefined, files: WebFiles, scripts: string[] = []): string {
  const content = h('div', { class: 'allocation' },
    h('header', { class: 'check-head' }, h('h1', {}, allocation.title), h('p', { class: 'lead' }, allocation.intro)),
    h('div', { class: 'allocation-columns' },
      h('div', { id: 'allocation-app' }, allocationFormView(form, problem)),
      h('div', { id: 'allocation-result', class: 'allocation-output' }, result)));
  return renderPage({ title: problem === undefined ? allocation.title : errors.title, path: '/check/verdeling', content, scripts, kind: 'check' }, files);
}

