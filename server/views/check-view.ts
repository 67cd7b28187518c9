import { answerLabel, answersOf, writeGiven } from './check-answers.ts';
import { checkForm } from './check-form.ts';
import { checkResultView, type CheckViewInput } from './check-result-view.ts';
import { currentQuestion, isProposedLaw, openQuestions, previousQuestion, unknownValue, type CheckState, type Fact } from './check-state.ts';
import { icon } from './icons.ts';
import { check, fill } from './labels.ts';
import { h, type ViewElement } from './view.ts';

/** The question that is asked now, or the result. One short question a screen, no links that lead out of it. */
export function checkView(input: CheckViewInput): ViewElement {
  const { description, state, result } = input;
  const asked = description.facts.find(({ id }) => id === currentQuestion(state, result.missing));
  return asked === undefined ? checkResultView(input) : questionView(asked, input);
}

function questionView(fact: Fact, { description, state, result }: CheckViewInput): ViewElement {
  const given = state.answers.find((answer) => answer.fact === fact.id);
  const index = given === undefined ? state.answers.length + 1 : state.answers.indexOf(given) + 1;
  const left = openQuestions(state, result.missing).filter((id) => id !== fact.id).length;
  const previous = previousQuestion(state);
  return h(
    'section',
    { class: 'question-screen', 'aria-labelledby': 'check-question' },
    h('p', { class: 'progress' }, fill(check.question, { index }), h('span', {}, progress(left))),
    h('h2', { id: 'check-question', tabindex: -1 }, fact.question),
    fact.id !== 'domein' && proposedLaw(description.facts, state),
    fact.help !== '' && h('p', { class: 'question-help', id: 'check-help' }, fact.help),
    checkForm(
      state,
      h('input', { type: 'hidden', name: 'vraag', value: fact.id }),
      h(
        'div',
        { class: 'answers', role: 'group', 'aria-labelledby': 'check-question', 'aria-describedby': fact.help === '' ? undefined : 'check-help' },
        answersOf(fact).map(({ value, label }) => answerButton(value, label, given !== undefined && writeGiven(given.value) === value)),
      ),
    ),
    checkForm(
      state,
      h(
        'div',
        { class: 'steps' },
        previous !== undefined && h('button', { type: 'submit', name: 'naar', value: previous, class: 'quiet' }, icon('previous'), check.previous),
        state.answers.length > 0 && h('button', { type: 'submit', name: 'toon', value: '1', class: 'quiet' }, check.toResult),
        state.answers.length > 0 && h('button', { type: 'submit', name: 'opnieuw', value: '1', class: 'quiet' }, check.startAgain),
      ),
    ),
  );
}

/** The law that was taken from the sector, just after it was taken: seen, and changed with one press. */
function proposedLaw(facts: readonly Fact[], state: CheckState): ViewElement | undefined {
  const domain = facts.find(({ id }) => id === 'domein');
  if (domain === undefined || state.answers.at(-1)?.fact !== 'domein' || !isProposedLaw(state)) return undefined;
  return checkForm(state,
    h('p', { class: 'help' }, fill(check.lawProposed, { law: answerLabel(domain, state.answers.at(-1)?.value) }), ' ',
      h('button', { type: 'submit', name: 'naar', value: 'domein', class: 'quiet' }, check.lawChange)));
}

/** A high number at the start only scares: most answers make other questions fall away. */
function progress(left: number): string {
  if (left === 0) return check.questionLast;
  if (left === 1) return check.questionLeftOne;
  return left > 8 ? check.questionsDepend : fill(check.questionsLeft, { count: left });
}

function answerButton(value: string, label: string, given: boolean): ViewElement {
  return h(
    'button',
    { type: 'submit', name: 'antwoord', value, class: given ? 'answer-button given' : 'answer-button', 'data-unknown': value === unknownValue },
    h('span', {}, label),
    given && h('span', { class: 'given-note' }, icon('yes'), check.given),
    !given && icon('next'),
  );
}
