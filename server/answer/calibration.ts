import { readFileSync } from 'node:fs';
import { isVoted, type SentenceCandidate } from './evidence.ts';
import type { LinearModel } from './linear-model.ts';

/** Weights learned from questions with known answers; numbers only. */
export interface Weights {
  /** Log-odds that a sentence answers. */
  sentence: LinearModel;
  /** Log-odds that the sources answer the question. */
  answerability: LinearModel;
  /** Refuse below these log-odds: with the encoder, and by words alone (more careful). */
  thresholds: { full: number; lexical: number };
}

export interface Calibration {
  /** For documents about which questions were learned. */
  voted: Weights;
  /** For others, such as one added later, and when words alone decide: no votes for their sentences is no sign against them. */
  unvoted: Weights;
}

export const CALIBRATION = JSON.parse(readFileSync(new URL('./calibration.json', import.meta.url), 'utf8')) as Calibration;

/** The weights for a sentence, and for a question by its best sentence. */
export function weightsFor(candidate: SentenceCandidate | undefined, { voted, unvoted }: Calibration): Weights {
  return isVoted(candidate) ? voted : unvoted;
}
