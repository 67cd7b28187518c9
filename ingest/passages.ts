import type { Block, CanonicalDocument, Passage } from '../server/corpus/document.ts';
import { withoutMarks } from './canonical/footnotes.ts';

export interface PassageSettings {
  /** Size aimed at, in characters; shorter passages find worse, longer ones point worse. */
  targetCharacters: number;
  /** Sentences at the end of a passage that the next one starts with, unless a heading comes between. */
  overlapSentences: number;
}

export const DEFAULT_PASSAGES: PassageSettings = { targetCharacters: 1000, overlapSentences: 1 };

/** A passage is not cut at a good place before this part of the target; a new topic may start sooner. */
const EARLIEST_CUT = 0.55;
const EARLIEST_HEADING = 0.3;
/** A list with the line that introduces it may exceed the target by this factor before it is cut. */
const LIST_SLACK = 1.3;
/** A table may exceed it by this factor; the encoder reads no more than about 2,000 characters (512 tokens). */
const TABLE_SLACK = 2;
/** Overlap takes no more than this part of the target. */
const LARGEST_OVERLAP = 0.35;

/**
 * Cuts a document into retrieval units of whole sentences. No passage crosses a chapter heading; headings stay with
 * what follows; an introduction stays with its first list item, and with the whole list where that fits; a table stays whole.
 */
export function makePassages(document: CanonicalDocument, settings: PassageSettings = DEFAULT_PASSAGES): Passage[] {
  const passages: Passage[] = [];
  const above = headingsAbove(document.blocks);
  for (const [from, to] of chapters(document)) {
    let first = from;
    let covered = from;
    while (covered < to) {
      const last = cut(document, first, covered, to, settings);
      passages.push({
        id: `${document.id}#${passages.length}`,
        documentId: document.id,
        start: at(document, first).start,
        end: at(document, last - 1).end,
        headings: headingPath(document, above, first, last),
        sentences: [first, last],
      });
      covered = last;
      first = last < to ? overlapStart(document, first, last, settings) : to;
    }
  }
  return passages;
}

const at = (document: CanonicalDocument, sentence: number): { start: number; end: number; block: number } =>
  document.sentences[sentence] ?? { start: 0, end: 0, block: -1 };
const blockOf = (document: CanonicalDocument, sentence: number): Block | undefined =>
  document.blocks[at(document, sentence).block];

/** Sentence ranges between level-1 headings. */
function chapters(document: CanonicalDocument): [number, number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  document.sentences.forEach((sentence, index) => {
    const block = document.blocks[sentence.block];
    if (index > from && block?.kind === 'heading' && block.level === 1 && sentence.start === block.start) {
      ranges.push([from, index]);
      from = index;
    }
  });
  if (from < document.sentences.length) ranges.push([from, document.sentences.length]);
  return ranges;
}

/** End (exclusive) of the passage that starts at `first` and holds something after `covered`. */
function cut(document: CanonicalDocument, first: number, covered: number, to: number, { targetCharacters }: PassageSettings): number {
  const start = at(document, first).start;
  const size = (last: number): number => at(document, last - 1).end - start;
  if (size(to) <= targetCharacters) return to;

  let best = covered + 1;
  let bestScore = -Infinity;
  for (let last = covered + 1; last <= to; last += 1) {
    const length = size(last);
    const strength = boundary(document, first, last, to);
    const limit = targetCharacters * (strength === 'table' ? TABLE_SLACK : strength === 'list' ? LIST_SLACK : 1);
    if (length > limit && last > covered + 1) {
      if (length > targetCharacters * TABLE_SLACK) break;
      continue;
    }
    const earliest = targetCharacters * (strength === NEW_TOPIC ? EARLIEST_HEADING : EARLIEST_CUT);
    const score = (typeof strength === 'number' ? strength : 3) - (length < earliest ? 10 : 0) + length / targetCharacters;
    if (score >= bestScore) {
      best = last;
      bestScore = score;
    }
  }
  return best;
}

/** Before a heading: the heading path of a passage should name what it is about. */
const NEW_TOPIC = 5;

/**
 * How good a place it is to cut before sentence `last`: 5 before a heading, 3 before a paragraph, 2 between list items, 1 inside
 * one, negative where text belongs together; `list` or `table` when a list or table that began here ends.
 */
function boundary(document: CanonicalDocument, first: number, last: number, to: number): number | 'list' | 'table' {
  if (last >= to) return 3;
  const before = at(document, last - 1);
  const after = at(document, last);
  const left = document.blocks[before.block];
  const right = document.blocks[after.block];
  if (!left || !right) return 1;
  if (before.block === after.block) return left.kind === 'table' || left.kind === 'heading' ? -20 : 1;
  if (left.kind === 'heading') return -20;
  if (left.kind === 'table') return 'table';
  if (right.kind === 'list-item' && right.lead === before.block) return -5;
  if (left.kind === 'list-item' && right.kind === 'list-item') return 2;
  if (left.kind === 'list-item' && left.lead !== undefined && left.lead >= at(document, first).block) return 'list';
  return right.kind === 'heading' ? NEW_TOPIC : right.kind === 'footnote' ? 1.5 : 3;
}

function overlapStart(document: CanonicalDocument, first: number, last: number, settings: PassageSettings): number {
  if (blockOf(document, last)?.kind === 'heading') return last;
  let start = last;
  for (let back = last - 1; back > first && last - back <= settings.overlapSentences; back -= 1) {
    const kind = blockOf(document, back)?.kind;
    if (kind === 'heading' || kind === 'table' || kind === 'footnote') break;
    if (at(document, last - 1).end - at(document, back).start > settings.targetCharacters * LARGEST_OVERLAP) break;
    start = back;
  }
  // No overlap that leaves no room for something new.
  const next = at(document, last).end - at(document, start).start;
  return next <= settings.targetCharacters ? start : last;
}

/** Of each block the nearest heading at or before it; of a heading the nearest above it of a lower level. */
interface HeadingsAbove {
  nearest: (number | undefined)[];
  parents: ReadonlyMap<number, number | undefined>;
}

function headingsAbove(blocks: readonly Block[]): HeadingsAbove {
  const parents = new Map<number, number | undefined>();
  const open: number[] = [];
  const level = (index: number): number => blocks[index]?.level ?? 1;
  let latest: number | undefined;
  const nearest = blocks.map(({ kind }, index) => {
    if (kind !== 'heading') return latest;
    while (open.length > 0 && level(open.at(-1)!) >= level(index)) open.pop();
    parents.set(index, open.at(-1));
    open.push(index);
    return (latest = index);
  });
  return { nearest, parents };
}

/** Headings above the passage's first text, outermost first; a heading the passage starts with counts. */
function headingPath(document: CanonicalDocument, { nearest, parents }: HeadingsAbove, first: number, last: number): string[] {
  let anchor = at(document, first).block;
  for (let sentence = first; sentence < last && document.blocks[anchor]?.kind === 'heading'; sentence += 1) {
    anchor = at(document, sentence).block;
  }
  const path: string[] = [];
  for (let index = nearest[anchor]; index !== undefined; index = parents.get(index)) {
    const { start, end } = document.blocks[index]!;
    path.unshift(withoutMarks(document.text.slice(start, end)));
  }
  return path;
}
