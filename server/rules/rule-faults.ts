import { AppError } from '../errors.ts';

/** One thing wrong in the rule files. */
export interface RuleFault {
  /** Relative to the folder of the rules: `routes/pgaz.yaml`. */
  file: string;
  /** 1-based; 0 when the fault is the file as a whole. */
  line: number;
  /** Dutch, says what is wrong and what to do. */
  reason: string;
}

/** The rules cannot be used; the message lists every fault with file and line. */
export class RulesError extends AppError {
  override readonly name = 'RulesError';
  readonly faults: readonly RuleFault[];

  constructor(faults: readonly RuleFault[]) {
    super(
      `De rekenregels hebben ${faults.length === 1 ? 'een fout' : `${faults.length} fouten`}:\n` +
        faults.map(({ file, line, reason }) => `- ${file}${line > 0 ? `, regel ${line}` : ''}: ${reason}`).join('\n'),
    );
    this.faults = faults;
  }
}
