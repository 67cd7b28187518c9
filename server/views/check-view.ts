import type { CheckDescription, CheckResult, FactValue, RouteResult } from '../contract.ts';
import { currentQuestion, formatCheckState, isProposedLaw, knownFacts, openQuestions, previousQuestion, unknownValue, writeValue, type CheckState, type Fact } from './check-state.ts';
import { dutchDate } from '../corpus/dates.ts';
import { icon } from './icons.ts';
import { check, fill } from './labels.ts';
import { planLink } from '../rules/plan-link.ts';
import { planWords } from './plan-words.ts';
import { groupOf, rankRoutes, ROUTE_GROUPS } from '../rules/rank-routes.ts';
import { routeCard } from './route-view.ts';
import { h, type ViewElement } from './view.ts';
import type { ViewLinks } from './view-links.ts';

export interface CheckViewInput {
  description: CheckDescription;
  state: CheckState;
  result: CheckResult;
  links: ViewLinks;
}

/** The question that is asked now, or the result. One short question a screen, no links that lead out of it. */
export function checkView(input: CheckViewInput): ViewElement {
  const { description, state, result } = input;
  const asked = description.facts.find(({ id }) => id === currentQuestion(state, result.missing));
  return asked === undefined ? resultView(input) : questionView(asked, input);
}

/** Every form carries the state, so that it works without JavaScript; with it, the script takes the same step itself. */
export function checkForm(state: CheckState, ...children: Parameters<typeof h>[2][]): ViewElement {
  return h('form', { method: 'post', action: '/check', class: 'check-form' }, h('input', { type: 'hidden', name: 'staat', value: formatCheckState(state) }), ...children);
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

const writeGiven = (value: FactValue | undefined): string => (value === undefined ? unknownValue : writeValue(value));

function answerButton(value: string, label: string, given: boolean): ViewElement {
  return h(
    'button',
    { type: 'submit', name: 'antwoord', value, class: given ? 'answer-button given' : 'answer-button', 'data-unknown': value === unknownValue },
    h('span', {}, label),
    given && h('span', { class: 'given-note' }, icon('yes'), check.given),
    !given && icon('next'),
  );
}

/** The answers to a question as values and words, "weet ik niet" always last. */
export function answersOf(fact: Fact): { value: string; label: string }[] {
  const given = fact.choices?.map(({ value, label }) => ({ value: fact.type === 'boolean' ? writeValue(value === 'true' || value === 'ja') : value, label }));
  const answers = given ?? [
    { value: 'ja', label: check.yes },
    { value: 'nee', label: check.no },
  ];
  return [...answers, { value: unknownValue, label: check.unknown }];
}

/** The words of an answer that was given. */
export function answerLabel(fact: Fact, value: FactValue | undefined): string {
  return answersOf(fact).find((answer) => answer.value === writeGiven(value))?.label ?? writeGiven(value);
}

function resultView(input: CheckViewInput): ViewElement {
  const { description, result, state, links } = input;
  const { leading, groups } = rankRoutes(result.routes);
  const others = groups['past-niet'];
  const card = (route: RouteResult): ViewElement =>
    routeCard(route, description.routes.find(({ id }) => id === route.id)?.summary ?? '', links);
  return h(
    'section',
    { class: 'result-screen', 'aria-labelledby': 'check-result' },
    h('h2', { id: 'check-result', tabindex: -1 }, fill(check.resultFor, { date: dutchDate(result.asOf) })),
    h('p', { class: 'result-summary' }, summary(result)),
    h('p', { class: 'help' }, check.notAdvice),
    h(
      'div',
      { class: 'row result-actions' },
      h('button', { type: 'button', 'data-action': 'share', 'data-needs-script': true }, icon('copy'), check.share),
      h('button', { type: 'button', 'data-action': 'download', 'data-needs-script': true }, icon('download'), check.download),
      h('button', { type: 'button', 'data-action': 'print', 'data-needs-script': true }, icon('print'), check.print),
    ),
    leading && h('div', { class: 'routes leading-route' }, card(leading)),
    ROUTE_GROUPS.filter((group) => group !== 'past-niet').map((group) => {
      const routes = groups[group].filter((route) => route !== leading);
      return routes.length > 0 && h('section', { class: 'route-group', 'aria-label': check.groups[group] },
        h('p', { class: 'route-group-name' }, h('strong', {}, check.groups[group])), h('div', { class: 'routes' }, routes.map(card)));
    }),
    h('p', { class: 'to-plan' }, h('a', { href: planAddress(input) }, icon('document'), planWords.short)),
    openQuestionList(input),
    others.length > 0 &&
      h('details', { class: 'other-routes' }, h('summary', {}, `${check.others} (${others.length})`), h('div', { class: 'routes' }, others.map(card))),
    answerList(input),
    checkForm(
      state,
      h('div', { class: 'date-field' }, h('label', { for: 'check-date' }, check.date), h('p', { class: 'help', id: 'check-date-help' }, check.dateHelp),
        h('div', { class: 'row' },
          h('input', { type: 'date', id: 'check-date', name: 'datum', value: state.asOf ?? '', 'aria-describedby': 'check-date-help' }),
          h('button', { type: 'submit' }, check.dateApply))),
    ),
    checkForm(state, h('button', { type: 'submit', name: 'opnieuw', value: '1' }, icon('again'), check.startAgain)),
  );
}

/** The plan with what was answered: the asker takes part, the rest holds for all. */
function planAddress({ description, state }: CheckViewInput): string {
  const { sector, domein, ...shared } = knownFacts(state);
  if (sector === undefined && domein === undefined) return planLink([], shared);
  const fact = description.facts.find(({ id }) => id === (sector === undefined ? 'domein' : 'sector'));
  const name = fact === undefined ? String(sector ?? domein) : answerLabel(fact, sector ?? domein);
  return planLink([{ name, count: 1, facts: { ...(sector !== undefined && { sector }), ...(domein !== undefined && { domein }) } }], shared).replace('?', '#');
}

function summary({ routes }: CheckResult): string {
  const count = (status: string): number => routes.filter((route) => route.status === status).length;
  const fits = count('van-toepassing');
  const later = count('nog-niet');
  const open = routes.filter((route) => groupOf(route) === 'open').length;
  const silent = routes.filter((route) => route.status === 'onbekend' && route.because === 'bronnen').length;
  return [
    fits === 0 ? check.resultNone : fits === 1 ? check.resultOne : fill(check.resultSome, { count: fits }),
    later === 1 ? check.resultNotYetOne : later > 1 && fill(check.resultNotYet, { count: later }),
    open === 1 ? check.resultOpenOne : open > 1 && fill(check.resultOpen, { count: open }),
    silent === 1 ? check.resultSilentOne : silent > 1 && fill(check.resultSilent, { count: silent }),
  ].filter((part) => part !== false).join(' ');
}

/** What is still open, what each answer would change, and a way to give it. */
function openQuestionList({ description, result, state }: CheckViewInput): ViewElement | undefined {
  const open = result.missing.flatMap((id) => description.facts.filter((fact) => fact.id === id));
  if (open.length === 0) return undefined;
  return h(
    'section',
    { class: 'open-questions', 'aria-labelledby': 'check-open' },
    h('h3', { id: 'check-open' }, check.openQuestions),
    h('p', {}, check.openQuestionsHelp),
    h(
      'ul',
      { role: 'list' },
      open.map((fact) =>
        h('li', { 'data-fact': fact.id },
          h('p', { class: 'open-question' }, fact.question),
          h('div', { class: 'row' },
            checkForm(state, h('button', { type: 'submit', name: 'naar', value: fact.id, 'aria-label': `${check.answerThis}: ${fact.question}` }, check.answerThis)),
            h('button', { type: 'button', class: 'quiet', 'data-action': 'effect', 'data-needs-script': true, 'aria-label': fill(check.whatChangesOf, { question: fact.question }) }, check.whatChanges)),
          h('div', { class: 'effect' })),
      ),
    ),
  );
}

function answerList({ description, state }: CheckViewInput): ViewElement | undefined {
  if (state.answers.length === 0) return undefined;
  return h(
    'section',
    { class: 'your-answers', 'aria-labelledby': 'check-answers' },
    h('h3', { id: 'check-answers' }, check.yourAnswers),
    h(
      'ul',
      { role: 'list' },
      state.answers.flatMap(({ fact: id, value }) =>
        description.facts.filter((fact) => fact.id === id).map((fact) =>
          h('li', {},
            h('div', {}, h('p', { class: 'answered-question' }, fact.question), h('p', {}, h('strong', {}, answerLabel(fact, value))),
              fact.id === 'domein' && isProposedLaw(state) && h('p', { class: 'help' }, fill(check.lawProposed, { law: answerLabel(fact, value) }))),
            checkForm(state, h('button', { type: 'submit', name: 'naar', value: fact.id, class: 'quiet', 'aria-label': fill(check.changeOf, { question: fact.question }) }, check.change))),
        ),
      ),
    ),
  );
}
