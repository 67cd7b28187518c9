import { readFileSync } from 'node:fs';
import type { LinearModel } from './linear-model.ts';
import { decodeQuestionModel, type QuestionModel } from './question-model.ts';

/**
 * What was learned from the tune half of the evaluation cases; `npm run calibrate` makes it
 * (see `eval/calibrate/`). Numbers only: no question, quote or answer is in it.
 */
export interface Calibration {
  /** Log-odds that a sentence answers. */
  sentence: LinearModel;
  /** Log-odds that the sources answer the question. */
  answerability: LinearModel;
  /** Kinds of questions and topics that the sources do and do not serve. */
  question: QuestionModel;
  /** Refuse below these log-odds: with the answer model, without it, and by words alone (more careful each time). */
  thresholds: { full: number; withoutAnswerModel: number; lexical: number };
}

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

export const CALIBRATION: Calibration = {
  ...(JSON.parse(read('./calibration.json')) as Omit<Calibration, 'question'>),
  question: decodeQuestionModel(read('./question-model.json')),
};
