import { AppError } from '../errors.ts';
import type { FileFault } from '../text/file-fault.ts';

/** The rules cannot be used; the message lists every fault with file (from the folder with the corpus) and line. */
export class RulesError extends AppError {
  override readonly name = 'RulesError';
  readonly faults: readonly FileFault[];

  constructor(faults: readonly FileFault[]) {
    super(
      `De rekenregels hebben ${faults.length === 1 ? 'een fout' : `${faults.length} fouten`}:\n` +
        faults.map(({ file, line, reason }) => `- routes/${file}${line > 0 ? `, regel ${line}` : ''}: ${reason}`).join('\n'),
    );
    this.faults = faults;
  }
}
