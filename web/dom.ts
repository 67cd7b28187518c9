import { flatten, h, type ViewChild, type ViewNode } from '../server/views/view.ts';

const svgTags = new Set(['svg', 'path', 'rect', 'circle', 'line', 'g']);
const svgNamespace = 'http://www.w3.org/2000/svg';

type Handlers = { [event in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[event]) => void };
type Attributes = Record<string, string | number | boolean | undefined>;

/** A view as DOM nodes. Text becomes text nodes; no markup is ever parsed, so this works under `trusted-types 'none'`. */
export function toDom(view: ViewNode): Node {
  if (typeof view === 'string') return document.createTextNode(view);
  const element = svgTags.has(view.tag)
    ? document.createElementNS(svgNamespace, view.tag)
    : document.createElement(view.tag);
  for (const [name, value] of Object.entries(view.attributes)) element.setAttribute(name, value);
  element.append(...view.children.map(toDom));
  return element;
}

/** An element with handlers and children that may be views or nodes. Names and attributes are checked as in `h`. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  children: readonly (ViewChild | Node)[] | ViewChild | Node = [],
  handlers: Handlers = {},
): HTMLElementTagNameMap[Tag] {
  const element = toDom(h(tag, attributes)) as HTMLElementTagNameMap[Tag];
  element.append(...nodesOf(Array.isArray(children) ? children : [children as ViewChild | Node]));
  for (const [event, handler] of Object.entries(handlers)) element.addEventListener(event, handler as EventListener);
  return element;
}

function nodesOf(children: readonly (ViewChild | Node)[]): Node[] {
  return children.flatMap((child) => (child instanceof Node ? [child] : flatten([child]).map(toDom)));
}

/** Puts views or nodes in the place of an element's children. */
export function fillElement(element: Element, ...children: readonly (ViewChild | Node)[]): void {
  element.replaceChildren(...nodesOf(children));
}

/**
 * Lets `/…` links lead to the server, which for a widget is another origin than the page; `base` is empty on its own pages.
 * There they open beside the page: it is somebody else's, and nothing in the source would lead back to it.
 */
export function prefixLinks(root: ParentNode, base: string): void {
  if (base === '') return;
  for (const link of root.querySelectorAll('a[href^="/"]')) {
    link.setAttribute('href', base + (link.getAttribute('href') ?? ''));
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener');
  }
}
