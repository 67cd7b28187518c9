import { escapeHtml } from '../../text/escape-html.ts';
import type { ViewNode } from '../../views/view.ts';

/** Elements without content or end tag. */
const voidTags = new Set(['br', 'hr', 'input']);

/** A view as HTML. Every text and attribute is escaped; element names come from the view's own list. */
export function toHtml(view: ViewNode): string {
  if (typeof view === 'string') return escapeHtml(view);
  const attributes = Object.entries(view.attributes).map(([name, value]) => (value === '' && name !== 'value' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`));
  const start = `<${view.tag}${attributes.join('')}>`;
  if (voidTags.has(view.tag)) return start;
  // A parser drops one newline right after <textarea> and <pre>; one more keeps what was typed.
  const guard = view.tag === 'textarea' || view.tag === 'pre' ? '\n' : '';
  return `${start}${guard}${view.children.map(toHtml).join('')}</${view.tag}>`;
}
