import { AppError } from '../errors.ts';
import { countOfFaults, listOfFaults, type FileFault } from '../text/file-fault.ts';

/** The rules cannot be used; the message lists every fault with file (from the folder with the corpus) and line. */
export class RulesError extends AppError {
  override readonly name = 'RulesError';
  readonly faults: readonly FileFault[];

  constructor(faults: readonly FileFault[]) {
    super(`De rekenregels hebben ${countOfFaults(faults)}:\n${listOfFaults(faults, 'routes/')}`);
    this.faults = faults;
  }
}
