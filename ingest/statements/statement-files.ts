import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentError } from '../../server/errors.ts';
import { countOfFaults, listOfFaults, type FileFault } from '../../server/text/file-fault.ts';
import { YamlFile, type DataPath } from '../../server/text/yaml-file.ts';
import { LeftOutForm, StatementsForm, type StatementForm } from './statement-form.ts';

const STATEMENTS_FOLDER = 'statements';
const LEFT_OUT_FILE = 'left-out.yaml';

/** A statement as written, with where it stands. */
export interface WrittenStatement {
  file: YamlFile;
  /** Position in the file. */
  index: number;
  form: StatementForm;
}
export type StatementForms = WrittenStatement[];

/** What is wrong with a statement, at one of its fields. */
export interface StatementFault {
  at: WrittenStatement;
  field: DataPath;
  reason: string;
}

export const reportFault = ({ at, field, reason }: StatementFault): void => at.file.report([at.index, ...field], `uitspraak "${at.form.id}": ${reason}`);

/** Faults of the form are added to `faults`; the files that have none are read. */
export function readStatementFiles(corpusDir: string, faults: FileFault[]): { forms: StatementForms; leftOut: { file: YamlFile; forms: LeftOutForm[] } | undefined } {
  const dir = join(corpusDir, STATEMENTS_FOLDER);
  const names = yamlFiles(dir);
  const forms = names
    .filter((name) => name !== LEFT_OUT_FILE)
    .flatMap((name) => {
      const file = new YamlFile(dir, name, faults);
      return (file.read(StatementsForm) ?? []).map((form, index) => ({ file, index, form }));
    });
  if (!names.includes(LEFT_OUT_FILE)) return { forms, leftOut: undefined };
  const file = new YamlFile(dir, LEFT_OUT_FILE, faults);
  return { forms, leftOut: { file, forms: file.read(LeftOutForm) ?? [] } };
}

/** None where a corpus has no statements. */
function yamlFiles(dir: string): string[] {
  try {
    return readdirSync(dir).filter((name) => name.endsWith('.yaml')).sort();
  } catch {
    return [];
  }
}

/** All faults in one message, by file and line. */
export function statementsError(faults: readonly FileFault[]): DocumentError {
  const sorted = [...faults].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return new DocumentError(
    `De uitspraken hebben ${countOfFaults(sorted)}; de bestaande index blijft in gebruik:\n${listOfFaults(sorted, `${STATEMENTS_FOLDER}/`)}`,
  );
}
