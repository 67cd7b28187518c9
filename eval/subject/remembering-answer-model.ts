import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import type { AnswerModel } from '../../server/answer/answer-model.ts';

const Stored = z.object({ modelSha256: z.string(), scores: z.record(z.string(), z.number()) });

/**
 * Keeps the answer model's scores between runs: the same model gives the same score for the same texts, and it takes most
 * of the time of an answer. Whoever changes weights or thresholds sees the outcome in a fraction of the time; a changed
 * passage or model is scored anew.
 */
export class RememberingAnswerModel implements AnswerModel {
  readonly #model: AnswerModel;
  readonly #modelSha256: string;
  readonly #path: string;
  readonly #scores: Map<string, number>;
  #changed = false;

  private constructor(model: AnswerModel, modelSha256: string, path: string, scores: Map<string, number>) {
    this.#model = model;
    this.#modelSha256 = modelSha256;
    this.#path = path;
    this.#scores = scores;
  }

  /** A missing, damaged or outdated file is an empty memory. */
  static async open(model: AnswerModel, modelSha256: string, cacheDir: string): Promise<RememberingAnswerModel> {
    const path = join(cacheDir, 'answer-scores.json');
    const stored = await readFile(path, 'utf8')
      .then((json) => Stored.safeParse(JSON.parse(json)).data)
      .catch(() => undefined);
    const scores = stored?.modelSha256 === modelSha256 ? Object.entries(stored.scores) : [];
    return new RememberingAnswerModel(model, modelSha256, path, new Map(scores));
  }

  async score(question: string, passages: readonly string[], signal?: AbortSignal): Promise<number[]> {
    const keys = passages.map((passage) => keyOf(question, passage));
    const missing = passages.filter((_, at) => !this.#scores.has(keys[at]!));
    if (missing.length > 0) {
      const scores = await this.#model.score(question, missing, signal);
      missing.forEach((passage, at) => this.#scores.set(keyOf(question, passage), scores[at]!));
      this.#changed = true;
    }
    return keys.map((key) => this.#scores.get(key)!);
  }

  async save(): Promise<void> {
    if (!this.#changed) return;
    await mkdir(join(this.#path, '..'), { recursive: true });
    const beside = `${this.#path}.${process.pid}`;
    await writeFile(beside, JSON.stringify({ modelSha256: this.#modelSha256, scores: Object.fromEntries(this.#scores) }));
    await rename(beside, this.#path);
    this.#changed = false;
  }
}

const keyOf = (question: string, passage: string): string =>
  createHash('sha256').update(question).update('\0').update(passage).digest('base64').slice(0, 22);
