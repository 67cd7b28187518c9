import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod/v4';
import { dutchReason } from './dutch-reason.ts';
import type { FileFault } from './file-fault.ts';

export type DataPath = readonly (string | number)[];

/**
 * A YAML file whose faults are reported with the line they stand on. The index carries the same files as JSON, which is
 * YAML too and read many times faster.
 */
export class YamlFile {
  readonly name: string;
  /** What the file holds; undefined when it is no YAML. */
  readonly data: unknown;
  readonly #lines = new LineCounter();
  readonly #text: string;
  readonly #faults: FileFault[];
  #document: Document | undefined;

  /** @param name path below `dir` with forward slashes; @param faults where faults are added */
  constructor(dir: string, name: string, faults: FileFault[], text: string | undefined = textOf(dir, name)) {
    this.name = name;
    this.#faults = faults;
    this.#text = text ?? '';
    if (text === undefined) faults.push({ file: name, line: 0, reason: 'dit bestand ontbreekt of is niet te lezen' });
    this.data = parseJson(this.#text);
    if (this.data !== undefined) return;
    const document = this.#parse();
    this.data = document.errors.length === 0 ? document.toJS() : undefined;
    for (const error of document.errors) {
      const reason =
        error.code === 'DUPLICATE_KEY'
          ? 'dit staat hier twee keer; laat er één staan'
          : `dit is geen geldige YAML (${error.message})`;
      faults.push({ file: name, line: this.#lines.linePos(error.pos[0]).line, reason });
    }
  }

  /** The same for text that is already in memory. */
  static of(text: string, name: string, faults: FileFault[]): YamlFile {
    return new YamlFile('', name, faults, text);
  }

  /** The content in the form asked for, or undefined with the faults reported. */
  read<Form extends z.ZodType>(form: Form): z.output<Form> | undefined {
    if (this.#faults.some(({ file }) => file === this.name)) return undefined;
    const { data } = this;
    const result = form.safeParse(data);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const { path, reason } = dutchReason(issue, data);
      this.report(path, reason);
    }
    return undefined;
  }

  report(path: DataPath, reason: string): void {
    this.#faults.push({ file: this.name, line: this.lineOf(path), reason });
  }

  /** Line of the value at a path, or of the nearest thing around it that is there. */
  lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = this.#parse().getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#lines.linePos(node.range[0]).line;
    }
    return 1;
  }

  #parse(): Document {
    this.#document ??= parseDocument(this.#text, { lineCounter: this.#lines, prettyErrors: false });
    return this.#document;
  }
}

function textOf(dir: string, name: string): string | undefined {
  try {
    return readFileSync(join(dir, ...name.split('/')), 'utf8');
  } catch {
    return undefined;
  }
}

/** What JSON text holds; undefined for other YAML. */
function parseJson(text: string): unknown {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
