import type { Answer } from '../../contract.ts';
import { answerParts } from '../../views/answer-parts.ts';
import { answerProse, answerRest, answerTitle, type AnswerViewOptions } from '../../views/answer-view.ts';
import { chatIntro } from '../../views/chat-intro.ts';
import { icon } from '../../views/icons.ts';
import { chat, errors, product } from '../../views/labels.ts';
import { h, type ViewElement } from '../../views/view.ts';
import { plainLinks } from '../../views/view-links.ts';
import { renderPage } from './layout.ts';
import type { WebFiles } from './web-files.ts';

/** `/`: the widget in page mode, with its chat asked for at once. What stands inside it is shown until it runs, and stays where scripts do not. */
export function homePage(files: WebFiles): string {
  const content = h('bekostigings-wijzer', { mode: 'page', server: '/' },
    h('form', { method: 'post', action: '/', class: 'chat plain-chat' },
      h('div', { class: 'conversation' },
        h('div', { class: 'log' }, chatIntro({ headingLevel: 1 })),
        h('div', { class: 'foot' }, questionField('')))));
  return renderPage({ title: product.name, path: '/', content, scripts: ['widget-chat.js', 'widget.js'], kind: 'chat' }, files);
}

interface AnswerPage {
  question: string;
  answer?: Answer;
  problem?: { title: string; detail: string; type?: string };
}

/** The answer to a question that was sent as a form: no script, the same answer and the same sources. */
export function answerPage({ question, answer, problem }: AnswerPage, files: WebFiles): string {
  const content = h('div', { class: 'chat plain-chat' },
    h('div', { class: 'conversation' },
      answer && answerArticle(answer),
      problem && h('div', { class: 'failed', role: 'alert' }, h('h1', {}, icon('warning'), problem.title), h('p', {}, problem.detail)),
      h('form', { method: 'post', action: '/', class: 'foot' }, questionField(problem ? question : '', problem?.type?.endsWith('patientgegevens')))));
  return renderPage({ title: answer ? chat.answer : (problem?.title ?? errors.title), path: '/', content, kind: 'chat' }, files);
}

/** The button that was pressed when the asker says that a question is not about a patient. */
export const notAboutPatientField = 'niet-over-patient';

function questionField(question: string, refused = false): ViewElement {
  return h('div', { class: 'composer' },
    h('label', { for: 'vraag' }, chat.inputLabel),
    h('div', { class: 'field' },
      h('textarea', { id: 'vraag', name: 'vraag', rows: 2, maxlength: 1000, placeholder: chat.inputPlaceholder, 'aria-describedby': 'geen-gegevens' }, question),
      h('div', { class: 'field-buttons' }, h('button', { type: 'submit', class: 'primary send' }, icon('send'), h('span', {}, chat.send)))),
    refused && h('p', {}, h('button', { type: 'submit', name: notAboutPatientField, value: 'ja' }, errors.patientDataNone)),
    h('div', { class: 'hints' }, h('p', { id: 'geen-gegevens' }, icon('shield'), chat.noPatientData)));
}

/** One answer on the page, so its parts need no names of their own. */
const viewOptions: AnswerViewOptions = {
  headingLevel: 2,
  id: 'antwoord',
  marker: ({ n }, label) => h('a', { class: 'marker', href: `#bron-antwoord-${n}`, 'aria-label': label }, String(n)),
  opener: (citation, label, text) => h('a', { href: plainLinks.quote(citation), 'aria-label': label }, text),
};

function answerArticle(answer: Answer): ViewElement {
  const parts = answerParts(answer);
  return h('article', { class: 'turn', 'data-outcome': answer.outcome },
    h('h1', { class: 'question' }, h('span', { class: 'visually-hidden' }, `${chat.you}: `), answer.question),
    h('div', { class: 'answer-head' }, answerTitle(parts, viewOptions.headingLevel)),
    h('div', { class: 'prose' }, answerProse(parts, viewOptions)),
    answerRest(parts, viewOptions),
    h('p', { class: 'computer' }, icon('info'), h('span', {}, chat.computerNotice)));
}
