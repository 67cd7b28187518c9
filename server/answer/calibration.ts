import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_DIR } from '../project-dir.ts';
import type { LinearModel } from './linear-model.ts';
import type { VerdictModel } from './verdict-model.ts';

/**
 * Weights learned from questions with known answers, each asked as if nobody had asked about its document before and as it
 * is; numbers only. `npm run learn -- fit` makes them (see `eval/learn/README.md`).
 */
export interface Calibration {
  /** Log-odds that a sentence answers. */
  sentence: LinearModel;
  /** How well a statement answers beside the others; only differences have a meaning. */
  statement: LinearModel;
  /** Log-odds that the sources answer the question. */
  answerability: LinearModel;
  /** Log-odds that a verdict is right. */
  verdict: VerdictModel;
  /** Refuse below these log-odds: with the encoder, and by words alone (more careful). */
  thresholds: { full: number; lexical: number };
}

export const CALIBRATION = JSON.parse(readFileSync(join(PROJECT_DIR, 'server', 'answer', 'calibration.json'), 'utf8')) as Calibration;
