import type { Citation } from '../contract.ts';
import type { Part, Run } from './answer-body.ts';
import type { AnswerParts, Source } from './answer-parts.ts';
import { citationFacts, markerLabel, quoteView, shortTitle, sourceBadges } from './citation-view.ts';
import { icon } from './icons.ts';
import { chat } from './labels.ts';
import { h, type ViewChild, type ViewElement } from './view.ts';

export interface AnswerViewOptions {
  /** Level of the headings inside the answer. */
  headingLevel: 2 | 3;
  /** Tells this answer's headings from those of another on the page. */
  id: string;
  /** Leads from the text to a citation. */
  marker: (citation: Citation, label: string) => ViewElement;
  /** Leads from the list of sources into the source. */
  opener: (citation: Citation, label: string) => ViewElement;
}

/** "Not in the sources" and "partly" look different from an answer; a full answer needs no title. */
export function answerTitle({ title }: AnswerParts, headingLevel: 2 | 3): ViewElement | undefined {
  return title && h(`h${headingLevel}`, { class: 'outcome' }, icon(title.outcome === 'deels' ? 'info' : 'compass'), title.text);
}

/** The running text. Nothing in it is read as markup. */
export function answerProse({ body }: AnswerParts, options: AnswerViewOptions): ViewElement[] {
  return body.map((part) => partView(part, options));
}

/** What stands below the text: warnings in the open, explanations of terms under a disclosure, sources, how it was made. */
export function answerRest({ notices, terms, sources, made }: AnswerParts, options: AnswerViewOptions): ViewElement[] {
  return [
    notices.length > 0 && noticesView(notices, options.headingLevel),
    terms.length > 0 && termsView(terms),
    sources.length > 0 && sourceList(sources, options),
    made !== undefined && h('p', { class: 'how-made' }, icon('info'), made),
  ].filter((part) => part !== false);
}

function partView(part: Part, options: AnswerViewOptions): ViewElement {
  switch (part.type) {
    case 'paragraph':
      return h('p', {}, runViews(part.runs, options));
    case 'list':
      return h('ul', {}, part.items.map((runs) => h('li', {}, runViews(runs, options))));
    case 'quote':
      return h('blockquote', {}, h('p', {},
        part.lines.map((line, index): ViewChild => [index > 0 && h('br'), line]), ' ', marker(part.citation, options)));
  }
}

const runViews = (runs: readonly Run[], options: AnswerViewOptions): ViewChild[] => runs.map((run) => runView(run, options));

function runView(run: Run, options: AnswerViewOptions): ViewChild {
  switch (run.type) {
    case 'text':
      return run.text;
    case 'strong':
      return h('strong', {}, run.text);
    case 'quote':
      return h('span', { class: 'quoted' }, run.text);
    case 'marker':
      return marker(run.citation, options);
    case 'link':
      return h('a', { href: run.address }, run.text);
  }
}

const marker = (citation: Citation, options: AnswerViewOptions): ViewElement => options.marker(citation, markerLabel(citation));

function noticesView(notices: readonly string[], headingLevel: 2 | 3): ViewElement {
  return h('div', { class: 'notices', role: 'note', 'aria-label': chat.notices },
    h(`h${headingLevel}`, {}, icon('warning'), chat.notices),
    h('ul', { role: notices.length === 1 ? 'list' : undefined }, notices.map((notice) => h('li', {}, notice))));
}

function termsView(terms: AnswerParts['terms']): ViewElement {
  return h('details', { class: 'terms' },
    h('summary', {}, chat.terms),
    h('dl', {}, terms.map(({ term, meaning }) => h('div', {}, h('dt', {}, term), h('dd', {}, meaning)))));
}

function sourceList(sources: readonly Source[], options: AnswerViewOptions): ViewElement {
  const id = `sources-${options.id}`;
  return h('div', { class: 'sources', role: 'group', 'aria-labelledby': id },
    h(`h${options.headingLevel}`, { id, class: 'small-heading' }, chat.sources),
    h('ol', { role: 'list' }, sources.map((source) => sourceItem(source, options))));
}

function sourceItem({ citation, quote }: Source, { id, opener }: AnswerViewOptions): ViewElement {
  return h('li', { class: 'source-item', part: 'source', id: `bron-${id}-${citation.n}` },
    h('span', { class: 'source-number', 'aria-hidden': 'true' }, String(citation.n)),
    h('div', { class: 'source-body' },
      h('p', { class: 'source-title' }, h('span', {}, shortTitle(citation.title)), sourceBadges(citation)),
      citationFacts(citation),
      quote !== undefined && quoteView(quote),
      opener(citation, `${chat.showInSource}: ${markerLabel(citation)}`)));
}
