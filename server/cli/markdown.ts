import type colours from 'picocolors';

/** Colours on or off, as `picocolors` decides for the terminal. */
export type Colours = ReturnType<typeof colours.createColors>;

type Style = 'quote' | 'strong' | 'marker' | 'plain';

interface Word {
  text: string;
  style: Style;
  /** Without a space to the word before (`**PGAZ**: …`). */
  glued?: boolean;
}

/**
 * The Markdown of our answers for a terminal: quotes coloured, block quotes indented, emphasis bold, links
 * with their address, no escapes left. Nothing of a quote's words is changed.
 * @param width columns
 */
export function renderMarkdown(markdown: string, width: number, colours: Colours): string {
  return markdown
    .split('\n')
    .map((line) => {
      const block = /^> ?(.*?) *$/.exec(line);
      if (block) {
        const [, text = '', marker = ''] = /^(.*?)( \[\d+\])?$/s.exec(block[1] ?? '') ?? [];
        return wrap([...wordsOf(text, 'quote'), ...wordsOf(marker.trim(), 'marker')], width, 4, colours);
      }
      const item = /^(- )(.*)$/.exec(line);
      return wrap([...(item ? [{ text: '•', style: 'plain' as const }] : []), ...styled(item ? item[2]! : line)], width, 0, colours);
    })
    .join('\n');
}

/** Quotes (`“…” [1]`), emphasis, links and markers of a line of text. */
function styled(line: string): Word[] {
  const parts = /(“.*?”(?= \[\d+\]))|\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)]+)\)|(?<!\\)(\[\d+\])/gs;
  const words: Word[] = [];
  let spaced = true;
  const add = (text: string, style: Style): void => {
    const [first, ...rest] = wordsOf(text, style);
    if (first) words.push({ ...first, glued: !spaced && !/^\s/.test(text) }, ...rest);
    if (text !== '') spaced = /\s$/.test(text);
  };
  let at = 0;
  for (const { 0: whole, 1: quote, 2: strong, 3: label, 4: address, 5: marker, index } of line.matchAll(parts)) {
    add(line.slice(at, index), 'plain');
    if (quote !== undefined) add(quote, 'quote');
    else if (strong !== undefined) add(strong, 'strong');
    else if (marker !== undefined) add(marker, 'marker');
    else add(`${label} (${address})`, 'plain');
    at = index + whole.length;
  }
  add(line.slice(at), 'plain');
  return words;
}

function wordsOf(text: string, style: Style): Word[] {
  return text
    .replace(/\\([!-/:-@[-`{-~]|\d)/g, '$1')
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({ text: word, style }));
}

/** Lines of at most `width` columns; a word's colour takes no room. */
function wrap(words: readonly Word[], width: number, indent: number, colours: Colours): string {
  const lines: Word[][] = [[]];
  let used = indent;
  for (const word of words) {
    const line = lines.at(-1)!;
    const needed = word.text.length + (line.length > 0 && !word.glued ? 1 : 0);
    if (line.length > 0 && !word.glued && used + needed > width) {
      lines.push([word]);
      used = indent + word.text.length;
    } else {
      line.push(word);
      used += needed;
    }
  }
  return lines.map((line) => (line.length > 0 ? ' '.repeat(indent) : '') + paint(line, colours)).join('\n');
}

/** Neighbours of one style share one colour. */
function paint(line: readonly Word[], colours: Colours): string {
  const runs: Word[] = [];
  for (const { text, style, glued } of line) {
    const last = runs.at(-1);
    if (last?.style === style) last.text += `${glued ? '' : ' '}${text}`;
    else runs.push({ text, style, ...(glued && { glued }) });
  }
  const colour: Record<Style, (text: string) => string> = { quote: colours.cyan, strong: colours.bold, marker: colours.yellow, plain: (text) => text };
  return runs.map(({ text, style, glued }, i) => `${glued || i === 0 ? '' : ' '}${colour[style](text)}`).join('');
}
