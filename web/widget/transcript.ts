import type { AddressOf } from '../../server/views/answer-parts.ts';
import { answerTextLines, unwrapped } from '../../server/views/answer-text.ts';
import { chat } from '../../server/views/labels.ts';
import { escapedLine } from '../../server/views/markdown-text.ts';
import { wholeMarkdown } from '../../server/views/parts-markdown.ts';
import { hasAnswer, turnParts, type Turn } from './turn.ts';

/** A question and its answer as plain text, for a mail or a report. */
export function turnText(turn: Turn, addressOf: AddressOf): string {
  return [turn.question, unwrapped(answerTextLines(turnParts(turn), { addressOf })), chat.computerNotice].join('\n\n');
}

/** The whole conversation as Markdown. */
export function conversationMarkdown(turns: readonly Turn[], addressOf: AddressOf, date: string): string {
  const parts = turns
    .filter(hasAnswer)
    .map((turn) => `## ${escapedLine(turn.question)}\n\n${wholeMarkdown(turnParts(turn), addressOf)}`);
  return `${[`# ${chat.fileTitle}`, `${date}. ${chat.computerNotice}`, ...parts].join('\n\n')}\n`;
}
