/**
 * A page or a piece of one as plain data. The same view becomes an HTML string on the server (`to-html.ts`) and DOM
 * nodes in the browser (`web/dom.ts`), so that a page reads the same with and without JavaScript. Text is always text:
 * there is no way to put markup in, and the few attributes that could run something are refused here, for both.
 */
export interface ViewElement {
  tag: string;
  attributes: Record<string, string>;
  children: ViewNode[];
}

export type ViewNode = ViewElement | string;

type AttributeValue = string | number | boolean | undefined;
export type ViewChild = ViewNode | false | null | undefined | readonly ViewChild[];

/** Everything the product's pages are made of. Nothing here loads or runs anything by itself. */
const allowedTags = new Set(
  `a article aside b blockquote button br caption circle cite code dd details dfn dialog div dl dt em fieldset figure
  figcaption footer form g h1 h2 h3 h4 h5 h6 header hr i input kbd label legend li line main mark nav ol option output p path pre
  q rect section select small span strong sub summary sup svg table tbody td textarea tfoot th thead time tr ul
  bekostigings-wijzer`.split(/\s+/),
);

const addressAttributes = new Set(['href', 'action', 'formaction', 'cite']);

/**
 * Addresses a reader may be sent to: inside this site, inside this page, or `https:` elsewhere.
 * Control characters and spaces are refused, since browsers drop them while reading a scheme.
 */
export function isSafeAddress(address: string): boolean {
  if (/[\u0000-\u0020\\]/.test(address)) return false;
  if (address.startsWith('#') || address.startsWith('?')) return true;
  if (address.startsWith('/')) return !address.startsWith('//');
  return /^https:\/\/[^/@]+(?:\/|$|\?|#)/i.test(address);
}

/** Builds a view element. `undefined` and `false` attributes are left out, `true` becomes an empty attribute. */
export function h(tag: string, attributes: Record<string, AttributeValue> = {}, ...children: ViewChild[]): ViewElement {
  if (!allowedTags.has(tag)) throw new TypeError(`No such element in a view: ${tag}`);
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (/^on/i.test(name) || name === 'style' || name === 'srcdoc') throw new TypeError(`No such attribute: ${name}`);
    if (addressAttributes.has(name) && !isSafeAddress(String(value))) continue;
    kept[name] = value === true ? '' : String(value);
  }
  return { tag, attributes: kept, children: flatten(children) };
}

/** Nested lists of children become one list; absent children are dropped. */
export function flatten(children: readonly ViewChild[]): ViewNode[] {
  return children.flatMap((child): ViewNode[] => {
    if (child === false || child === null || child === undefined) return [];
    return Array.isArray(child) ? flatten(child as readonly ViewChild[]) : [child as ViewNode];
  });
}

/** The text a reader sees, without the markup. */
export function textOf(node: ViewNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
