import { open, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BusyError, type Busy } from './administration.ts';

/** Lets one administrator at a time change the index; a file says so to other processes on the same folder too. */
export class OneAtATime {
  readonly #dir: string;
  #busy: Busy | undefined;

  constructor(dir: string) {
    this.#dir = dir;
  }

  get busy(): Busy | undefined {
    return this.#busy;
  }

  /** @throws BusyError that names who is at it and since when */
  async run<T>(who: string, what: string, work: () => Promise<T>): Promise<T> {
    if (this.#busy) throw new BusyError(this.#busy);
    this.#busy = { who, what, since: new Date().toISOString() };
    try {
      await this.#lock(this.#busy);
      try {
        return await work();
      } finally {
        await rm(this.#file, { force: true });
      }
    } finally {
      this.#busy = undefined;
    }
  }

  get #file(): string {
    return join(this.#dir, 'bezig.json');
  }

  async #lock(busy: Busy): Promise<void> {
    await mkdir(this.#dir, { recursive: true, mode: 0o700 });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        const file = await open(this.#file, 'wx', 0o600);
        await file.writeFile(JSON.stringify({ ...busy, pid: process.pid }));
        await file.close();
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const other = await readFile(this.#file, 'utf8').then((text) => JSON.parse(text) as Busy & { pid: number }).catch(() => undefined);
        if (other && other.pid !== process.pid && isRunning(other.pid)) throw new BusyError(other);
        // Of a server that was killed.
        await rm(this.#file, { force: true });
      }
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
