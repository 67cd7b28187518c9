import { CHAPTER_NUMBER, SIGNATURE } from './line-breaks.ts';
import type { RawBlock } from './source-text.ts';

const LONGEST_HEADING = 110;
const CHAPTER =
  /^(?:Hoofdstuk|Bijlage|Deel|Titel|Bijeenkomst|Afdeling)\s*(?:\d+|[IVX]+|[A-Z])(?![\p{L}])/u;
const ARTICLE = /^(?:Artikel\s*\d+[\p{L}.\d]*|Enig artikel)(?:\s|$)/u;
/** `3. Knelpunten`, `3.a. Richtlijn`, `2.1 Doel`, `4 Hoe te gebruiken?` */
const NUMBER = /^(\d{1,2}(?:\.(?:\d{1,2}|[a-z]))*)\.?\s+[\p{Lu}‘“]/u;
const NUMBER_PREFIX = /^\d{1,2}(?:\.(?:\d{1,2}|[a-z]))*\.?\s+/;

type Form = 'chapter' | 'article' | 'number' | 'plain';

/** Turns paragraphs and numbered items that are headings into headings with a level (1 = chapter), in place. */
export function findHeadings(blocks: RawBlock[]): void {
  dropHeadingBullets(blocks);
  const forms = blocks.map((block, at) => headingForm(block, at, blocks));
  // A heading heads something: a short line before another such line is text (a version, a signature).
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    if (forms[at] === 'plain' && (blocks[at + 1] === undefined || forms[at + 1] === 'plain' || forms[at + 1] === 'chapter')) {
      forms[at] = undefined;
    }
  }
  const chaptersAbove = forms.indexOf('chapter') >= 0 && before(forms, 'chapter', 'number');
  const base = chaptersAbove ? 2 : 1;
  let numbered = 0;
  blocks.forEach((block, at) => {
    const form = forms[at];
    if (!form) return;
    const level = levelOf(form, block.text, base, numbered);
    if (form !== 'plain') numbered = level;
    block.kind = 'heading';
    block.level = level;
    delete block.style;
    delete block.bullet;
  });
}

function headingForm(block: RawBlock, at: number, blocks: readonly RawBlock[]): Form | undefined {
  const { text } = block;
  if (text.length > LONGEST_HEADING || text.includes('\n') || /^https?:/.test(text)) return undefined;
  if (block.kind === 'list-item' ? block.bullet || !NUMBER.test(text) : block.kind !== 'paragraph') return undefined;
  const title = text.replace(NUMBER_PREFIX, '');
  // More than one sentence, or a sentence that goes on.
  if (/[,;]$/.test(text) || /[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(title)) return undefined;
  const ending = /[.:]$/.test(text);
  if (CHAPTER.test(text) && !/\.$/.test(text)) return 'chapter';
  if (ending) return undefined;
  if (ARTICLE.test(text)) return 'article';
  if (NUMBER.test(text)) {
    return isShortList(block, at, blocks) || (CHAPTER_NUMBER.test(text) && text.length > 80) ? undefined : 'number';
  }
  if (block.kind !== 'paragraph' || !/^[\p{Lu}‘“]/u.test(text) || SIGNATURE.test(text)) return undefined;
  if (/^\p{Lu}[\p{Lu} ]{3,}$/u.test(text)) return 'chapter';
  // What an introduction announces is its content, not a heading.
  if (/:$/.test(blocks[at - 1]?.text ?? '') && blocks[at - 1]?.kind !== 'heading' && !CHAPTER.test(blocks[at - 1]?.text ?? '')) return undefined;
  return 'plain';
}

/** `1. Appels` `2. Peren`: numbered items with nothing between them are a list. */
function isShortList(block: RawBlock, at: number, blocks: readonly RawBlock[]): boolean {
  if (block.kind !== 'list-item') return false;
  return [blocks[at - 1], blocks[at + 1]].some(
    (other) => other?.kind === 'list-item' && !other.bullet && NUMBER.test(other.text) && other.style === block.style,
  );
}

/** A heading that the extraction gave the bullet of the list before it: no full stop, where all items have one. */
function dropHeadingBullets(blocks: RawBlock[]): void {
  blocks.forEach((block, at) => {
    if (block.kind !== 'list-item' || !block.bullet || blocks[at + 1]?.kind !== 'paragraph') return;
    if (/[.!?:;,]$/.test(block.text) || block.text.length > LONGEST_HEADING || !/^\p{Lu}/u.test(block.text)) return;
    const siblings: RawBlock[] = [];
    for (let back = at - 1; blocks[back]?.kind === 'list-item'; back -= 1) siblings.push(blocks[back] as RawBlock);
    if (siblings.some((item) => item.style !== block.style)) return;
    if (siblings.length < 2 || !siblings.every((item) => /[.!?][”’"')\]]*$/.test(item.text))) return;
    block.kind = 'paragraph';
    delete block.bullet;
    delete block.style;
  });
}

function levelOf(form: Form, text: string, base: number, numbered: number): number {
  if (form === 'chapter') return 1;
  if (form === 'plain') return numbered + 1;
  if (form === 'article') return base;
  return base + ((NUMBER.exec(text)?.[1]?.split('.').length ?? 1) - 1);
}

function before(forms: readonly (Form | undefined)[], first: Form, second: Form): boolean {
  const other = forms.indexOf(second);
  return other >= 0 && forms.indexOf(first) < other;
}
