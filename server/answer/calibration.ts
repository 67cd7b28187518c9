import { readFileSync } from 'node:fs';
import type { LinearModel } from './linear-model.ts';

/**
 * What was learned from the tune half of the evaluation cases; `npm run calibrate` makes it
 * (see `eval/calibrate/`). Numbers only: no question, quote or answer is in it.
 */
export interface Calibration {
  /** The embedding model whose vectors `question` weighs; with another model that part is left out. */
  modelSha256: string;
  /** Log-odds that a sentence answers. */
  sentence: LinearModel;
  /** Log-odds that the sources answer the question. */
  answerability: LinearModel;
  /** Weights over the question's mean vector: kinds of questions and topics that the sources do not serve. */
  question: { bias: number; weights: number[] };
  /** Refuse below these log-odds: with the answer model, without it, and by words alone (more careful each time). */
  thresholds: { full: number; withoutAnswerModel: number; lexical: number };
}

export const CALIBRATION = JSON.parse(readFileSync(new URL('./calibration.json', import.meta.url), 'utf8')) as Calibration;
