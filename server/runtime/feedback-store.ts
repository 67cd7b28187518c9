import { appendFile, mkdir, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeedbackRequest } from '../contract.ts';
import type { FeedbackStore } from '../assistant/services.ts';
import { PRODUCT_VERSION } from './product-version.ts';

/** Days a line of feedback is kept; nothing older than this stays on disk. */
const keptDays = 30;
const dayMs = 86_400_000;
const fileName = /^feedback-(\d{4}-\d{2}-\d{2})\.jsonl$/;

/**
 * Feedback as JSON lines, one file a day (UTC): `{ time, answerId, verdict, reasons?, reason? }`; with the asker's consent
 * also `{ consent, version, question, citations, statementIds }`, from which `npm run eval -- --from-feedback` makes cases. A whole file is removed as soon as its first line can be 30 days old.
 */
export class FileFeedbackStore implements FeedbackStore {
  readonly #dir: string;
  readonly #now: () => Date;

  constructor(dir: string, now: () => Date = () => new Date()) {
    this.#dir = dir;
    this.#now = now;
  }

  async add(entry: FeedbackRequest): Promise<void> {
    const time = this.#now().toISOString();
    const { answerId, verdict, reasons, reason, consent, question, citations, statementIds } = entry;
    const agreed = consent === true ? { consent, version: PRODUCT_VERSION, question, citations, statementIds } : {};
    // readable by the server's user alone: a reason is free text
    await mkdir(this.#dir, { recursive: true, mode: 0o700 });
    await appendFile(
      join(this.#dir, `feedback-${time.slice(0, 10)}.jsonl`),
      `${JSON.stringify({ time, answerId, verdict, reasons, reason, ...agreed })}\n`,
      { mode: 0o600 },
    );
  }

  /** Removes what is too old: at start and every few hours. */
  async purge(): Promise<void> {
    const names = await readdir(this.#dir).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    for (const name of names) {
      const day = fileName.exec(name)?.[1];
      if (day === undefined || this.#now().getTime() - Date.parse(`${day}T00:00:00Z`) < keptDays * dayMs) continue;
      await unlink(join(this.#dir, name));
    }
  }
}
