import { sentencesOf } from '../../corpus/guards/clauses.ts';
import { plainQuote } from '../../corpus/guards/claim.ts';
import type { WritingTask } from '../writing.ts';

/** What a sentence is held against. */
export interface Proof {
  /** Cited, verbatim, each on one line. */
  quotes: readonly string[];
  surroundings: readonly string[];
  /** What editors say of these quotes; empty where only quotes were found. */
  statements: readonly string[];
  /** Sentences that say in short what is proven: of the statements, else of the quotes. */
  references: readonly string[];
}

export function proofOf(cited: readonly number[], { sources, statements }: WritingTask): Proof {
  const used = sources.filter(({ n }) => cited.includes(n));
  const quotes = used.map(({ quote }) => plainQuote(quote));
  const said = statements.filter(({ citations }) => citations.some((n) => cited.includes(n))).map(({ text }) => text);
  return {
    quotes,
    surroundings: [...new Set(used.flatMap(({ surroundings }) => surroundings))],
    statements: said,
    references: (said.length > 0 ? said : quotes).flatMap(sentencesOf),
  };
}
