import { Marked } from 'marked';
import { escapeHtml } from '../../../server/text/escape-html.ts';
import { Markup } from '../../report/html/markup.ts';

/** Markdown of an answer as a reader sees it. Nothing in it becomes markup of its own; a link is its words, for the page stands alone. */
const markdown = new Marked({
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
    link({ tokens }) {
      return `<u>${this.parser.parseInline(tokens)}</u>`;
    },
    // The page has headings of its own.
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
    },
    checkbox: () => '',
  },
});

export const answerHtml = (text: string): Markup => new Markup(markdown.parse(text, { async: false }));
