import { Marked } from 'marked';
import { escapeHtml, SafeHtml } from './html.ts';

/** Markers `[1]` outside of links and code, which become links to the list of citations. */
const marker = /^\[(\d{1,2})\](?!\()/;

const marked = new Marked({
  async: false,
  gfm: true,
  extensions: [
    {
      name: 'citation',
      level: 'inline',
      start: (text: string) => text.search(/\[\d/),
      tokenizer(text: string) {
        const match = marker.exec(text);
        return match ? { type: 'citation', raw: match[0], n: match[1] } : undefined;
      },
      renderer: (token) => `<a class="verwijzing" href="#bron-${String(token['n'])}">[${String(token['n'])}]</a>`,
    },
  ],
  renderer: {
    html: ({ text }) => escapeHtml(text),
    // an answer may point to a source here or at https, nowhere else
    link({ href, tokens }) {
      const label = this.parser.parseInline(tokens);
      return /^(https:\/\/|\/(?!\/)|#)/.test(href) && !/[\s\\]/.test(href) ? `<a href="${escapeHtml(href)}" rel="noreferrer">${label}</a>` : label;
    },
    image: ({ text }) => escapeHtml(text),
  },
});

/** An answer's Markdown as HTML: no raw HTML, no images, no links but to sources. */
export function renderMarkdown(text: string): SafeHtml {
  return new SafeHtml(marked.parse(text) as string);
}
