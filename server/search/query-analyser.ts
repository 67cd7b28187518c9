import { type CompoundSplitter, partStems } from '../text/compounds.ts';
import { isStopWord, stem, subwords, words } from '../text/words.ts';

/** A weighted query term: expansions of the glossary count less than what was typed. */
export interface QueryTerm {
  stem: string;
  weight: number;
}

/** What a compound's part weighs beside a whole word; less, since it is a guess. */
export const PART_BOOST = 0.5;

/** Turns text into the terms that a lexical index is made of, the same way for passages and for questions. */
export class QueryAnalyser {
  readonly #splitter: CompoundSplitter;

  constructor(splitter: CompoundSplitter) {
    this.#splitter = splitter;
  }

  /** The weighted terms of a text as typed. */
  queryTerms(text: string, weight = 1): QueryTerm[] {
    return [
      ...wholeStems(text).map((term) => ({ stem: term, weight })),
      ...this.partStems(text).map((term) => ({ stem: term, weight: weight * PART_BOOST })),
    ];
  }

  /** Stems of the parts of hyphened words and compounds. */
  partStems(text: string): string[] {
    return words(text).flatMap(({ word }) => {
      const pieces = subwords(word);
      return [
        ...pieces.filter((piece) => !isStopWord(piece)).map(stem),
        ...[word, ...pieces].flatMap((piece) => partStems(this.#splitter, piece)),
      ];
    });
  }
}

/** Stems of whole words, without stop words. */
export function wholeStems(text: string): string[] {
  return words(text).filter(({ word }) => !isStopWord(word)).map(({ word }) => stem(word));
}
