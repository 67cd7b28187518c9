import type { Part, Run, SituationPart, Table } from './answer-part.ts';
import type { AddressOf, AnswerParts } from './answer-parts.ts';
import { answerWords } from './answer-words.ts';
import { sourceLine } from './citation-view.ts';
import { inPlainParts } from './situation-parts.ts';

/** How a terminal sets words apart; each adds no room. */
export interface TextStyle {
  strong: (text: string) => string;
  quote: (text: string) => string;
  marker: (text: string) => string;
}

/** A line before it is wrapped. */
export interface TextLine {
  /** What stands before the text: a bullet, a number, an indent. */
  lead: string;
  text: string;
}

export interface AnswerTextOptions {
  style?: TextStyle;
  /** Whole address of a page of the product, for readers who do not have the product before them. */
  addressOf?: AddressOf;
}

const same = (text: string): string => text;
const plain: TextStyle = { strong: same, quote: same, marker: same };

/** An answer as plain text, for a terminal, a mail or a report. */
export function answerTextLines(parts: AnswerParts, { style = plain, addressOf = () => undefined }: AnswerTextOptions = {}): TextLine[] {
  const { title, body, notices, sources, terms, made, language } = parts;
  const words = answerWords[language];
  const section = (heading: string, lines: TextLine[]): TextLine[][] => (lines.length === 0 ? [] : [[line(style.strong(heading)), ...lines]]);
  return apart([
    ...(title === undefined ? [] : [[line(style.strong(title))]]),
    ...inPlainParts(body).map((part) => partLines(part, { style, addressOf })),
    ...section(words.notices, notices.map(bullet)),
    ...section(words.sources, sources.map((source) => line(`${sourceLine(source, language)} ${addressOf(source.citation.href) ?? ''}`, `[${source.citation.n}] `))),
    ...section(words.terms, terms.map(({ term, meaning }) => bullet(`${term}: ${meaning}`))),
    ...(made === undefined ? [] : [[line(made)]]),
  ]);
}

/** Questions to go on with, for where one can ask. */
export function suggestionLines({ suggestions, language, kind }: AnswerParts, { strong }: TextStyle = plain): TextLine[] {
  const { suggestions: also, meant } = answerWords[language];
  return suggestions.length === 0 ? [] : [line(''), line(strong(kind === 'refusal' ? meant : also)), ...suggestions.map(bullet)];
}

/** The lines as they are, for where lines are wrapped later. */
export const unwrapped = (lines: readonly TextLine[]): string => lines.map(({ lead, text }) => lead + text).join('\n');

/** White space in a quote comes from the layout of its source. */
function line(text: string, lead = ''): TextLine {
  return { lead, text: text.replace(/\s+/g, ' ').trim() };
}

const bullet = (text: string): TextLine => line(text, '• ');

function apart(groups: readonly TextLine[][]): TextLine[] {
  return groups.flatMap((lines, index) => (index === 0 ? lines : [line(''), ...lines]));
}

type Options = Required<AnswerTextOptions>;

function partLines(part: Exclude<Part, SituationPart>, options: Options): TextLine[] {
  const { style } = options;
  switch (part.type) {
    case 'direct':
      return [line(`${part.verdict === undefined ? '' : `${style.strong(part.verdict.text)} `}${runsText(part.runs, options)}`)];
    case 'paragraph':
      return [line(runsText(part.runs, options))];
    case 'list':
      return part.items.map((runs) => line(runsText(runs, options), '• '));
    case 'quote':
      return quoteLines(part, options);
    case 'proof':
      return [line(part.introduction), ...quoteLines(part, options)];
    case 'table':
      return tableLines(part, options);
  }
}

function quoteLines({ lines, citation }: Extract<Part, { type: 'quote' | 'proof' }>, { style }: Options): TextLine[] {
  return lines.map((words, index) => {
    const marker = index === lines.length - 1 ? ` ${style.marker(`[${citation.n}]`)}` : '';
    return line(`${style.quote(words.trim())}${marker}`, '    ');
  });
}

/** Row by row: columns beside each other do not survive a narrow terminal or a mail. */
function tableLines({ caption, columns, rows }: Table, options: Options): TextLine[] {
  const { strong } = options.style;
  return [
    line(strong(caption)),
    ...rows.flatMap(({ aspect, cells }) => [line(aspect), ...cells.map((runs, index) => bullet(`${columns[index] ?? ''}: ${runsText(runs, options)}`))]),
  ];
}

function runsText(runs: readonly Run[], options: Options): string {
  return runs.map((run) => runText(run, options)).join('');
}

function runText(run: Run, { style, addressOf }: Options): string {
  switch (run.type) {
    case 'text':
      return run.text;
    case 'strong':
    case 'quote':
      return style[run.type](run.text);
    case 'marker':
      return style.marker(`[${run.citation.n}]`);
    case 'link':
      return `${run.text} (${addressOf(run.address) ?? run.address})`;
  }
}
