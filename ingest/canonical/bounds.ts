import type { RawBlock } from './source-text.ts';

/**
 * No rule that makes text looks at more than this at a time: what a rule costs for a line or a block may grow with its square,
 * what a document costs may not. No printed line, paragraph or sentence comes near.
 */
export const LONGEST = { line: 4000, block: 20_000, sentence: 2000, word: 200 } as const;

/** The end of a text that joins and stops are decided by. */
export const tailOf = (text: string): string => text.slice(-LONGEST.word);

/** Cut at the last blank that fits, or in the middle of a word without one. @returns half-open ranges that cover the text */
export function pieces(text: string, longest: number, blank = ' '): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  for (let start = 0; start < text.length; ) {
    const rest = text.length - start <= longest;
    const at = rest ? text.length : text.lastIndexOf(blank, start + longest);
    const end = at > start ? at : wholeCharacter(text, start + longest);
    ranges.push([start, end]);
    start = text.startsWith(blank, end) ? end + blank.length : end;
  }
  return ranges.length === 0 ? [[0, 0]] : ranges;
}

/** Not between the two halves of one character. */
const wholeCharacter = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at);

/** Blocks of readers that know structure, cut where they are longer than any paragraph. */
export function boundBlocks(blocks: readonly RawBlock[]): RawBlock[] {
  return blocks.flatMap((block) => {
    if (block.text.length <= LONGEST.block) return [block];
    return pieces(block.text, LONGEST.block, block.kind === 'table' ? '\n' : ' ').map(([start, end]): RawBlock => {
      const { breaks = [], ...rest } = block;
      const before = breaks.findLast(({ at }) => at <= start);
      const inside = breaks.filter(({ at }) => at > start && at < end).map(({ at, page }) => ({ at: at - start, page }));
      return { ...rest, page: before?.page ?? block.page, text: block.text.slice(start, end), ...(inside.length > 0 && { breaks: inside }) };
    });
  });
}
