import type { BookStatement } from './statement-book.ts';

/** What speaks for a statement as the answer; absent where a model did not take part. */
export interface StatementFeatures {
  /** Cosine with its nearest form in the learned measure, and with its nearest yes/no form. */
  nearest?: number;
  nearestYesNo?: number;
  /** Its forms' part of the weight of all forms, 0…1. */
  share?: number;
  /** BM25+ of its text and forms. */
  words: number;
  /** Score of its best sentence below the best sentence of all (log-odds, ≤ 0), and root of that sentence's share of votes. */
  sentence: number;
  vote?: number;
  /** Each of these below the best statement's (≤ 0), and its rank by them (0 = best). */
  nearestGap?: number;
  shareGap?: number;
  wordsGap: number;
  nearestRank?: number;
  wordsRank: number;
  sentenceRank: number;
  voteRank?: number;
  /** 1 when the question names one of its routes, −1 when it names others, 0 when it names none or the statement has none. */
  route: number;
  /** 1 when it tells the kind of thing that is asked for, −1 when it tells another kind, 0 when no kind is asked for. */
  slot: number;
  /** Share of the question's weighted words that its text meets. */
  coverage: number;
  /** Words of its text, its sentences, its forms; words of the question. */
  length: number;
  sentences: number;
  forms: number;
  questionWords: number;
  introducesList: number;
}

export interface StatementCandidate {
  entry: BookStatement;
  features: StatementFeatures;
  score: number;
}
