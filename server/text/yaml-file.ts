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
  private readonly lines = new LineCounter();
  private readonly text: string;
  private document: Document | undefined;
  private readonly data: unknown;
  private readonly faults: FileFault[];

  /** @param name path below `dir` with forward slashes; @param faults where faults are added */
  constructor(dir: string, name: string, faults: FileFault[]) {
    this.name = name;
    this.faults = faults;
    let text = '';
    try {
      text = readFileSync(join(dir, ...name.split('/')), 'utf8');
    } catch {
      faults.push({ file: name, line: 0, reason: 'dit bestand ontbreekt of is niet te lezen' });
    }
    this.text = text;
    this.data = parseJson(text);
    if (this.data !== undefined) return;
    const document = this.parse();
    this.data = document.errors.length === 0 ? document.toJS() : undefined;
    for (const error of document.errors) {
      const reason =
        error.code === 'DUPLICATE_KEY'
          ? 'dit staat hier twee keer; laat er één staan'
          : `dit is geen geldige YAML (${error.message})`;
      faults.push({ file: name, line: this.lines.linePos(error.pos[0]).line, reason });
    }
  }

  /** The content in the form asked for, or undefined with the faults reported. */
  read<Form extends z.ZodType>(form: Form): z.output<Form> | undefined {
    if (this.faults.some(({ file }) => file === this.name)) return undefined;
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
    this.faults.push({ file: this.name, line: this.lineOf(path), reason });
  }

  private parse(): Document {
    this.document ??= parseDocument(this.text, { lineCounter: this.lines, prettyErrors: false });
    return this.document;
  }

  /** Line of the value at a path, or of the nearest thing around it that is there. */
  private lineOf(path: DataPath): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = this.parse().getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.lines.linePos(node.range[0]).line;
    }
    return 1;
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
