import type { CanonicalDocument, SourceMetadata } from '../../server/corpus/document.ts';
import { assemble } from './assemble.ts';
import { boundBlocks, LONGEST } from './bounds.ts';
import { cleanCharacters } from './characters.ts';
import { superscript, takeFootnotes, withoutMarks, type Footnote } from './footnotes.ts';
import { findHeadings } from './headings.ts';
import { joinLines, repairHyphens } from './join-lines.ts';
import { layoutLines } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { findStarNotes, nestLists, restoreBullets } from './lists.ts';
import { pageLines } from './page-lines.ts';
import { emptyReport, type CanonicalReport, type RawBlock, type SourceText } from './source-text.ts';
import { joinTables } from './tables.ts';

export interface Canonicalised {
  document: CanonicalDocument;
  report: CanonicalReport;
}

/** Makes the text that readers see and offsets count in, with pages, blocks and sentences. Pure: same input, same text. */
export function canonicalise(source: SourceText, meta: SourceMetadata, lexicon: Lexicon): Canonicalised {
  const report = emptyReport();
  report.pages = source.pages.length;
  report.warnings.push(...(source.warnings ?? []));
  // Too many to be given to a call one by one.
  report.removed = [...(source.removed ?? [])];
  const blocks = boundBlocks(source.blocks ? source.blocks.map((block) => ({ ...block })) : textBlocks(source, lexicon, report));
  for (const block of blocks) repair(block, lexicon, report);
  warnRepeats(blocks, report);

  const assembled = assemble(blocks, Math.max(1, source.pages.length));
  report.words = countWords(assembled.text);
  warnEndlessWord(assembled.text, report);
  report.headings = blocks
    .filter((block) => block.kind === 'heading')
    .map((block) => ({ level: block.level ?? 1, text: withoutMarks(block.text), page: block.page }));
  return { document: { ...meta, ...assembled }, report };
}

function textBlocks({ pages, measures }: SourceText, lexicon: Lexicon, report: CanonicalReport): RawBlock[] {
  const cleaned = pages.map((page) => {
    const { text, hidden } = cleanCharacters(page);
    report.hiddenCharacters += hidden;
    return text;
  });
  const { lines, removed } = pageLines(cleaned, measures);
  report.removed = report.removed.concat(removed);
  const { lines: body, footnotes } = takeFootnotes(lines);
  report.footnotes = footnotes.length;
  const blocks = joinTables(layoutLines(body, lexicon, report));
  findStarNotes(blocks);
  findHeadings(blocks);
  restoreBullets(blocks);
  nestLists(blocks);
  return placeFootnotes(blocks, footnotes, lexicon, report);
}

/**
 * Footnotes go to the end of their page. Where the last paragraph of the page runs on to the next page, they stand
 * before it, so that the sentence stays whole and the footnote on its page.
 */
function placeFootnotes(
  blocks: readonly RawBlock[],
  footnotes: readonly Footnote[],
  lexicon: Lexicon,
  report: CanonicalReport,
): RawBlock[] {
  const result: RawBlock[] = [];
  const lastPage = (block: RawBlock): number => block.breaks?.at(-1)?.page ?? block.page;
  let next = 0;
  // Notes come in the order of their pages, as blocks do.
  for (const note of footnotes) {
    for (; next < blocks.length && lastPage(blocks[next]!) <= note.page; next += 1) result.push(blocks[next]!);
    const text = joinNote(note, lexicon, report);
    result.push({ kind: 'footnote', page: note.page, text: `${superscript(note.number)} ${text}` });
  }
  for (; next < blocks.length; next += 1) result.push(blocks[next]!);
  return result;
}

function joinNote({ page, lines: [first = '', ...lines] }: Footnote, lexicon: Lexicon, report: CanonicalReport): string {
  const parts = [first];
  for (const line of lines) {
    const before = parts.at(-1)!;
    // No note is that long: what goes on for ever is not joined to all that went before.
    if (before.length > LONGEST.block) {
      parts.push(line);
      continue;
    }
    const join = joinLines(before, line, lexicon);
    if (join.word) report.joined.push({ page, ...join.word });
    parts[parts.length - 1] = before.slice(0, before.length - join.cut) + join.glue + (join.head === undefined ? line : join.head + line.slice(1));
  }
  return parts.join(' ');
}

function repair(block: RawBlock, lexicon: Lexicon, report: CanonicalReport): void {
  if (block.kind === 'table') return;
  const { text, words } = repairHyphens(block.text, lexicon);
  if (words.length === 0) return;
  // Keep page breaks on the same text: count what was taken out before each.
  for (const at of block.breaks ?? []) at.at = repairHyphens(block.text.slice(0, at.at), lexicon).text.length;
  report.joined.push(...words.map((word) => ({ page: block.page, ...word })));
  block.text = text;
}

/** Shorter repeats mean nothing; laws repeat clauses far apart, the fault of an extraction stands close by. */
const SHORTEST_REPEAT = 80;
const LONGEST_REPEAT = 5000;
const NEARBY_BLOCKS = 3;

function warnRepeats(blocks: readonly RawBlock[], report: CanonicalReport): void {
  blocks.forEach((block, at) => {
    if (block.text.length < SHORTEST_REPEAT || block.text.length > LONGEST_REPEAT || block.kind === 'heading') return;
    const earlier = blocks.slice(Math.max(0, at - NEARBY_BLOCKS), at).find((other) => other.text.includes(block.text));
    if (earlier) {
      report.warnings.push(
        `Pagina ${block.page}: deze alinea staat ook op pagina ${earlier.page}; beide zijn bewaard: "${block.text.slice(0, 60)}…"`,
      );
    }
  });
}

function countWords(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}]+(?:[-'’&.][\p{L}\p{N}]+)*/gu)) count += 1;
  return count;
}

/** No word and no address is that long: an image or a key that came along as text. */
function warnEndlessWord(text: string, report: CanonicalReport): void {
  const [word] = /\S{1000,}/.exec(text) ?? [];
  if (word !== undefined) report.warnings.push(`De tekst heeft een woord van minstens ${Math.min(word.length, LONGEST.line)} tekens: "${word.slice(0, 40)}…". Controleer of dit wel tekst is.`);
}
