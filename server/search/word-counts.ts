/** The words of a collection, counted when its index is written. */
export interface WordCounts {
  /** Folded words of the documents: what compounds are split by. */
  words: string[];
  /** Stems of the passages with those of compound parts, in the order of `sort()`. */
  stems: string[];
  /** Documents that hold until the same day are counted together, so that each day's counts are a sum of a few. */
  groups: WordCountGroup[];
}

export interface WordCountGroup {
  /** First day on which these documents no longer hold; absent for those without an end. */
  supersededOn?: string;
  passages: number;
  /** Passages that hold each stem. */
  frequencies: number[];
}
