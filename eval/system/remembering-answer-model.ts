import type { AnswerModel } from '../../server/answer/answer-model.ts';
import { scoreKey, type ScoreMemory } from './score-memory.ts';

/**
 * Asks the answer model only what it was not asked before: the same model gives the same score for the same texts, and it
 * takes most of the time of an answer. Whoever changes weights or thresholds sees the outcome in a fraction of the time; a
 * changed passage or model is scored anew.
 */
export class RememberingAnswerModel implements AnswerModel {
  readonly #model: AnswerModel;
  readonly #memory: ScoreMemory;

  constructor(model: AnswerModel, memory: ScoreMemory) {
    this.#model = model;
    this.#memory = memory;
  }

  async score(question: string, passages: readonly string[], signal?: AbortSignal): Promise<number[]> {
    const keys = passages.map((passage) => scoreKey(question, passage));
    const missing = passages.filter((_, at) => this.#memory.get(keys[at]!) === undefined);
    if (missing.length > 0) {
      const scores = await this.#model.score(question, missing, signal);
      this.#memory.add(missing.map((passage, at) => [scoreKey(question, passage), scores[at]!]));
    }
    return keys.map((key) => this.#memory.get(key)!);
  }
}
