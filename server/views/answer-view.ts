import type { Citation } from '../contract.ts';
import type { Part, Run } from './answer-part.ts';
import type { AnswerParts } from './answer-parts.ts';
import type { AnswerViewOptions } from './answer-view-options.ts';
import { answerWords, type Language } from './answer-words.ts';
import { markerLabel, sourceLine } from './citation-view.ts';
import { icon, type IconName } from './icons.ts';
import { fill } from './labels.ts';
import { proofView, sourceItem } from './proof-view.ts';
import { situationView } from './situation-view.ts';
import { tableView } from './table-view.ts';
import { h, type ViewChild, type ViewElement } from './view.ts';

export type { AnswerViewOptions };

/** What is missing, or that there is only a part; a full answer needs no title. */
export function answerTitle({ title, kind, language }: AnswerParts, headingLevel: 2 | 3): ViewElement | undefined {
  return title === undefined ? undefined : h(`h${headingLevel}`, { class: 'outcome', lang: foreign(language) }, icon(kind === 'partly' ? 'info' : 'compass'), title);
}

/** The answer with its first proof; what else there is to prove it is folded below. Nothing in it is read as markup. */
export function answerProse(parts: AnswerParts, options: AnswerViewOptions): ViewElement[] {
  const shown = situationFirst(parts.body.filter((part) => part.type !== 'proof' || part === firstProof(parts)));
  const views = shown.flatMap((part) => partViews(part, parts, options)).map((view) => inLanguage(view, parts.language));
  const suggestions = parts.kind === 'refusal' ? suggestionsView(parts, options) : undefined;
  return suggestions === undefined ? views : [suggestions, ...views];
}

/** What stands below: warnings in the open; sources and explanations folded; questions to go on with. */
export function answerRest(parts: AnswerParts, options: AnswerViewOptions): ViewElement[] {
  const { notices, language, kind } = parts;
  return [
    notices.length > 0 ? noticesView(notices, language, options.headingLevel) : undefined,
    sourcesView(parts, options),
    explanationsView(parts),
    kind === 'refusal' ? undefined : suggestionsView(parts, options),
  ].filter((view) => view !== undefined);
}

/** Under an answer about somebody's own situation stands how it was understood, and what still decides; then the proof. */
function situationFirst(body: readonly Part[]): readonly Part[] {
  const [lead, ...rest] = body;
  if (lead?.type !== 'direct' || lead.isLead !== true) return body;
  const isFirst = ({ type }: Part): boolean => type === 'facts' || type === 'ask';
  return [lead, ...rest.filter(isFirst), ...rest.filter((part) => !isFirst(part))];
}

/** The page is Dutch; an answer in another language says so, for who hears it read aloud. */
const foreign = (language: Language): string | undefined => (language === 'nl' ? undefined : language);

function inLanguage(view: ViewElement, language: Language): ViewElement {
  const lang = foreign(language);
  return lang === undefined || 'lang' in view.attributes ? view : { ...view, attributes: { ...view.attributes, lang } };
}

const firstProof = ({ body }: AnswerParts): Extract<Part, { type: 'proof' }> | undefined => body.find((part) => part.type === 'proof');

const verdictIcons: Record<string, IconName> = { ja: 'yes', nee: 'no', 'hangt-af': 'scales' };

function partViews(part: Part, parts: AnswerParts, options: AnswerViewOptions): ViewElement[] {
  const views = (runs: readonly Run[]): ViewChild[] => runs.map((run) => runView(run, parts.language, options));
  switch (part.type) {
    case 'direct': {
      const { verdict } = part;
      return [
        ...(verdict === undefined ? [] : [h('p', { class: `verdict verdict-${verdict.verdict}` }, icon(verdictIcons[verdict.verdict] ?? 'info'), h('strong', {}, verdict.text))]),
        h('p', { class: 'direct' }, views(part.runs)),
      ];
    }
    case 'paragraph':
      return [h('p', { class: part.isLimit && 'limit' }, views(part.runs))];
    case 'list':
      return [h('ul', {}, part.items.map((runs) => h('li', {}, views(runs))))];
    case 'quote':
      return [h('blockquote', { lang: dutchWithin(parts.language) }, h('p', {}, part.lines.map((line, index): ViewChild => [index > 0 && h('br'), line]), ' ', marker(part.citation, parts.language, options)))];
    case 'proof':
      return [proofView(part, parts.language, options)];
    case 'table':
      return [tableView(part, views)];
    case 'facts':
    case 'routes':
    case 'ask':
      return [situationView(part, parts.language, options, views)];
  }
}

const dutchWithin = (language: Language): string | undefined => (language === 'nl' ? undefined : 'nl');

function runView(run: Run, language: Language, options: AnswerViewOptions): ViewChild {
  switch (run.type) {
    case 'text':
      return run.text;
    case 'strong':
      return h('strong', {}, run.text);
    case 'quote':
      return h('span', { class: 'quoted', lang: dutchWithin(language) }, run.text);
    case 'marker':
      return marker(run.citation, language, options);
    case 'link':
      return run.address.startsWith('/')
        ? h('a', { href: run.address, 'data-place': run.place !== undefined }, run.text)
        : h('a', { href: run.address, target: '_blank', rel: 'noopener noreferrer' }, run.text);
  }
}

const marker = (citation: Citation, language: Language, options: AnswerViewOptions): ViewElement => options.marker(citation, markerLabel(citation, language));

function noticesView(notices: readonly string[], language: Language, headingLevel: 2 | 3): ViewElement {
  const heading = answerWords[language].notices;
  return h('div', { class: 'notices', role: 'note', 'aria-label': heading, lang: foreign(language) },
    h(`h${headingLevel}`, {}, icon('warning'), heading),
    h('ul', { role: notices.length === 1 ? 'list' : undefined }, notices.map((notice) => h('li', {}, notice))));
}

/** All sources but the one whose proof is shown, folded. */
function sourcesView(parts: AnswerParts, options: AnswerViewOptions): ViewElement | undefined {
  const { sources, language, body } = parts;
  const proof = firstProof(parts);
  const others = sources.filter(({ citation }) => citation.n !== proof?.citation.n);
  if (others.length === 0) return undefined;
  const { sources: heading, moreOne, moreSome, sourceOne, sourceSome } = answerWords[language];
  const [one, some] = proof === undefined ? [sourceOne, sourceSome] : [moreOne, moreSome];
  const isFolded = ({ n }: Citation): boolean => body.some((part) => part.type === 'proof' && part.citation.n === n);
  return h('details', { class: 'sources folded' },
    h('summary', { lang: foreign(language) },
      h('span', { class: 'visually-hidden' }, `${heading}: `),
      others.length === 1 ? one : fill(some, { count: others.length })),
    h('ol', { role: 'list' }, others.map(({ citation, quote }) =>
      sourceItem({ citation, ...((quote !== undefined || isFolded(citation)) && { quote: citation.quote }) }, language, options))));
}

/** What abbreviations mean, how the answer was made, and in full where the proof stands that is shown. */
function explanationsView(parts: AnswerParts): ViewElement | undefined {
  const { terms, made, language } = parts;
  const proof = firstProof(parts);
  if (terms.length === 0 && made === undefined) return undefined;
  const { explained, aboutAnswer } = answerWords[language];
  return h('details', { class: 'terms folded' },
    h('summary', { lang: foreign(language) }, terms.length === 0 ? aboutAnswer : fill(explained, { terms: terms.map(({ short }) => short).join(', ') })),
    terms.length > 0 && h('dl', {}, terms.map(({ term, meaning }) => h('div', {}, h('dt', {}, term), h('dd', {}, meaning)))),
    made !== undefined && h('p', { class: 'how-made', lang: foreign(language) }, icon('info'), made),
    proof !== undefined && h('p', { class: 'how-made' }, `[${proof.citation.n}] ${sourceLine(proof)}`));
}

/** Submit buttons named `vraag`, as the starter questions: in a form without JavaScript they ask at once, in the widget they are caught. */
function suggestionsView({ suggestions, language, kind }: AnswerParts, { id }: AnswerViewOptions): ViewElement | undefined {
  if (suggestions.length === 0) return undefined;
  const words = answerWords[language];
  const heading = `suggestions-${id}`;
  return h('form', { class: 'suggestions', method: 'post', action: '/', lang: foreign(language) },
    h('p', { id: heading, class: 'small-heading' }, kind === 'refusal' ? words.meant : words.suggestions),
    h('ul', { role: 'list', 'aria-labelledby': heading }, suggestions.map((question) =>
      h('li', {}, h('button', { type: 'submit', name: 'vraag', value: question, class: 'chip' }, question)))));
}
