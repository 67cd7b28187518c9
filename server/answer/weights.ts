/** A linear model: `bias + Σ weight × (feature − mean)`; mean over the cases it was learned from. */
export interface LinearModel {
  bias: number;
  terms: Readonly<Record<string, { weight: number; mean: number }>>;
}

export const ANSWERABILITY: LinearModel = { bias: 1, terms: { bestAnswer: { weight: 1, mean: 0 } } };
export const SENTENCE: LinearModel = {
  bias: 0,
  terms: {
    late: { weight: 10, mean: 0.8 },
    passage: { weight: 1.5, mean: 0.5 },
    coverage: { weight: 1, mean: 0.3 },
    answer: { weight: 0.4, mean: 0 },
    passageAnswer: { weight: 0.3, mean: 0 },
    heading: { weight: -4, mean: 0 },
  },
};
/** Below this probability the assistant says that the sources do not answer. */
export const ANSWER_THRESHOLD = 0.5;
