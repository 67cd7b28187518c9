import type { Part, Run } from './answer-body.ts';
import type { AddressOf, AnswerParts } from './answer-parts.ts';
import { sourceLine } from './citation-view.ts';
import { chat } from './labels.ts';

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
  const { title, body, notices, terms, sources, made } = parts;
  const bullet = (text: string): TextLine => line(text, '• ');
  const section = (heading: string, lines: TextLine[]): TextLine[][] => (lines.length === 0 ? [] : [[line(style.strong(heading)), ...lines]]);
  return apart([
    ...(title === undefined ? [] : [[line(style.strong(title.text))]]),
    ...body.map((part) => partLines(part, { style, addressOf })),
    ...section(chat.notices, notices.map(bullet)),
    ...section(chat.terms, terms.map(({ term, meaning }) => bullet(`${term}: ${meaning}`))),
    ...section(chat.sources, sources.map((source) => line(`${sourceLine(source)} ${addressOf(source.citation.href) ?? ''}`, `[${source.citation.n}] `))),
    ...(made === undefined ? [] : [[line(made)]]),
  ]);
}

/** The lines as they are, for where lines are wrapped later. */
export const unwrapped = (lines: readonly TextLine[]): string => lines.map(({ lead, text }) => lead + text).join('\n');

/** White space in a quote comes from the layout of its source. */
function line(text: string, lead = ''): TextLine {
  return { lead, text: text.replace(/\s+/g, ' ').trim() };
}

function apart(groups: readonly TextLine[][]): TextLine[] {
  return groups.flatMap((lines, index) => (index === 0 ? lines : [line(''), ...lines]));
}

type Options = Required<AnswerTextOptions>;

function partLines(part: Part, options: Options): TextLine[] {
  switch (part.type) {
    case 'paragraph':
      return [line(runsText(part.runs, options))];
    case 'list':
      return part.items.map((runs) => line(runsText(runs, options), '• '));
    case 'quote':
      return part.lines.map((words, index) => {
        const marker = index === part.lines.length - 1 ? ` ${options.style.marker(`[${part.citation.n}]`)}` : '';
        return line(`${options.style.quote(words.trim())}${marker}`, '    ');
      });
  }
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
