import type { RawBlock } from './source-text.ts';

/** Nests list items by their marks: a new kind of mark goes one deeper, a kind that is open already comes back to its level. */
export function nestLists(blocks: readonly RawBlock[]): void {
  let open: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'footnote') continue;
    if (block.kind !== 'list-item' || block.style === undefined) {
      open = [];
      continue;
    }
    const level = open.indexOf(block.style);
    if (level < 0) open.push(block.style);
    else open = open.slice(0, level + 1);
    block.depth = open.length - 1;
  }
}

/**
 * Items that lost their bullets: after an introduction ("met als doel dat:") paragraphs that start with a small letter.
 */
export function restoreBullets(blocks: readonly RawBlock[]): void {
  let announced = false;
  for (const block of blocks) {
    if (block.kind === 'paragraph' && announced && /^\p{Ll}/u.test(block.text) && !/^https?:/.test(block.text)) {
      block.kind = 'list-item';
      block.style = 'lost';
      block.bullet = true;
      continue;
    }
    announced = /:$/.test(block.text);
  }
}

/** `* i.v.m. de AVG …` below a line with `partijen*` is a note, not an item. */
export function findStarNotes(blocks: readonly RawBlock[]): void {
  blocks.forEach((block, at) => {
    if (block.kind !== 'list-item' || block.style !== '*') return;
    const marked = blocks.slice(Math.max(0, at - 8), at).some((other) => other.page === block.page && /[\p{L})]\*(?!\*)/u.test(other.text));
    if (!marked || blocks[at + 1]?.style === '*') return;
    block.kind = 'footnote';
    block.text = `* ${block.text}`;
    for (const one of block.breaks ?? []) one.at += 2;
    delete block.bullet;
    delete block.style;
  });
}
