import type { Part, Run, SituationPart, Table } from './answer-part.ts';
import type { AddressOf, AnswerParts } from './answer-parts.ts';
import { answerWords } from './answer-words.ts';
import { sourceLine } from './citation-view.ts';
import { escaped, notAList } from './markdown-text.ts';
import { inPlainParts } from './situation-parts.ts';

/** The running text of an answer as Markdown. Signs of Markdown in anybody's words are shown as they are. */
export function bodyMarkdown(body: readonly Part[], addressOf: AddressOf = (path) => path): string {
  return inPlainParts(body).map((part) => partMarkdown(part, addressOf)).join('\n\n');
}

/** A whole answer as Markdown. @param headingLevel of its parts */
export function wholeMarkdown(parts: AnswerParts, addressOf: AddressOf, headingLevel = 3): string {
  const { title, body, notices, sources, terms, made, language } = parts;
  const words = answerWords[language];
  const heading = (text: string): string => `${'#'.repeat(headingLevel)} ${escaped(text)}`;
  const section = (text: string, items: string[]): string[] => (items.length === 0 ? [] : [heading(text), items.map((item) => `- ${item}`).join('\n')]);
  return [
    ...(title === undefined ? [] : [heading(title)]),
    ...(body.length === 0 ? [] : [bodyMarkdown(body, addressOf)]),
    ...section(words.notices, notices.map(escaped)),
    ...section(words.sources, sources.map((source) => withAddress(`[${source.citation.n}] ${escaped(sourceLine(source, language))}`, addressOf(source.citation.href)))),
    ...section(words.terms, terms.map(({ term, meaning }) => `**${escaped(term)}**: ${escaped(meaning)}`)),
    ...(made === undefined ? [] : [made]),
  ].join('\n\n');
}

function partMarkdown(part: Exclude<Part, SituationPart>, addressOf: AddressOf): string {
  switch (part.type) {
    case 'direct':
      return part.verdict === undefined ? notAList(runsMarkdown(part.runs, addressOf)) : `**${part.verdict.text}** ${runsMarkdown(part.runs, addressOf)}`;
    case 'paragraph':
      return notAList(runsMarkdown(part.runs, addressOf));
    case 'list':
      return part.items.map((runs) => `- ${runsMarkdown(runs, addressOf)}`).join('\n');
    case 'quote':
      return quoteMarkdown(part);
    case 'proof':
      return `${notAList(escaped(part.introduction))}\n\n${quoteMarkdown(part)}`;
    case 'table':
      return tableMarkdown(part, addressOf);
  }
}

function quoteMarkdown({ lines, citation }: Extract<Part, { type: 'quote' | 'proof' }>): string {
  return `${lines.map((line) => `> ${notAList(escaped(line))}`).join('  \n')} [${citation.n}]`;
}

function tableMarkdown({ caption, aspect, columns, rows }: Table, addressOf: AddressOf): string {
  const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replace(/\|/g, '\\|').trim()).join(' | ')} |`;
  return [
    `**${escaped(caption)}**`,
    '',
    row([aspect, ...columns].map(escaped)),
    row([aspect, ...columns].map(() => '---')),
    ...rows.map(({ aspect: name, cells }) => row([escaped(name), ...cells.map((runs) => runsMarkdown(runs, addressOf))])),
  ].join('\n');
}

const runsMarkdown = (runs: readonly Run[], addressOf: AddressOf): string => runs.map((run) => runMarkdown(run, addressOf)).join('');

function runMarkdown(run: Run, addressOf: AddressOf): string {
  switch (run.type) {
    case 'text':
    case 'quote':
      return escaped(run.text);
    case 'strong':
      return `**${escaped(run.text)}**`;
    case 'marker':
      return `[${run.citation.n}]`;
    case 'link':
      // A bracket in an address would end the link.
      return `[${escaped(run.text)}](${(addressOf(run.address) ?? run.address).replace(/\(/g, '%28').replace(/\)/g, '%29')})`;
  }
}

const withAddress = (text: string, address: string | undefined): string => (address === undefined ? text : `${text} <${address}>`);
