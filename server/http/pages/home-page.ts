import type { Answer } from '../../contract.ts';
import { answerView, isOwnPage } from '../../views/answer-view.ts';
import { chatIntro } from '../../views/chat-intro.ts';
import { citationFacts, markerLabel, quoteView, shortTitle, sourceBadges, standsIn } from '../../views/citation-view.ts';
import { icon } from '../../views/icons.ts';
import { chat, errors, product } from '../../views/labels.ts';
import { noticesView } from '../../views/notices-view.ts';
import { plainQuoteLink } from '../../corpus/quote-link.ts';
import { h, type ViewElement } from '../../views/view.ts';
import { renderPage } from './layout.ts';
import type { WebFiles } from './web-files.ts';

/** `/`: the widget in page mode. What stands inside it is shown until it runs, and stays where scripts do not. */
export function homePage(files: WebFiles): string {
  const content = h('bekostigings-wijzer', { mode: 'page', server: '/' },
    h('form', { method: 'post', action: '/', class: 'chat plain-chat' },
      h('div', { class: 'conversation' },
        h('div', { class: 'log' }, chatIntro({ headingLevel: 1 })),
        h('div', { class: 'foot' }, questionField('')))));
  return renderPage({ title: product.name, path: '/', content, scripts: ['widget.js'], kind: 'chat' }, files);
}

interface AnswerPage {
  question: string;
  answer?: Answer;
  problem?: { title: string; detail: string };
}

/** The answer to a question that was sent as a form: no script, the same answer and the same sources. */
export function answerPage({ question, answer, problem }: AnswerPage, files: WebFiles): string {
  const content = h('div', { class: 'chat plain-chat' },
    h('div', { class: 'conversation' },
      answer && answerArticle(answer),
      problem && h('div', { class: 'failed', role: 'alert' }, h('h1', {}, icon('warning'), problem.title), h('p', {}, problem.detail)),
      h('form', { method: 'post', action: '/', class: 'foot' }, questionField(problem ? question : ''))));
  return renderPage({ title: answer ? chat.answer : (problem?.title ?? errors.title), path: '/', content, kind: 'chat' }, files);
}

function questionField(question: string): ViewElement {
  return h('div', { class: 'composer' },
    h('label', { for: 'vraag' }, chat.inputLabel),
    h('div', { class: 'field' },
      h('textarea', { id: 'vraag', name: 'vraag', rows: 2, maxlength: 1000, placeholder: chat.inputPlaceholder, 'aria-describedby': 'geen-gegevens' }, question),
      h('div', { class: 'field-buttons' }, h('button', { type: 'submit', class: 'primary send' }, icon('send'), h('span', {}, chat.send)))),
    h('div', { class: 'hints' }, h('p', { id: 'geen-gegevens' }, icon('shield'), chat.noPatientData)));
}

function answerArticle({ question, answer, citations, outcome, mode, notices }: Answer): ViewElement {
  const view = answerView(answer, {
    headingLevel: 3,
    marker: (n) => {
      const citation = citations.find((candidate) => candidate.n === n);
      return citation && h('a', { class: 'marker', href: `#bron-${n}`, 'aria-label': markerLabel(citation) }, String(n));
    },
    allowsAddress: (address) => isOwnPage(address) || citations.some(({ quote }) => quote.includes(address)),
  });
  return h('article', { class: 'turn', 'data-outcome': outcome },
    h('h1', { class: 'question' }, h('span', { class: 'visually-hidden' }, `${chat.you}: `), question),
    h('div', { class: 'answer-head' },
      outcome === 'niet-in-bronnen' && h('h2', { class: 'outcome' }, icon('compass'), chat.notFoundTitle),
      outcome === 'deels' && h('h2', { class: 'outcome' }, icon('info'), chat.partlyTitle)),
    h('div', { class: 'prose' }, view),
    noticesView(notices, 2),
    citations.length > 0 &&
      h('section', { class: 'sources', 'aria-labelledby': 'bronnen-titel' },
        h('h2', { id: 'bronnen-titel', class: 'small-heading' }, chat.sources),
        h('ol', { role: 'list' }, citations.map((citation) =>
          h('li', { class: 'source-item', id: `bron-${citation.n}` },
            h('span', { class: 'source-number', 'aria-hidden': 'true' }, String(citation.n)),
            h('div', { class: 'source-body' },
              h('p', { class: 'source-title' }, h('span', {}, shortTitle(citation.title)), sourceBadges(citation)),
              citationFacts(citation),
              !standsIn(answer, citation.quote) && quoteView(citation.quote),
              h('a', { href: plainQuoteLink(citation.href), 'aria-label': `${chat.showInSource}: ${markerLabel(citation)}` }, chat.showInSource))))),
        h('p', { class: 'how-made' }, icon('info'), mode === 'llm' ? chat.modeModel : chat.modeExtractive)),
    h('p', { class: 'computer' }, icon('info'), h('span', {}, chat.computerNotice)));
}

