import { mkdir, open, readdir, stat, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeedbackRequest } from '../contract.ts';
import type { FeedbackStore } from '../assistant/services.ts';
import { StorageFullError } from '../errors.ts';
import { PRODUCT_VERSION } from './product-version.ts';

/** Days a line of feedback is kept; nothing older than this stays on disk. */
const keptDays = 30;
const dayMs = 86_400_000;
const fileName = /^feedback-(\d{4}-\d{2}-\d{2})\.jsonl$/;

export interface FeedbackStoreOptions {
  now?: () => Date;
  /** Bytes of all files together; what comes on top is refused. */
  most?: number;
  /** Puts text at the end of a file; for tests of a disk that is full. */
  append?: (file: FileHandle, text: string) => Promise<void>;
}

/**
 * Feedback as JSON lines, one file a day (UTC): `{ time, answerId, verdict, reasons?, reason? }`; with the asker's consent
 * also `{ consent, version, question, citations, statementIds }`, from which `npm run eval -- --from-feedback` makes cases. A whole file is removed as soon as its first line can be 30 days old.
 */
export class FileFeedbackStore implements FeedbackStore {
  readonly #dir: string;
  readonly #now: () => Date;
  readonly #most: number;
  readonly #append: NonNullable<FeedbackStoreOptions['append']>;
  /** One entry at a time: none stands within another, and the size is known. */
  #line: Promise<unknown> = Promise.resolve();

  constructor(dir: string, { now = () => new Date(), most = Infinity, append = (file, text) => file.appendFile(text) }: FeedbackStoreOptions = {}) {
    this.#dir = dir;
    this.#now = now;
    this.#most = most;
    this.#append = append;
  }

  /** @throws StorageFullError when there is as much feedback as is kept */
  add(entry: FeedbackRequest): Promise<void> {
    const time = this.#now().toISOString();
    const { answerId, verdict, reasons, reason, consent, question, citations, statementIds } = entry;
    const agreed = consent === true ? { consent, version: PRODUCT_VERSION, question, citations, statementIds } : {};
    const added = this.#line.then(() => this.#addLine(time.slice(0, 10), `${JSON.stringify({ time, answerId, verdict, reasons, reason, ...agreed })}\n`));
    this.#line = added.catch(() => undefined);
    return added;
  }

  async #addLine(day: string, line: string): Promise<void> {
    // readable by the server's user alone: a reason is free text
    await mkdir(this.#dir, { recursive: true, mode: 0o700 });
    if ((await this.#size()) + Buffer.byteLength(line) > this.#most) {
      throw new StorageFullError('Er is nu geen plaats voor meer feedback. Probeer het later opnieuw of meld het aan de beheerder.');
    }
    const file = await open(join(this.#dir, `feedback-${day}.jsonl`), 'a+', 0o600);
    try {
      const { size } = await file.stat();
      try {
        await this.#append(file, (await endsWithinLine(file, size)) ? `\n${line}` : line);
      } catch (error) {
        // half a line would spoil the next one
        await file.truncate(size);
        throw error;
      }
    } finally {
      await file.close();
    }
  }

  async #size(): Promise<number> {
    const sizes = await Promise.all((await this.#names()).map(async (name) => (await stat(join(this.#dir, name))).size));
    return sizes.reduce((all, size) => all + size, 0);
  }

  /** Removes what is too old: at start and every few hours. */
  async purge(): Promise<void> {
    for (const name of await this.#names()) {
      const day = fileName.exec(name)![1]!;
      if (this.#now().getTime() - Date.parse(`${day}T00:00:00Z`) < keptDays * dayMs) continue;
      await unlink(join(this.#dir, name));
    }
  }

  async #names(): Promise<string[]> {
    const names = await readdir(this.#dir).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return names.filter((name) => fileName.test(name));
  }
}

/** As after a process or a machine that ended while it wrote. */
async function endsWithinLine(file: FileHandle, size: number): Promise<boolean> {
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() !== '\n';
}
