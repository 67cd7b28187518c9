import type { Citation } from '../contract.ts';
import type { Part } from './answer-part.ts';
import type { AnswerViewOptions } from './answer-view-options.ts';
import { answerWords, type Language } from './answer-words.ts';
import { citationFacts, markerLabel, quoteView, shortTitle, sourceBadges } from './citation-view.ts';
import { h, type ViewChild, type ViewElement } from './view.ts';

type Options = Pick<AnswerViewOptions, 'id' | 'opener'>;

/** The sentence that proves the answer: where it stands and what that is worth in one line, the clause, and the way to the rest. */
export function proofView({ introduction, lines, citation, isCut }: Extract<Part, { type: 'proof' }>, language: Language, options: Options): ViewElement {
  const { wholeSentence } = answerWords[language];
  const lang = language === 'nl' ? undefined : 'nl';
  return h('figure', { class: 'proof', id: sourceId(citation, options) },
    h('figcaption', {}, number(citation), h('span', {}, introduction.replace(/:$/, '')), ' ', sourceBadges(citation)),
    h('blockquote', { class: 'clause', lang }, h('p', {}, lines.map((line, index): ViewChild => [index > 0 && h('br'), line]))),
    h('div', { class: 'proof-ways' },
      isCut && h('details', { class: 'whole folded' }, h('summary', {}, wholeSentence), h('div', { lang }, quoteView(citation.quote))),
      opener(citation, language, options)));
}

export function sourceItem({ citation, quote }: { citation: Citation; quote?: string }, language: Language, options: Options): ViewElement {
  return h('li', { class: 'source-item', part: 'source', id: sourceId(citation, options) },
    number(citation),
    h('div', { class: 'source-body' },
      h('p', { class: 'source-title' }, h('span', {}, shortTitle(citation.title)), sourceBadges(citation)),
      citationFacts(citation),
      quote !== undefined && quoteView(quote),
      opener(citation, language, options)));
}

/** Where a marker leads without JavaScript. */
const sourceId = ({ n }: Citation, { id }: Options): string => `bron-${id}-${n}`;

const number = ({ n }: Citation): ViewElement => h('span', { class: 'source-number', 'aria-hidden': 'true' }, String(n));

function opener(citation: Citation, language: Language, options: Options): ViewElement {
  const { showInSource } = answerWords[language];
  return options.opener(citation, `${showInSource}: ${markerLabel(citation, language)}`, showInSource);
}
