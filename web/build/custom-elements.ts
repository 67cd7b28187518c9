/** What editors and documentation read of the element (custom-elements.json, schema 1.0.0). */

const attributes = [
  { name: 'server', type: { text: 'string' }, description: 'Address of the server; without it the place where the script came from.' },
  { name: 'mode', type: { text: "'inline' | 'bubble' | 'page'" }, default: "'inline'", description: 'In the text, as a button in the corner, or as a whole page.' },
  { name: 'theme', type: { text: "'auto' | 'light' | 'dark' | 'contrast'" }, default: "'auto'", description: 'Colours; auto follows the system.' },
  { name: 'lang', type: { text: "'nl'" }, default: "'nl'", description: 'Language of the texts; Dutch alone.' },
];

const events = [
  { name: 'bw-open', type: { text: 'CustomEvent' }, description: 'The bubble was opened.' },
  { name: 'bw-close', type: { text: 'CustomEvent' }, description: 'The bubble was closed.' },
  { name: 'bw-question', type: { text: 'CustomEvent<{ id: string }>' }, description: 'A question was sent.' },
  { name: 'bw-answer', type: { text: 'CustomEvent<{ id: string; outcome: string; citations: number }>' }, description: 'An answer came.' },
  { name: 'bw-error', type: { text: 'CustomEvent<{ id: string; kind: string }>' }, description: 'No answer came.' },
];

export const cssParts = ['launcher', 'panel', 'header', 'question', 'answer', 'marker', 'source', 'source-panel', 'composer', 'input', 'send', 'stop'];

/** Those that a host page is meant to set; the others of the style sheets may change. */
export const cssProperties = ['--bw-accent', '--bw-accent-deep', '--bw-accent-soft', '--bw-on-accent', '--bw-paper', '--bw-surface', '--bw-ink', '--bw-font', '--bw-font-size', '--bw-radius', '--bw-height', '--bw-width', '--bw-z-index'];

/** @param path of the module that holds the class; `register` defines it */
export function customElementsManifest(path: string, register: string): object {
  const declaration = {
    kind: 'class',
    customElement: true,
    name: 'BekostigingsWijzer',
    tagName: 'bekostigings-wijzer',
    superclass: { name: 'HTMLElement' },
    description: 'Ask how coordination between carers is paid for in the Netherlands, with verbatim quotes.',
    attributes,
    members: [
      { kind: 'method', name: 'open', return: { type: { text: 'Promise<void>' } }, description: 'Opens the bubble.' },
      { kind: 'method', name: 'close', return: { type: { text: 'void' } }, description: 'Closes the bubble.' },
      { kind: 'field', name: 'mode', readonly: true, type: { text: "'inline' | 'bubble' | 'page'" } },
    ],
    events,
    cssParts: cssParts.map((name) => ({ name })),
    cssProperties: cssProperties.map((name) => ({ name })),
  };
  return {
    schemaVersion: '1.0.0',
    modules: [
      { kind: 'javascript-module', path, declarations: [declaration], exports: [{ kind: 'js', name: 'BekostigingsWijzer', declaration: { name: 'BekostigingsWijzer', module: path } }] },
      { kind: 'javascript-module', path: register, exports: [{ kind: 'custom-element-definition', name: 'bekostigings-wijzer', declaration: { name: 'BekostigingsWijzer', module: path } }] },
    ],
  };
}

/** The class as TypeScript sees it. */
export const elementTypes = `/** Ask how coordination between carers is paid for in the Netherlands. */
export declare class BekostigingsWijzer extends HTMLElement {
  static readonly observedAttributes: string[];
  readonly mode: 'inline' | 'bubble' | 'page';
  /** Opens the bubble; resolves when it is open or could not be loaded. */
  open(): Promise<void>;
  close(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'bekostigings-wijzer': BekostigingsWijzer;
  }
  interface HTMLElementEventMap {
${events.map(({ name, type }) => `    '${name}': ${type.text};`).join('\n')}
  }
}
`;
