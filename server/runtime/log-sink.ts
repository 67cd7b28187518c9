import { constants, fstatSync, openSync, write, writeSync } from 'node:fs';

export interface LogSinkOptions {
  fd?: number;
  /** Bytes that may wait to be written; past it lines are dropped. */
  mostBytes?: number;
  /** Called for each line that was dropped. */
  onDropped?: () => void;
}

const MOST_BYTES = 1_000_000;
/** A full pipe or disk is tried again after so many milliseconds. */
const AGAIN_MS = 500;

/**
 * Where log lines go: written one after another, in order. What cannot be written (a full disk, a reader that does not read)
 * is dropped and counted: a server serves, whatever becomes of its log.
 */
export class LogSink {
  readonly #fd: number;
  readonly #mostBytes: number;
  readonly #onDropped: () => void;
  #lines: Buffer[] = [];
  #bytes = 0;
  /** Of the first line, those that are written already. */
  #begun = 0;
  #writing = false;

  constructor({ fd = 2, mostBytes = MOST_BYTES, onDropped = () => undefined }: LogSinkOptions = {}) {
    this.#fd = withoutWaiting(fd);
    this.#mostBytes = mostBytes;
    this.#onDropped = onDropped;
  }

  write(line: string): void {
    const bytes = Buffer.from(line);
    if (this.#bytes + bytes.length > this.#mostBytes) return this.#onDropped();
    this.#lines.push(bytes);
    this.#bytes += bytes.length;
    if (!this.#writing) this.#writeFirst();
  }

  /** Writes what still waits, for the end of the process; what does not go at once is dropped. */
  flushSync(): void {
    try {
      while (this.#lines[0]) this.#written(writeSync(this.#fd, this.#lines[0], this.#begun));
    } catch {
      while (this.#lines.length > 0) this.#dropFirst();
    }
  }

  #writeFirst(): void {
    const [first] = this.#lines;
    this.#writing = first !== undefined;
    if (!first) return;
    write(this.#fd, first, this.#begun, (error, count) => {
      if (this.#lines[0] !== first) return this.#writeFirst();
      if (!error) this.#written(count);
      else if (error.code === 'EAGAIN') return this.#later();
      else this.#dropFirst();
      this.#writeFirst();
    });
  }

  /** A reader that is slow gets its lines later; meanwhile they wait, up to the most. */
  #later(): void {
    setTimeout(() => this.#writeFirst(), AGAIN_MS).unref();
  }

  #written(count: number): void {
    this.#begun += count;
    if (this.#begun >= this.#lines[0]!.length) this.#forgetFirst();
  }

  #dropFirst(): void {
    this.#forgetFirst();
    this.#onDropped();
  }

  #forgetFirst(): void {
    this.#bytes -= this.#lines.shift()!.length;
    this.#begun = 0;
  }
}

/** A sink on standard error, of which nothing is left unwritten when the process ends. */
export function logToStderr(onDropped?: () => void): LogSink {
  const sink = new LogSink({ ...(onDropped && { onDropped }) });
  process.on('exit', () => sink.flushSync());
  return sink;
}

/** A pipe opened anew so that writing to it never waits, without changing it for others (`console`); anything else as it is. */
function withoutWaiting(fd: number): number {
  try {
    return fstatSync(fd).isFIFO() ? openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK) : fd;
  } catch {
    return fd;
  }
}
