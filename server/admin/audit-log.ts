import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const ACTIONS = ['ingelogd', 'geweigerd', 'uitgelogd', 'document geüpload', 'gegevens gewijzigd', 'concept weggegooid', 'gepubliceerd', 'publiceren mislukt', 'teruggezet', 'terugzetten mislukt'] as const;
export type Action = (typeof ACTIONS)[number];

export interface AuditEntry {
  time: string;
  who: string;
  action: Action;
  /** Id of a document or an index; never a question, a password or text of a document. */
  subject?: string;
}

/** Who did what and when: lines of JSON that are only ever added to. */
export class AuditLog {
  readonly #file: string;
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
    this.#file = join(dir, 'logboek.jsonl');
  }

  async add(who: string, action: Action, subject?: string): Promise<void> {
    await mkdir(this.#dir, { recursive: true, mode: 0o700 });
    const entry: AuditEntry = { time: new Date().toISOString(), who, action, ...(subject !== undefined && { subject }) };
    await appendFile(this.#file, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
  }

  /** Newest first. */
  async last(count: number): Promise<AuditEntry[]> {
    const text = await readFile(this.#file, 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '').slice(-count).reverse().map((line) => JSON.parse(line) as AuditEntry);
  }
}
