/** The tokens of one passage with their vectors as int8, for late interaction. */
export interface PassageTokens {
  /** `tokens × dimensions`; a row times its scale is the unit vector. */
  vectors: Int8Array;
  scales: Float32Array;
  /** Vocabulary id of each token. */
  ids: Int32Array;
  /** Per sentence of the passage `[first, last)` into its tokens. */
  sentences: [first: number, last: number][];
}

/** Tokens to keep, whatever becomes of the memory that these stand in. */
export function copyTokens({ vectors, scales, ids, sentences }: PassageTokens): PassageTokens {
  return { vectors: vectors.slice(), scales: scales.slice(), ids: ids.slice(), sentences };
}

/** Numbers of tokens and sentences, then what they count; all in fours of bytes, the vectors last. */
export function encodeTokens({ vectors, scales, ids, sentences }: PassageTokens): Uint8Array {
  const head = Int32Array.of(ids.length, sentences.length, ...sentences.flat());
  const record = new Uint8Array(head.byteLength + scales.byteLength + ids.byteLength + vectors.byteLength);
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of [head, scales, ids, vectors]) {
    record.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return record;
}

/** Views on the record. @param record starts at a multiple of four */
export function decodeTokens({ buffer, byteOffset, byteLength }: Uint8Array): PassageTokens {
  const [count = 0, sentences = 0] = new Int32Array(buffer, byteOffset, 2);
  let at = byteOffset + 2 * Int32Array.BYTES_PER_ELEMENT;
  const ranges = new Int32Array(buffer, at, 2 * sentences);
  at += ranges.byteLength;
  const scales = new Float32Array(buffer, at, count);
  at += scales.byteLength;
  const ids = new Int32Array(buffer, at, count);
  at += ids.byteLength;
  return {
    vectors: new Int8Array(buffer, at, byteOffset + byteLength - at),
    scales,
    ids,
    sentences: Array.from({ length: sentences }, (_, i) => [ranges[2 * i]!, ranges[2 * i + 1]!]),
  };
}
