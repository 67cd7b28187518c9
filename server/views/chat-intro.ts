import { icon } from './icons.ts';
import { chat } from './labels.ts';
import { h, type ViewElement } from './view.ts';

/**
 * What stands above the question field before the first question. The starter questions are submit buttons named
 * `vraag`: in a form without JavaScript they ask at once, in the widget they are caught.
 */
export function chatIntro({ headingLevel }: { headingLevel: 1 | 2 }): ViewElement {
  return h(
    'section',
    { class: 'intro', 'aria-labelledby': 'intro-title' },
    h(`h${headingLevel}`, { id: 'intro-title' }, chat.title),
    h('p', { class: 'lead' }, chat.intro),
    h('p', { class: 'computer' }, icon('info'), h('span', {}, chat.computerNotice)),
    h(`h${headingLevel + 1}`, { class: 'small-heading', id: 'starters-title' }, chat.starters),
    h(
      'ul',
      { class: 'starters', role: 'list', 'aria-labelledby': 'starters-title' },
      chat.starterQuestions.map((question) =>
        h('li', {}, h('button', { type: 'submit', name: 'vraag', value: question, class: 'starter' }, h('span', {}, question), icon('next'))),
      ),
    ),
    h(`h${headingLevel + 1}`, { class: 'small-heading' }, chat.otherWays),
    h(
      'ul',
      { class: 'ways', role: 'list' },
      way('/check', 'scales', chat.toCheck, chat.toCheckHelp),
      way('/bronnen', 'document', chat.toSources, chat.toSourcesHelp),
    ),
  );
}

function way(address: string, picture: 'scales' | 'document', title: string, help: string): ViewElement {
  return h('li', {}, h('a', { href: address, class: 'way' }, icon(picture), h('span', {}, h('strong', {}, title), h('span', { class: 'way-help' }, help))));
}
