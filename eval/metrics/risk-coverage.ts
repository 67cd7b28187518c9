/** One question as the risk–coverage curve sees it. */
export interface Confidence {
  /** Higher is more certain; only the order has a meaning. */
  confidence: number;
  answered: boolean;
  /** The answer, if given, is right: evidence cited, and not a question to abstain. */
  right: boolean;
}

export interface RiskPoint {
  /** Share of all questions that get an answer, 0…1. */
  coverage: number;
  /** Share of those answers that are wrong, 0…1. */
  risk: number;
}

/**
 * Risk–coverage curve (El-Yaniv & Wiener, JMLR 11, 2010): answers are given in order of confidence; after each, how many
 * questions are answered and how many of those answers are wrong. It ends where the assistant itself stops answering.
 * Answers of equal confidence come together, as no threshold can part them.
 */
export function riskCoverage(questions: readonly Confidence[]): RiskPoint[] {
  const answered = questions.filter((question) => question.answered).sort((a, b) => b.confidence - a.confidence);
  const points: RiskPoint[] = [];
  let wrong = 0;
  answered.forEach(({ confidence, right }, at) => {
    if (!right) wrong += 1;
    if (answered[at + 1]?.confidence !== confidence) points.push({ coverage: (at + 1) / questions.length, risk: wrong / (at + 1) });
  });
  return points;
}

/** Area under the curve up to its end, divided by that coverage: the mean risk; NaN without answers. */
export function meanRisk(points: readonly RiskPoint[]): number {
  let area = 0;
  let before = 0;
  for (const { coverage, risk } of points) {
    area += (coverage - before) * risk;
    before = coverage;
  }
  return before === 0 ? NaN : area / before;
}
