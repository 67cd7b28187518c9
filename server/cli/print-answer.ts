import type colours from 'picocolors';
import type { Answer } from '../contract.ts';
import { answerParts } from '../views/answer-parts.ts';
import { answerTextLines, suggestionLines, type TextStyle } from '../views/answer-text.ts';
import { chat } from '../views/labels.ts';
import { wrap } from './wrap.ts';

/** Colours on or off, as `picocolors` decides for the terminal. */
export type Colours = ReturnType<typeof colours.createColors>;

/**
 * An answer for people at a terminal, with its parts in the order of the page.
 * @param width columns
 */
export function printAnswer(answer: Answer, width: number, { bold, cyan, yellow, dim }: Colours): string {
  const style: TextStyle = { strong: bold, quote: cyan, marker: yellow };
  const parts = answerParts(answer);
  const lines = [...answerTextLines(parts, { style }), ...suggestionLines(parts, style)];
  return [...lines.flatMap(({ lead, text }) => wrap(lead, text, width)), '', dim(chat.computerNotice)].join('\n');
}
