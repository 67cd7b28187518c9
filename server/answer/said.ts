import type { Verdict } from '../corpus/statement.ts';
import type { BookStatement } from './statement-book.ts';

/** A statement that is said, and why it stands there. */
export interface SaidStatement {
  entry: BookStatement;
  /** As it is said on the day asked about, in the language of the question. */
  text: string;
  role: 'answer' | 'limit' | 'item';
}

/** The answer in plain words. */
export interface Said {
  verdict?: Verdict | undefined;
  statements: SaidStatement[];
}
