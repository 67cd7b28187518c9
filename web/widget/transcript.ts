import type { Citation } from '../../server/contract.ts';
import { dutchDate } from '../../server/corpus/dates.ts';
import { sourceWorth } from '../../server/views/citation-view.ts';
import { chat, fill, source } from '../../server/views/labels.ts';
import type { Turn } from './conversation.ts';

/** One line that says where a quote stands: `[1] Title, publisher, juli 2024, pagina 13, section (Handreiking). “quote” address`. */
export function citationLine(citation: Citation, address: string): string {
  const { n, title, publisher, published, page, section, quote } = citation;
  const facts = [title, publisher, dutchDate(published), fill(source.page, { page }).toLowerCase(), section].filter((fact) => fact !== '');
  return `[${n}] ${facts.join(', ')} (${sourceWorth(citation)}). “${quote.replace(/\s+/g, ' ')}” ${address}`;
}

/** An answer with its citations as plain text, for a mail or a report. */
export function answerText(turn: Turn, addressOf: (citation: Citation) => string): string {
  return [
    turn.question,
    '',
    turn.text,
    ...(turn.answer?.notices ?? []).flatMap((notice) => ['', `${chat.notices}: ${notice}`]),
    ...(turn.citations.length > 0 ? ['', `${chat.sources}:`, ...turn.citations.map((citation) => citationLine(citation, addressOf(citation)))] : []),
    '',
    chat.computerNotice,
  ].join('\n');
}

/** The whole conversation as Markdown. */
export function conversationMarkdown(turns: readonly Turn[], addressOf: (citation: Citation) => string, date: string): string {
  const parts = turns
    .filter(({ text }) => text !== '')
    .map((turn) =>
      [
        `## ${turn.question.replace(/\s+/g, ' ')}`,
        turn.text,
        ...(turn.answer?.notices ?? []).map((notice) => `> **${chat.notices}:** ${notice}`),
        ...(turn.citations.length > 0 ? [`### ${chat.sources}`, turn.citations.map((citation) => `- ${citationLine(citation, `<${addressOf(citation)}>`)}`).join('\n')] : []),
      ].join('\n\n'),
    );
  return `${[`# ${chat.fileTitle}`, `${date}. ${chat.computerNotice}`, ...parts].join('\n\n')}\n`;
}
