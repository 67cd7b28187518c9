import type { Part, Run } from './answer-body.ts';
import type { AddressOf, AnswerParts } from './answer-parts.ts';
import { sourceLine } from './citation-view.ts';
import { chat } from './labels.ts';

/** The running text of an answer as Markdown. Signs of Markdown in anybody's words are shown as they are. */
export function bodyMarkdown(body: readonly Part[], addressOf: AddressOf = (path) => path): string {
  return body.map((part) => partMarkdown(part, addressOf)).join('\n\n');
}

/** A whole answer as Markdown. @param headingLevel of its parts */
export function wholeMarkdown(parts: AnswerParts, addressOf: AddressOf, headingLevel = 3): string {
  const { title, body, notices, terms, sources, made } = parts;
  const heading = (text: string): string => `${'#'.repeat(headingLevel)} ${text}`;
  const section = (text: string, items: string[]): string[] => (items.length === 0 ? [] : [heading(text), items.map((item) => `- ${item}`).join('\n')]);
  return [
    ...(title === undefined ? [] : [heading(title.text)]),
    ...(body.length === 0 ? [] : [bodyMarkdown(body, addressOf)]),
    ...section(chat.notices, notices.map(escaped)),
    ...section(chat.terms, terms.map(({ term, meaning }) => `**${escaped(term)}**: ${escaped(meaning)}`)),
    ...section(chat.sources, sources.map((source) => withAddress(`[${source.citation.n}] ${escaped(sourceLine(source))}`, addressOf(source.citation.href)))),
    ...(made === undefined ? [] : [made]),
  ].join('\n\n');
}

function partMarkdown(part: Part, addressOf: AddressOf): string {
  switch (part.type) {
    case 'paragraph':
      return notAList(runsMarkdown(part.runs, addressOf));
    case 'list':
      return part.items.map((runs) => `- ${runsMarkdown(runs, addressOf)}`).join('\n');
    case 'quote':
      return `${part.lines.map((line) => `> ${notAList(escaped(line))}`).join('  \n')} [${part.citation.n}]`;
  }
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
      return `[${escaped(run.text)}](${addressOf(run.address) ?? run.address})`;
  }
}

const withAddress = (text: string, address: string | undefined): string => (address === undefined ? text : `${text} <${address}>`);

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');

/** A line that begins as a list or a heading would is a line of words here. */
function notAList(line: string): string {
  return line.replace(/^(\s*)([-+#])(?=\s)/, '$1\\$2').replace(/^(\s*\d+)([.)])(?=\s)/, '$1\\$2');
}
