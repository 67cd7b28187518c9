/** One record of JSON, a line. */
export const jsonRecord = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value)}\n`);

/** Records of JSON in memory as they stand in their file; one is parsed when it is asked for. */
export class JsonRecords<T> {
  readonly #data: Buffer;
  readonly #starts: Float64Array;

  constructor(data: Buffer, starts: Float64Array) {
    this.#data = data;
    this.#starts = starts;
  }

  get length(): number {
    return Math.max(0, this.#starts.length - 1);
  }

  at(record: number): T {
    return JSON.parse(this.#data.toString('utf8', this.#starts[record], this.#starts[record + 1])) as T;
  }
}
