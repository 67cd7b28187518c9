import { crc32, inflateRawSync } from 'node:zlib';

/** One entry of a zip file, by its place in the list of contents. */
interface Entry {
  at: number;
  length: number;
  packed: Buffer;
  deflated: boolean;
}

const DIRECTORY = 0x02014b50;
const END = 0x06054b50;

/**
 * The content of one file in a zip, whatever size its list of contents tells.
 * @param most bytes; beyond it nothing is unpacked
 * @returns undefined when it is not there or cannot be unpacked
 * @throws RangeError when it is larger
 */
export function readEntry(zip: Buffer, name: string, most: number): Buffer | undefined {
  const entry = findEntry(zip, name);
  if (!entry) return undefined;
  if (!entry.deflated) return entry.packed;
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new RangeError('larger than allowed', { cause: error });
    return undefined;
  }
}

/** The same zip with other content for one file: the new content follows the old files, and the list of contents points to it. */
export function replaceEntry(zip: Buffer, name: string, content: Buffer): Buffer {
  const entry = findEntry(zip, name);
  const start = directoryOf(zip);
  if (!entry || start === undefined) return zip;
  const record = Buffer.from(zip.subarray(entry.at, entry.at + entry.length));
  record.writeUInt16LE(0, 10);
  record.writeUInt32LE(crc32(content), 16);
  record.writeUInt32LE(content.length, 20);
  record.writeUInt32LE(content.length, 24);
  record.writeUInt32LE(start, 42);
  const path = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  record.copy(local, 4, 6, 26);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt16LE(path.length, 26);
  const list = Buffer.concat([zip.subarray(start, entry.at), record, zip.subarray(entry.at + entry.length)]);
  const end = list.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  list.writeUInt32LE(start + local.length + path.length + content.length, end + 16);
  return Buffer.concat([zip.subarray(0, start), local, path, content, list]);
}

function findEntry(zip: Buffer, name: string): Entry | undefined {
  for (let at = directoryOf(zip) ?? zip.length; at + 46 <= zip.length && zip.readUInt32LE(at) === DIRECTORY; ) {
    const nameLength = zip.readUInt16LE(at + 28);
    const length = 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const local = zip.readUInt32LE(at + 42);
      if (local + 30 > zip.length) return undefined;
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      return { at, length, packed: zip.subarray(start, start + zip.readUInt32LE(at + 20)), deflated: zip.readUInt16LE(at + 10) === 8 };
    }
    at += length;
  }
  return undefined;
}

function directoryOf(zip: Buffer): number | undefined {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  return end >= 0 && end + 22 <= zip.length && zip.readUInt32LE(end) === END ? zip.readUInt32LE(end + 16) : undefined;
}
