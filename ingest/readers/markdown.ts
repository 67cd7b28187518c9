import { load } from 'cheerio';
import { Lexer, lexer, type Token, type Tokens } from 'marked';
import type { SourceText } from '../canonical/source-text.ts';
import { BlockBuilder } from './block-builder.ts';
import { htmlBlocks, raised } from './html.ts';
import { pieces } from '../canonical/bounds.ts';
import { LIMITS } from './limits.ts';
import { decode } from './text.ts';
import { TooDeepError } from './too-deep-error.ts';

/** From this length on a line was not wrapped, and every line end is a paragraph end. */
const UNWRAPPED_LINE = 200;
/** A longer paragraph is cut: what the lexer costs grows with the square of it. */
const LONGEST_PARAGRAPH = 8000;
/** Each such line is lexed by itself. */
const OWN_LINE = /^\s*(?:\||[-*+>]\s|\d+[.)]\s|#)/;

/** Markdown by marked's lexer; its renderer would number lists anew, and the numbers of articles are content. */
export function readMarkdown(bytes: Uint8Array): SourceText {
  const { text, warnings } = decode(bytes);
  const builder = new BlockBuilder();
  for (const token of lexer(prepare(text.replace(/\r\n?/g, '\n')), { gfm: true })) block(token, builder, 0);
  return builder.build(text, warnings);
}

/** `##Titel` without a space, as many exports write it, and one paragraph a line. */
function prepare(text: string): string {
  const lines = bounded(text.split('\n'));
  const unwrapped = lines.some((line) => line.length > UNWRAPPED_LINE && !line.includes('|'));
  return lines
    .map((line) => line.replace(/^\s*(#{1,6})(?=[^#\s])/, '$1 '))
    // Four blanks would make code of a paragraph, and documents of this kind hold none.
    .map((line) => (unwrapped ? line.replace(/^ {4,}/, '   ') : line))
    .map((line) => (unwrapped && !line.trimStart().startsWith('|') ? `${line.trimEnd()}\n` : line))
    .join('\n');
}

/** Lines of a length, paragraphs of a number of them, and no deeper quotations than people make. @throws TooDeepError */
function bounded(lines: readonly string[]): string[] {
  const result: string[] = [];
  let size = 0;
  for (const line of lines) {
    const lead = /^[\s>*+-]*/.exec(line)![0];
    if (lead.replace(/[^>*+-]/g, '').length > LIMITS.nesting || lead.replaceAll('\t', '    ').length > 8 * LIMITS.nesting) {
      // A rule across the page is no nesting.
      if (lead.trim() !== line.trim() || line.includes('>')) throw new TooDeepError();
    }
    for (const [start, end] of pieces(line, LONGEST_PARAGRAPH)) {
      size = line.trim() === '' || OWN_LINE.test(line) ? 0 : size;
      size += end - start + 1;
      if (size > LONGEST_PARAGRAPH && end - start > 0) {
        result.push('');
        size = end - start + 1;
      }
      result.push(line.slice(start, end));
    }
  }
  return result;
}

function block(token: Token, builder: BlockBuilder, depth: number): void {
  switch (token.type) {
    case 'space':
    case 'hr':
    case 'def':
      if (token.type === 'def') builder.removed(token.raw, 'adres van een verwijzing');
      return;
    case 'heading':
      // "* *Categorie I* *": emphasis that the export left open.
      builder.heading((token as Tokens.Heading).depth, inline(token, builder).replace(/^[\s*]+|[\s*]+$/g, ''));
      return;
    case 'list':
      list(token as Tokens.List, builder, depth);
      return;
    case 'table':
      table(token.raw, builder);
      return;
    case 'blockquote':
      for (const child of (token as Tokens.Blockquote).tokens) block(child, builder, depth);
      return;
    case 'html':
      for (const one of htmlBlocks(token.raw, { whole: true }).blocks ?? []) builder.paragraph(one.text);
      return;
    case 'code':
      builder.paragraph((token as Tokens.Code).text);
      return;
    default:
      builder.paragraph(inline(token, builder));
  }
}

/** From the source lines: the lexer drops cells of rows that are longer than the first. */
function table(raw: string, builder: BlockBuilder): void {
  const rows = raw
    .split('\n')
    .map((line) => line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/))
    .map((cells) => cells.map((cell) => cell.replaceAll('\\|', '|').trim()).filter((cell) => !/^:?-*:?$/.test(cell)))
    .map((cells) => cells.map((cell) => inline({ tokens: Lexer.lexInline(cell) }, builder)))
    .filter((cells) => cells.length > 0);
  // One column is running text in a frame.
  if (rows.every((cells) => cells.length === 1)) rows.forEach((cells) => builder.paragraph(cells[0] ?? ''));
  else builder.table(rows);
}

function list(token: Tokens.List, builder: BlockBuilder, depth: number): void {
  for (const item of token.items) {
    const number = token.ordered ? (/^\s*(\d+[.)])/.exec(item.raw)?.[1] ?? '') : '';
    let text = '';
    let written = false;
    const write = (): void => {
      if (written || text.trim() === '') return;
      builder.item(depth, number, text);
      written = true;
      text = '';
    };
    for (const child of item.tokens) {
      if (child.type === 'space' || child.type === 'checkbox') continue;
      if (!written && (child.type === 'text' || (child.type === 'paragraph' && text === ''))) {
        text += `${inline(child, builder)} `;
        if (child.type === 'paragraph') write();
      } else {
        write();
        if (!written) builder.item(depth, number, '');
        written = true;
        block(child, builder, depth + 1);
      }
    }
    write();
    if (!written && number !== '') builder.item(depth, number, '');
  }
}

/** Running text of a token without emphasis; addresses of links are listed as removed unless they are the text. */
function inline(token: { tokens?: Token[]; text?: string; raw?: string }, builder: BlockBuilder): string {
  const tokens = token.tokens;
  if (!tokens) return decodeEntities(token.text ?? token.raw ?? '');
  let text = '';
  for (let at = 0; at < tokens.length; at += 1) {
    const child = tokens[at] as Token;
    if (child.type === 'html' && /^<sup\b/i.test(child.raw)) {
      let inner = '';
      for (at += 1; at < tokens.length && !/^<\/sup/i.test(tokens[at]?.raw ?? ''); at += 1) {
        inner += inline({ tokens: [tokens[at] as Token] }, builder);
      }
      text += raised(inner, builder);
    } else if (child.type === 'html') text += /^<br/i.test(child.raw) ? ' ' : '';
    else if (child.type === 'br') text += ' ';
    else if (child.type === 'escape') text += decodeEntities((child as Tokens.Escape).text);
    else if (child.type === 'link' || child.type === 'image') {
      const { href } = child as Tokens.Link;
      const words = inline(child, builder);
      if (!words.includes(href.replace(/^mailto:/, ''))) builder.removed(href, 'adres van een verwijzing');
      text += words;
    } else text += inline(child, builder);
  }
  return text;
}

const decodeEntities = (text: string): string => (text.includes('&') ? load(text, null, false).text() : text);
