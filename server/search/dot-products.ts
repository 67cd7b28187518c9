/** Dot products of a question's token vectors with those of a run of stored tokens. */
export interface DotProducts {
  /** The stored vectors, `tokens × dimensions`. */
  readonly vectors: Int8Array;
  /**
   * @param query `rows × dimensions`
   * @returns `rows × count`, row by row; valid until the next call
   */
  of(query: Int8Array, first: number, count: number): Int32Array;
}

/**
 * Dot products of a question's vectors with vectors that came for this question alone.
 * @returns `rows × tokens`, row by row; valid until the next call
 */
export type PassingProducts = (query: Int8Array, vectors: Int8Array) => Int32Array;

/** `dot-products.wat` in binary form; the test compares the two. */
export const DOT_PRODUCTS_WASM =
  'AGFzbQEAAAABCgFgBn9/f39/fwACDwEDZW52Bm1lbW9yeQIAAAMCAQAHCAEEZG90cwAACs8BAcwBAgV/AnsgAUUgA0VyBEAPCwNAIAAhCEEAIQcgAiAEaiEK' +
  'A0AgAiEJ/QwAAAAAAAAAAAAAAAAAAAAAIQwDQCAJ/QAEACELIAwgC/2HASAI/QAEAP26Af2uASAL/YgBIAj9AAQQ/boB/a4BIQwgCEEgaiEIIAlBEGohCSAJ' +
  'IApJDQALIAUgByADbCAGakECdGogDP0bACAM/RsBaiAM/RsCIAz9GwNqajYCACAHQQFqIQcgByABSQ0ACyAKIQIgBkEBaiEGIAYgA0kNAAsL';

const PAGE = 65_536;
/** Components that the WebAssembly code takes in one step. */
const STEP = 16;

let compiled: WebAssembly.Module | undefined | 'impossible';

/**
 * The fastest way this machine has: WebAssembly with SIMD, ten times and more as fast as JavaScript, or else JavaScript.
 * @param vectors `tokens × dimensions`
 */
export function dotProducts(vectors: Int8Array, dimensions: number): DotProducts {
  const module = dimensions % STEP === 0 ? simdModule() : undefined;
  return module ? new SimdDotProducts(module, vectors, dimensions) : new PlainDotProducts(vectors, dimensions);
}

/** The same for vectors that are not kept: they are copied in, multiplied and forgotten, so that memory stays as large as the largest passage. */
export function passingProducts(dimensions: number): PassingProducts {
  const module = dimensions % STEP === 0 ? simdModule() : undefined;
  if (!module) return (query, vectors) => new PlainDotProducts(vectors, dimensions).of(query, 0, vectors.length / dimensions);
  const memory = new WebAssembly.Memory({ initial: 1 });
  const dots = new WebAssembly.Instance(module, { env: { memory } }).exports['dots'] as Dots;
  return (query, vectors) => {
    const [rows, tokens] = [query.length / dimensions, vectors.length / dimensions];
    const products = vectors.length + query.length * Int16Array.BYTES_PER_ELEMENT;
    reach(memory, products + rows * tokens * Int32Array.BYTES_PER_ELEMENT);
    new Int8Array(memory.buffer, 0, vectors.length).set(vectors);
    new Int16Array(memory.buffer, vectors.length, query.length).set(query);
    dots(vectors.length, rows, 0, tokens, dimensions, products);
    return new Int32Array(memory.buffer, products, rows * tokens);
  };
}

function simdModule(): WebAssembly.Module | undefined {
  try {
    compiled ??= new WebAssembly.Module(Buffer.from(DOT_PRODUCTS_WASM, 'base64'));
  } catch {
    compiled = 'impossible';
  }
  return compiled === 'impossible' ? undefined : compiled;
}

type Dots = (query: number, rows: number, tokens: number, count: number, dimensions: number, out: number) => void;

/** Keeps the stored vectors in the memory of the WebAssembly code, then room for a question and its products. */
class SimdDotProducts implements DotProducts {
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #dots: Dots;
  readonly #dimensions: number;
  readonly #tokens: number;
  /** Where the vectors end. */
  readonly #free: number;

  constructor(module: WebAssembly.Module, vectors: Int8Array, dimensions: number) {
    this.#dimensions = dimensions;
    this.#tokens = vectors.length / dimensions;
    this.#free = vectors.length;
    reach(this.#memory, vectors.length);
    new Int8Array(this.#memory.buffer, 0, vectors.length).set(vectors);
    this.#dots = new WebAssembly.Instance(module, { env: { memory: this.#memory } }).exports['dots'] as Dots;
  }

  get vectors(): Int8Array {
    return new Int8Array(this.#memory.buffer, 0, this.#free);
  }

  of(query: Int8Array, first: number, count: number): Int32Array {
    // The code reads where it is told to.
    if (first < 0 || count < 0 || first + count > this.#tokens) throw new RangeError(`No tokens ${first}–${first + count}`);
    const rows = query.length / this.#dimensions;
    const products = this.#free + query.length * Int16Array.BYTES_PER_ELEMENT;
    const size = rows * count;
    reach(this.#memory, products + size * Int32Array.BYTES_PER_ELEMENT);
    new Int16Array(this.#memory.buffer, this.#free, query.length).set(query);
    this.#dots(this.#free, rows, first * this.#dimensions, count, this.#dimensions, products);
    return new Int32Array(this.#memory.buffer, products, size);
  }
}

/** Lets a memory grow to `bytes`. */
function reach(memory: WebAssembly.Memory, bytes: number): void {
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
  if (missing > 0) memory.grow(missing);
}

export class PlainDotProducts implements DotProducts {
  readonly vectors: Int8Array;
  readonly #dimensions: number;

  constructor(vectors: Int8Array, dimensions: number) {
    this.vectors = vectors;
    this.#dimensions = dimensions;
  }

  of(query: Int8Array, first: number, count: number): Int32Array {
    const rows = query.length / this.#dimensions;
    const products = new Int32Array(rows * count);
    for (let t = 0; t < count; t += 1) {
      for (let q = 0; q < rows; q += 1) {
        products[q * count + t] = dot(query, q * this.#dimensions, this.vectors, (first + t) * this.#dimensions, this.#dimensions);
      }
    }
    return products;
  }
}

// Four accumulators: the loop is bound by the latency of one addition otherwise.
function dot(a: Int8Array, i: number, b: Int8Array, j: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const fours = length - (length % 4);
  for (let k = 0; k < fours; k += 4) {
    s0 = (s0 + Math.imul(a[i + k]!, b[j + k]!)) | 0;
    s1 = (s1 + Math.imul(a[i + k + 1]!, b[j + k + 1]!)) | 0;
    s2 = (s2 + Math.imul(a[i + k + 2]!, b[j + k + 2]!)) | 0;
    s3 = (s3 + Math.imul(a[i + k + 3]!, b[j + k + 3]!)) | 0;
  }
  for (let k = fours; k < length; k += 1) s0 += a[i + k]! * b[j + k]!;
  return s0 + s1 + s2 + s3;
}
