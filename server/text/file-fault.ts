/** One thing wrong in a content file that people edit. */
export interface FileFault {
  /** Relative to the folder of the content: `routes/pgaz.yaml`. */
  file: string;
  /** 1-based; 0 when the fault is the file as a whole. */
  line: number;
  /** Dutch, says what is wrong and what to do. */
  reason: string;
}

/** "een fout", "3 fouten" */
export const countOfFaults = ({ length }: readonly FileFault[]): string => (length === 1 ? 'een fout' : `${length} fouten`);

/** A line for each fault. @param folder that the files are named from, with its slash @param end of each line */
export function listOfFaults(faults: readonly FileFault[], folder: string, end = ''): string {
  return faults.map(({ file, line, reason }) => `- ${folder}${file}${line > 0 ? `, regel ${line}` : ''}: ${reason}${end}`).join('\n');
}
