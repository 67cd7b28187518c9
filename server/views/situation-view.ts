import type { Part, Run, SituationPart } from './answer-part.ts';
import type { AnswerViewOptions, SituationState } from './answer-view-options.ts';
import { answerWords, type Language } from './answer-words.ts';
import { icon } from './icons.ts';
import { statusBadge } from './route-view.ts';
import { h, type ViewChild, type ViewElement } from './view.ts';

type PartOf<Type extends SituationPart['type']> = Extract<Part, { type: Type }>;
type Runs = (runs: readonly Run[]) => ViewChild[];

/** What was understood, who can pay it too, and what is asked back: in the language of the answer. */
export function situationView(part: SituationPart, language: Language, options: AnswerViewOptions, views: Runs): ViewElement {
  switch (part.type) {
    case 'facts':
      return factsView(part, language, options);
    case 'routes':
      return routesView(part, language, options, views);
    case 'ask':
      return askView(part, language, options);
  }
}

/** Each a button where it can be taken away. */
function factsView({ title, facts }: PartOf<'facts'>, language: Language, { id, situation }: AnswerViewOptions): ViewElement {
  const chip = ({ factId, label }: (typeof facts)[number]): ViewElement =>
    situation?.isOpen === true
      ? h('button', { type: 'button', class: 'fact', 'data-remove': factId }, h('span', {}, label), h('span', { class: 'visually-hidden' }, ` ${answerWords[language].removeFact}`), icon('close'))
      : h('span', { class: 'fact' }, label);
  return h('div', { class: 'facts' },
    h('p', { class: 'small-heading', id: `facts-${id}` }, title),
    // The space keeps two facts apart for who copies them.
    h('ul', { role: 'list', 'aria-labelledby': `facts-${id}` }, facts.map((fact) => [h('li', {}, chip(fact)), ' '])));
}

function routesView({ group, title, routes }: PartOf<'routes'>, language: Language, { situation }: AnswerViewOptions, views: Runs): ViewElement {
  const isOpen = group === 'past' || (group !== 'past-niet' && situation?.isAskedLater === true);
  return h('details', { class: `route-group folded route-group-${group}`, open: isOpen },
    h('summary', {}, `${title} (${routes.length})`),
    h('ul', { role: 'list' }, routes.map((route) =>
      h('li', {},
        h('p', { class: 'route-name' }, h('a', { href: route.address }, route.title), ' ', statusBadge(route, language)),
        h('p', { class: 'route-why' }, views(route.reason))))));
}

/** Buttons while it can be answered; after that the question with what was chosen. */
function askView({ ask }: PartOf<'ask'>, language: Language, { id, situation }: AnswerViewOptions): ViewElement {
  const words = answerWords[language];
  if (situation?.isOpen !== true) return askedView(ask.question, situation);
  const choices = h('ul', { role: 'list', class: 'choices' }, ask.choices.map(({ value, label }) =>
    h('li', {}, h('button', { type: 'button', class: 'choice', 'data-choice': value }, h('span', {}, label), icon('next')))));
  const help = ask.help !== '' && h('details', { class: 'folded ask-help' }, h('summary', {}, words.askHelp), h('p', {}, ask.help));
  if (situation.isAskedLater === true) {
    return h('details', { class: 'ask folded' },
      h('summary', { id: `ask-${id}` }, ask.question),
      h('div', { role: 'group', 'aria-labelledby': `ask-${id}` }, help, choices));
  }
  return h('div', { class: 'ask', role: 'group', 'aria-labelledby': `ask-${id}` },
    h('p', { class: 'small-heading' }, words.askBack),
    h('p', { class: 'ask-question', id: `ask-${id}` }, ask.question),
    help,
    choices,
    h('button', { type: 'button', class: 'quiet ask-later', 'data-later': true }, words.askLater));
}

function askedView(question: string, situation: SituationState | undefined): ViewElement {
  return h('p', { class: 'asked' },
    h('strong', {}, question),
    situation?.reply !== undefined && [' ', h('span', { class: 'reply' }, icon('yes'), situation.reply)]);
}
