import type { MissingKind } from '../corpus/missing.ts';
import type { Statement } from '../corpus/statement.ts';
import type { FormsData } from './form-index.ts';

/** Statements with the question forms that lead to them: per statement its `asks`, then its `decides`. */
export interface StatementsData {
  statements: Statement[];
  forms: FormsData;
}

/** What the sources do not say, with the question forms that ask for it. */
export interface MissingData {
  kinds: MissingKind[];
  forms: FormsData;
}
