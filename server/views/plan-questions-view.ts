import type { PlanResult } from '../contract.ts';
import { icon } from './icons.ts';
import { fill } from './labels.ts';
import { planFields } from './plan-form.ts';
import { namesIn } from './plan-names.ts';
import { UNKNOWN_ANSWER, type PlanState } from './plan-state.ts';
import { planWords } from './plan-words.ts';
import { h, type ViewElement } from './view.ts';

export type PlanQuestion = PlanResult['missing'][number];

/** Asked of each participant beside his name. */
const OF_ONE: readonly string[] = ['sector', 'domein'];

/** What is still to be answered for all, the most decisive first. */
export function openPlanQuestions({ missing }: PlanResult, { answers }: PlanState): PlanQuestion[] {
  return missing.filter(({ factId }) => !OF_ONE.includes(factId) && !answers.some(({ fact }) => fact === factId));
}

/** The question that comes first, as a heading with its answers. */
export function planQuestionView(asked: PlanQuestion, result: PlanResult): ViewElement {
  return h('section', { class: 'plan-ask plan-edit', 'aria-labelledby': 'plan-question' },
    h('p', { class: 'small-heading' }, planWords.question),
    h('h2', { id: 'plan-question', tabindex: -1 }, asked.question),
    planChoicesView(asked, result, 'plan-question'));
}

/** A button for each answer. @param id of what names the question */
export function planChoicesView({ factId, help, choices, participants }: PlanQuestion, result: PlanResult, id: string): ViewElement {
  return h('div', { class: 'plan-question', role: 'group', 'aria-labelledby': id },
    participants.length < result.participants.length && h('p', { class: 'help' }, fill(planWords.about, { names: namesIn(participants) })),
    help !== '' && h('p', { class: 'help' }, help),
    h('div', { class: 'answers' }, choices.map(({ value, label }) =>
      h('button', { type: 'submit', name: planFields.action, value: `antwoord:${factId}:${value}`, class: 'answer-button', 'data-unknown': value === UNKNOWN_ANSWER }, h('span', {}, label), icon('next')))));
}

/** What was answered, each to be changed. */
export function givenAnswersView({ given = [], missing }: PlanResult, { answers }: PlanState): ViewElement | undefined {
  const unknown = answers.filter(({ value }) => value === UNKNOWN_ANSWER).flatMap(({ fact }) => {
    const question = missing.find(({ factId }) => factId === fact)?.question;
    return question === undefined ? [] : [{ factId: fact, label: `${question} ${planWords.unknown}` }];
  });
  const all = [...given, ...unknown];
  if (all.length === 0) return undefined;
  return h('section', { class: 'plan-given', 'aria-labelledby': 'plan-given' },
    h('h2', { id: 'plan-given', class: 'small-heading' }, planWords.answers),
    h('ul', { role: 'list' }, all.map(({ factId, label }) =>
      h('li', {}, h('span', {}, label), ' ', h('button', { type: 'submit', name: planFields.action, value: `wijzig:${factId}`, class: 'quiet plan-edit', 'aria-label': fill(planWords.changeOf, { label }) }, planWords.change)))));
}
