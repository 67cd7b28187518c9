import { Lexer, type MarkedToken, type Token } from 'marked';
import { h, isSafeAddress, type ViewChild, type ViewNode } from './view.ts';

export interface AnswerViewOptions {
  /** What stands in the text for `[n]`; undefined leaves the marker as text (no such citation). */
  marker: (n: number) => ViewNode | undefined;
  /** Whether an address may become a link: only those of the sources. */
  allowsAddress: (address: string) => boolean;
  /** Level of a first-level heading of the answer. */
  headingLevel?: number;
}

/** Pages of the product that an answer may lead to: a source, or the guided check with what the question told. */
export const isOwnPage = (address: string): boolean => /^\/(?:bronnen\/|check(?:[#/?]|$))/.test(address);

/**
 * An answer's Markdown as a view: paragraphs, lists, emphasis, quotes, tables and citation markers. Markup inside the
 * Markdown stays text, images become their description, and a link is kept only when its address is one of the sources'.
 */
export function answerView(markdown: string, options: AnswerViewOptions): ViewNode[] {
  return Lexer.lex(markdown, { gfm: true }).map((token) => blockView(token as MarkedToken, options)).filter(present);
}

const present = (node: ViewNode | undefined): node is ViewNode => node !== undefined;

function blockView(token: MarkedToken, options: AnswerViewOptions): ViewNode | undefined {
  switch (token.type) {
    case 'space':
    case 'def':
      return undefined;
    case 'heading':
      return h(`h${Math.min(6, token.depth - 1 + (options.headingLevel ?? 3))}`, {}, inline(token.tokens, options));
    case 'paragraph':
      return h('p', {}, inline(token.tokens, options));
    case 'blockquote':
      return h('blockquote', {}, blocks(token.tokens, options));
    case 'list':
      return h(
        token.ordered ? 'ol' : 'ul',
        { start: token.ordered && token.start !== '' && token.start !== 1 ? token.start : undefined },
        token.items.map((item) => h('li', {}, blocks(item.tokens, options))),
      );
    case 'table':
      return h(
        'div',
        { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': 'Tabel' },
        h(
          'table',
          {},
          h('thead', {}, h('tr', {}, token.header.map((cell) => h('th', { scope: 'col' }, inline(cell.tokens, options))))),
          h('tbody', {}, token.rows.map((row) => h('tr', {}, row.map((cell) => h('td', {}, inline(cell.tokens, options)))))),
        ),
      );
    case 'code':
      return h('pre', {}, h('code', {}, token.text));
    case 'hr':
      return h('hr');
    case 'html':
      return h('p', {}, token.raw.trimEnd());
    default:
      return h('span', {}, inlineToken(token, options));
  }
}

function blocks(tokens: readonly Token[], options: AnswerViewOptions): ViewChild[] {
  return tokens.map((token) =>
    // A tight list item holds its text directly, without a paragraph.
    token.type === 'text' ? inlineToken(token as MarkedToken, options) : blockView(token as MarkedToken, options),
  );
}

function inline(tokens: readonly Token[], options: AnswerViewOptions): ViewChild[] {
  return tokens.map((token) => inlineToken(token as MarkedToken, options));
}

function inlineToken(token: MarkedToken, options: AnswerViewOptions): ViewChild {
  switch (token.type) {
    case 'strong':
    case 'em':
      return h(token.type, {}, inline(token.tokens, options));
    case 'codespan':
      return h('code', {}, token.text);
    case 'br':
      return h('br');
    case 'link': {
      // `[1]: address` in an answer must not turn the marker [1] into a link.
      if (/^\[\d+\]$/.test(token.raw)) return withMarkers(token.raw, options);
      const allowed = isSafeAddress(token.href) && options.allowsAddress(token.href);
      return allowed
        ? h('a', { href: token.href, rel: 'noopener noreferrer' }, inline(token.tokens, options))
        : inline(token.tokens, options);
    }
    case 'image':
      return token.text;
    case 'text':
      return 'tokens' in token && token.tokens ? inline(token.tokens, options) : withMarkers(token.text, options);
    case 'escape':
      return token.text;
    default:
      return withMarkers(token.raw, options);
  }
}

/** Shorter words between quotation marks are a term, not a sentence of a source. */
const shortestQuote = 25;

/** What stands between “ and ” is a source's own sentence and gets the letter of the sources. Pairs may stand inside one another. */
function withMarkers(text: string, options: AnswerViewOptions): ViewChild[] {
  const parts: ViewChild[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '“') {
      if (depth === 0) {
        parts.push(markersIn(text.slice(from, at), options));
        from = at;
      }
      depth += 1;
    } else if (character === '”' && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        const quoted = markersIn(text.slice(from, at + 1), options);
        parts.push(at - from < shortestQuote ? quoted : h('span', { class: 'quoted' }, quoted));
        from = at + 1;
      }
    }
  }
  return [...parts, markersIn(text.slice(from), options)];
}

/** `[1]`, `[1, 2]` and `[1][2]` become markers; anything else stays text. */
function markersIn(text: string, options: AnswerViewOptions): ViewChild[] {
  return text.split(/(\[\d{1,3}(?:,\s?\d{1,3})*\])/).map((part, index) => {
    if (index % 2 === 0) return part;
    const numbers = part.slice(1, -1).split(',').map(Number);
    const markers = numbers.map((n) => options.marker(n));
    return markers.every(present) ? markers : part;
  });
}
