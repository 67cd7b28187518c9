import { load, type Cheerio, type CheerioAPI } from 'cheerio';
import { superscript } from '../canonical/footnotes.ts';
import type { SourceText } from '../canonical/source-text.ts';
import { BlockBuilder } from './block-builder.ts';
import { checkNesting, checkTags } from './html-nesting.ts';
import { decode } from './text.ts';

type AnyNode = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number];
type Element = Extract<AnyNode, { attribs: object }>;

/** Never text of the document. */
const NO_TEXT = 'script, style, noscript, template, svg, iframe, object, canvas, head, link, meta';
/** Around the document: navigation, forms, cookie bars; what is hidden from a reader. */
const AROUND =
  'nav, aside, form, button, select, dialog, [role=navigation], [role=banner], [role=contentinfo], [role=search], ' +
  '[role=complementary], [role=dialog], [aria-hidden=true], [hidden], .breadcrumb, .cookie, .cookies, .skip-link, .sr-only';
const HIDDEN_STYLE = new RegExp(
  [
    'display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)',
    // Nothing, or less than one point.
    '(?:font-size|opacity|(?:max-)?(?:height|width))\\s*:\\s*0?(?:\\.0*)?0(?![.\\d])|font-size\\s*:\\s*0?\\.\\d+(?:px|pt)',
    // Far off the page, or clipped to nothing.
    '(?:left|top|right|bottom|text-indent|margin-left|margin-top)\\s*:\\s*-\\d{4,}',
    'clip\\s*:\\s*rect\\(\\s*0|clip-path\\s*:\\s*inset\\(\\s*(?:50|100)%',
    '(?:^|[;\\s])color\\s*:\\s*(?:white|transparent|#f{3,4}(?![\\da-f])|#f{6}(?:f{2})?(?![\\da-f])|rgba?\\(\\s*255\\s*,\\s*255\\s*,\\s*255|rgba\\([^)]*,\\s*0?\\.?0\\s*\\))',
  ].join('|'),
  'i',
);
/** White on a colour of its own is to be read. */
const HAS_BACKGROUND = /background/i;
const isHidden = (style: string): boolean => HIDDEN_STYLE.test(style) && (!HAS_BACKGROUND.test(style) || !/color/i.test(HIDDEN_STYLE.exec(style)?.[0] ?? ''));
/** Rules of a style sheet that are looked at, and the longest of them. */
const MOST_RULES = 2000;
const MAIN = ['main', '[role=main]', 'article', '#content', '#main', '.content', 'body'];
const BLOCKS = new Set(
  ('address article aside blockquote body details dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ' +
    'ol p pre section summary table tbody td tfoot th thead tr ul html').split(' '),
);

/** Main content of a page; what stands around it is listed as removed. */
export function readHtml(bytes: Uint8Array): SourceText {
  const { text, warnings } = decode(bytes);
  return htmlBlocks(text, { whole: false, warnings });
}

/** @param whole take everything (Word), instead of the main content of a web page */
export function htmlBlocks(html: string, { whole, warnings = [] }: { whole: boolean; warnings?: string[] }): SourceText {
  checkTags(html);
  const $ = load(html);
  checkNesting($);
  const builder = new BlockBuilder();
  const hiding = whole ? [] : hidingSelectors($('style').text());
  $(NO_TEXT).remove();
  const main = whole ? $('body') : mainContent($, builder, hiding);
  walk($, main, builder, 0);
  wordNotes($, main).forEach((note, at) => builder.footnote(at + 1, note));
  return builder.build(main.text(), warnings);
}

/** Of a style sheet what hides: simple selectors alone. */
function hidingSelectors(css: string): string[] {
  const selectors = new Set<string>();
  let rules = 0;
  for (const [, names = '', style = ''] of css.matchAll(/([^{}]{1,500})\{([^{}]{1,2000})\}/g)) {
    rules += 1;
    if (rules > MOST_RULES) break;
    if (!isHidden(style)) continue;
    for (const name of names.split(',')) if (/^\s*[a-z]*(?:[.#][\w-]+)+\s*$/i.test(name)) selectors.add(name.trim());
  }
  return [...selectors];
}

function mainContent($: CheerioAPI, builder: BlockBuilder, hidingSelectors: readonly string[]): Cheerio<Element> {
  const drop = (nodes: Cheerio<AnyNode>, why: string): void => {
    nodes.each((_, node) => builder.removed(readable($, node), why));
    nodes.remove();
  };
  drop($('[style]').filter((_, node) => isHidden(($(node).attr('style') ?? '').slice(0, 2000))), 'verborgen tekst');
  drop($('font[color=white], font[color="#fff" i], font[color="#ffffff" i]'), 'verborgen tekst');
  for (const selector of hidingSelectors) drop($(selector), 'verborgen tekst');
  drop($(AROUND), 'navigatie of formulier');
  const found = MAIN.map((selector) => $(selector).first()).find((one) => one.length > 0 && one.text().trim() !== '');
  const main = (found ?? $('body')) as Cheerio<Element>;
  if (main.is('body')) drop($('body > header, body > footer, body > * > header, body > * > footer'), 'kop of voet van de webpagina');
  else builder.removed(outside($, main), 'buiten de hoofdtekst van de webpagina');
  return main;
}

/** Text of the page that is not in the main content. */
function outside($: CheerioAPI, main: Cheerio<Element>): string {
  const mark = 'data-hoofdtekst';
  main.attr(mark, '');
  const copy = load($.html());
  main.removeAttr(mark);
  copy(`[${mark}]`).remove();
  return readable(copy, copy('body').get(0));
}

/** Text with spaces between blocks. */
function readable($: CheerioAPI, node: AnyNode | undefined): string {
  if (!node) return '';
  if (node.type === 'text') return node.data;
  return $(node)
    .contents()
    .toArray()
    .map((child) => readable($, child))
    .join(node.type === 'tag' && BLOCKS.has(node.name) ? ' ' : '');
}

/** Blocks of a container; text between blocks is a paragraph. */
function walk($: CheerioAPI, container: Cheerio<AnyNode>, builder: BlockBuilder, depth: number): void {
  let inline = '';
  const flush = (): void => {
    if (inline.trim() !== '') builder.paragraph(inline);
    inline = '';
  };
  for (const node of container.contents().toArray()) {
    if (node.type === 'text') inline += node.data;
    else if (node.type === 'tag' && !BLOCKS.has(node.name) && $(node).find([...BLOCKS].join(',')).length === 0) {
      inline += inlineText($, node, builder);
    } else if (node.type === 'tag') {
      flush();
      block($, node, builder, depth);
    }
  }
  flush();
}

function block($: CheerioAPI, node: Element, builder: BlockBuilder, depth: number): void {
  const one = $(node);
  const heading = /^h([1-6])$/.exec(node.name)?.[1];
  if (heading) builder.heading(Number(heading), inlineText($, node, builder));
  else if (node.name === 'ul' || node.name === 'ol') list($, one, builder, depth);
  else if (node.name === 'table') table($, one, builder);
  else walk($, one, builder, depth);
}

function list($: CheerioAPI, one: Cheerio<Element>, builder: BlockBuilder, depth: number): void {
  const ordered = one.is('ol');
  const type = one.attr('type') ?? '1';
  let number = Number(one.attr('start') ?? '1');
  for (const item of one.children().toArray()) {
    const child = $(item);
    if (!child.is('li')) {
      // Lists right inside lists, as some editors write them.
      if (child.is('ul, ol')) list($, child, builder, depth + 1);
      else builder.paragraph(inlineText($, item, builder));
      continue;
    }
    if (/^(?:footnote|endnote)-/.test(child.attr('id') ?? '')) continue;
    number = Number(child.attr('value') ?? number);
    let text = '';
    const nested: Element[] = [];
    for (const node of child.contents().toArray()) {
      if (node.type === 'tag' && /^(?:ul|ol|table)$/.test(node.name)) nested.push(node);
      else if (node.type === 'tag' && $(node).find('ul, ol, table').length > 0) {
        nested.push(node);
      } else text += ` ${inlineText($, node, builder)} `;
    }
    if (text.trim() !== '') builder.item(depth, ordered ? ordinal(number, type) : '', text);
    for (const node of nested) block($, node, builder, depth + 1);
    number += 1;
  }
}

function ordinal(number: number, type: string): string {
  if (type === 'a' && number <= 26) return `${String.fromCharCode(96 + number)}.`;
  if (type === 'A' && number <= 26) return `${String.fromCharCode(64 + number)}.`;
  return `${number}.`;
}

function table($: CheerioAPI, one: Cheerio<Element>, builder: BlockBuilder): void {
  const caption = one.children('caption').text();
  if (caption.trim() !== '') builder.paragraph(caption);
  builder.table(
    one
      .find('tr')
      .toArray()
      .map((row) =>
        $(row)
          .children('td, th')
          .toArray()
          .map((cell) => inlineText($, cell, builder)),
      ),
  );
}

/** Text of a node; raised figures become reference marks, a raised sentence with a number becomes a footnote. */
function inlineText($: CheerioAPI, node: AnyNode, builder: BlockBuilder): string {
  if (node.type === 'text') return node.data;
  if (node.type !== 'tag') return '';
  if (node.name === 'br' || node.name === 'hr') return ' ';
  const text = $(node)
    .contents()
    .toArray()
    .map((child) => inlineText($, child, builder))
    .join('');
  if (node.name === 'sup') return raised(text, builder);
  return BLOCKS.has(node.name) ? ` ${text} ` : text;
}

/** Also for Markdown: what `<sup>` holds. */
export function raised(text: string, builder: BlockBuilder): string {
  const match = /^\s*\[?(\d{1,3})\]?\s*(.*)$/s.exec(text);
  if (!match) return text;
  const number = Number(match[1]);
  const rest = match[2]?.trim() ?? '';
  if (rest === '') return superscript(number);
  return rest.length > 8 ? builder.note(number, rest) : text;
}

/** Footnotes of a Word document: mammoth puts them in a list at the end. */
function wordNotes($: CheerioAPI, main: Cheerio<AnyNode>): string[] {
  return main
    .find('li[id^=footnote-], li[id^=endnote-]')
    .toArray()
    .map((item) => {
      $(item).find('a[href^="#footnote-ref"], a[href^="#endnote-ref"]').remove();
      return readable($, item);
    });
}
