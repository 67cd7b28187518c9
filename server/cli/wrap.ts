import { stripVTControlCharacters } from 'node:util';
import wrapAnsi from 'wrap-ansi';

/**
 * Lines of at most `width` columns. What leads the first line (a bullet, an indent) is made up for by spaces on the others.
 * Colours take no room and go on over the end of a line; a word longer than the line stays whole.
 */
export function wrap(lead: string, text: string, width: number): string[] {
  const indent = ' '.repeat(stripVTControlCharacters(lead).length);
  return wrapAnsi(text, width - indent.length)
    .split('\n')
    .map((line, index) => (index === 0 ? lead : indent) + line);
}
