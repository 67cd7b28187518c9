/** Typed arrays by name, as one file holds them. */
export type Arrays = Record<string, Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array>;

const TYPES = { Float64Array, Float32Array, Int32Array, Uint32Array, Uint16Array } as const;

interface Section {
  name: string;
  type: keyof typeof TYPES;
  length: number;
}

/** Every array starts at a multiple of this, the widest element there is. */
const ALIGNMENT = 8;

/** Length of a JSON list of sections, that list, then the arrays one after another; little-endian, as every platform of Node. */
export function encodeArrays(arrays: Arrays): Buffer {
  const sections = Object.entries(arrays).map(([name, array]): Section => ({ name, type: array.constructor.name as Section['type'], length: array.length }));
  const list = Buffer.from(JSON.stringify(sections));
  const head = Buffer.alloc(aligned(4 + list.length));
  head.writeUInt32LE(list.length);
  list.copy(head, 4);
  const bodies = Object.values(arrays).flatMap(({ buffer, byteOffset, byteLength }) => [
    Buffer.from(buffer, byteOffset, byteLength),
    Buffer.alloc(aligned(byteLength) - byteLength),
  ]);
  return Buffer.concat([head, ...bodies]);
}

/** Views on what was read, without copying megabytes; the caller says which arrays it expects. */
export function decodeArrays<T extends Arrays>(data: Buffer): T {
  // A pooled buffer may start at any byte; these arrays want multiples of eight.
  const own = data.byteOffset % ALIGNMENT === 0 ? data : Buffer.from(Uint8Array.from(data).buffer);
  const length = own.readUInt32LE();
  let at = aligned(4 + length);
  const arrays: Arrays = {};
  for (const { name, type, length: count } of JSON.parse(own.toString('utf8', 4, 4 + length)) as Section[]) {
    const Type = TYPES[type];
    arrays[name] = new Type(own.buffer as ArrayBuffer, own.byteOffset + at, count);
    at += aligned(count * Type.BYTES_PER_ELEMENT);
  }
  return arrays as T;
}

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
