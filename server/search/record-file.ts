import { close, open, read } from 'node:fs';
import { open as openToWrite } from 'node:fs/promises';
import { promisify } from 'node:util';

const openFile = promisify(open);
const closeFile = promisify(close);
const readFile = promisify(read);

/** Written to disk when so much has gathered. */
const BATCH = 4 << 20;

/**
 * Writes records one after another, without all of them in memory at once.
 * @returns where each begins, and the end of the last
 */
export async function writeRecords(path: string, records: Iterable<Uint8Array>): Promise<Float64Array> {
  const starts = [0];
  const file = await openToWrite(path, 'w');
  try {
    let batch: Uint8Array[] = [];
    let size = 0;
    const flush = async (): Promise<void> => {
      if (batch.length > 0) await file.writeFile(Buffer.concat(batch));
      [batch, size] = [[], 0];
    };
    for (const record of records) {
      starts.push(starts.at(-1)! + record.length);
      batch.push(record);
      size += record.length;
      if (size >= BATCH) await flush();
    }
    await flush();
  } finally {
    await file.close();
  }
  return Float64Array.from(starts);
}

/** Records of one call that are read at the same time: as many as the system's threads for files. */
const LANES = 4;
/** Buffers kept for the next call; more are only there while many read at once. */
const KEPT = 2 * LANES;

/**
 * Records of any length in one file, read by number from an open file: what is read again stands in the system's page cache,
 * and what no question asks for takes no memory. An open file stays readable when it is removed.
 */
export class RecordFile {
  readonly #file: number;
  /** Where each record begins, and one entry more for the end of the last. */
  readonly #starts: Float64Array;
  readonly #buffers: Uint8Array[] = [];
  #reading = 0;
  #closing = false;
  #lastRead: () => void = () => undefined;

  private constructor(file: number, starts: Float64Array) {
    this.#file = file;
    this.#starts = starts;
  }

  static async open(path: string, starts: Float64Array): Promise<RecordFile> {
    return new RecordFile(await openFile(path, 'r'), starts);
  }

  /** What is made of each record, in the order asked for. @param make gets the record; its memory is used again once `make` returns */
  async read<T>(records: readonly number[], make: (record: Uint8Array) => T): Promise<T[]> {
    if (this.#closing) throw new Error('The file was closed');
    const made: T[] = new Array<T>(records.length);
    let next = 0;
    const lane = async (): Promise<void> => {
      let buffer = this.#buffers.pop() ?? new Uint8Array(0);
      while (next < records.length) {
        const place = next;
        next += 1;
        const record = records[place]!;
        const length = this.#starts[record + 1]! - this.#starts[record]!;
        if (buffer.length < length) buffer = new Uint8Array(length);
        await this.#fill(buffer.subarray(0, length), this.#starts[record]!);
        made[place] = make(buffer.subarray(0, length));
      }
      if (this.#buffers.length < KEPT) this.#buffers.push(buffer);
    };
    this.#reading += 1;
    try {
      const lanes = await Promise.allSettled(Array.from({ length: Math.min(LANES, records.length) }, lane));
      for (const { reason, status } of lanes as PromiseRejectedResult[]) if (status === 'rejected') throw reason;
      return made;
    } finally {
      this.#reading -= 1;
      if (this.#reading === 0) this.#lastRead();
    }
  }

  /** Closes the file once what is being read has been read. */
  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    if (this.#reading > 0) await new Promise<void>((done) => (this.#lastRead = done));
    await closeFile(this.#file);
  }

  async #fill(buffer: Uint8Array, start: number): Promise<void> {
    for (let done = 0; done < buffer.length; ) {
      const { bytesRead } = await readFile(this.#file, buffer, done, buffer.length - done, start + done);
      if (bytesRead === 0) throw new Error('The file is shorter than its records');
      done += bytesRead;
    }
  }
}
