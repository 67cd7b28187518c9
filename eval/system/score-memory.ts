import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod/v4';

const Stored = z.object({ modelSha256: z.string(), scores: z.record(z.string(), z.number()) });

/** A score with the key of its question and passage. */
export type RememberedScore = readonly [key: string, score: number];

/** Scores of one model that outlive the process. */
export class ScoreMemory {
  readonly #modelSha256: string;
  readonly #scores: Map<string, number>;
  /** Asked for or added since the last `takeUsed`. */
  #used = new Map<string, number>();
  #changed = false;

  private constructor(modelSha256: string, scores: Map<string, number>) {
    this.#modelSha256 = modelSha256;
    this.#scores = scores;
  }

  /** Reads files in order, later ones win. One that is missing, damaged or of another model counts as empty. */
  static async open(modelSha256: string, paths: readonly string[]): Promise<ScoreMemory> {
    const scores = new Map<string, number>();
    for (const path of paths) {
      const stored = await readFile(path, 'utf8')
        .then((json) => Stored.safeParse(JSON.parse(json)).data)
        .catch(() => undefined);
      if (stored?.modelSha256 !== modelSha256) continue;
      // The model computes in single precision: nine digits bring back the very same number.
      for (const [key, score] of Object.entries(stored.scores)) scores.set(key, Math.fround(score));
    }
    return new ScoreMemory(modelSha256, scores);
  }

  get(key: string): number | undefined {
    const score = this.#scores.get(key);
    if (score !== undefined) this.#used.set(key, score);
    return score;
  }

  add(scores: readonly RememberedScore[]): void {
    for (const [key, score] of scores) {
      if (this.#scores.get(key) !== score) this.#changed = true;
      this.#scores.set(key, score);
      this.#used.set(key, score);
    }
  }

  /** What was used since the last call: for whoever keeps the file. */
  takeUsed(): RememberedScore[] {
    const used = [...this.#used];
    this.#used = new Map();
    return used;
  }

  /** Writes everything known to a file, when there is something new. */
  async save(path: string): Promise<void> {
    if (!this.#changed) return;
    await this.#write(path, this.#scores);
    this.#changed = false;
  }

  /** Writes only what this run used, in a fixed order: for a file that is committed. */
  async saveUsed(path: string): Promise<void> {
    await this.#write(path, new Map([...this.#used].sort(([a], [b]) => (a < b ? -1 : 1))));
  }

  async #write(path: string, scores: ReadonlyMap<string, number>): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const lines = [...scores].map(([key, score]) => `${JSON.stringify(key)}:${Number(score.toPrecision(9))}`);
    const beside = `${path}.${process.pid}`;
    await writeFile(beside, `{"modelSha256":${JSON.stringify(this.#modelSha256)},"scores":{\n${lines.join(',\n')}\n}}\n`);
    await rename(beside, path);
  }
}

/** 72 bits: among a million pairs two share a key once in ten million times. */
export const scoreKey = (question: string, passage: string): string =>
  createHash('sha256').update(question).update('\0').update(passage).digest('base64url').slice(0, 12);
