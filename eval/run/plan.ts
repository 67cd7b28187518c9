/** How much of each part a run measures. */
export interface Plan {
  /** Cases per variation of the wording. */
  perVariation: number;
  /** Cases asked again with the distractors in the index. */
  distractorCases: number;
  /** Random situations put to the rule check. */
  ruleSituations: number;
  /** Longest old law added to the index, characters. */
  longestDistractor: number;
  /** Also the assistant's own search with parts left out. */
  parts: boolean;
}

/** Fits in two minutes on two idle cores, together with all cases of both halves. Samples are the same on every run. */
export const DEFAULT_PLAN: Plan = {
  perVariation: 20,
  distractorCases: 30,
  ruleSituations: 200,
  longestDistractor: 110_000,
  parts: false,
};

/** Everything; takes several times as long. */
export const FULL_PLAN: Plan = {
  perVariation: Infinity,
  distractorCases: Infinity,
  ruleSituations: 2000,
  longestDistractor: Infinity,
  parts: true,
};
