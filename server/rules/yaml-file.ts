import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod/v4';
import { dutchReason } from './dutch-reason.ts';
import type { RuleFault } from './rule-faults.ts';

export type DataPath = readonly (string | number)[];

/** A YAML file whose faults are reported with the line they stand on. */
export class YamlFile {
  readonly name: string;
  private readonly lines = new LineCounter();
  private readonly document: Document;
  private readonly faults: RuleFault[];

  /** @param name path below `dir` with forward slashes; @param faults where faults are added */
  constructor(dir: string, name: string, faults: RuleFault[]) {
    this.name = name;
    this.faults = faults;
    let text = '';
    try {
      text = readFileSync(join(dir, ...name.split('/')), 'utf8');
    } catch {
      faults.push({ file: name, line: 0, reason: 'dit bestand ontbreekt of is niet te lezen' });
    }
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    for (const error of this.document.errors) {
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
    const data: unknown = this.document.toJS();
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

  /** Line of the value at a path, or of the nearest thing around it that is there. */
  private lineOf(path: DataPath): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node: unknown = this.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}
