import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** Large enough that few turns of the event loop are spent on a file, small enough that requests come in between. */
const CHUNK = 1 << 20;

/** sha256 of a file, read piece by piece: a file may be larger than memory. */
export async function fileSha256(path: string): Promise<string> {
  let buffer: Buffer | undefined;
  return hashPieces(path, (_, length) => (buffer ??= Buffer.alloc(length)).subarray(0, length));
}

/** The content with its sha256, hashed while it is read. The memory is its own and starts at a multiple of eight: views on it may be kept. */
export async function readHashed(path: string): Promise<{ data: Buffer; sha256: string }> {
  let data = Buffer.alloc(0);
  const sha256 = await hashPieces(path, (at, length, size) => {
    if (at === 0) data = Buffer.from(new ArrayBuffer(size));
    return data.subarray(at, at + length);
  });
  return { data, sha256 };
}

/** @param place where to put the next piece: its offset, its length, and the size of the file */
async function hashPieces(path: string, place: (at: number, length: number, size: number) => Buffer): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const hash = createHash('sha256');
    for (let at = 0; at < size; ) {
      const piece = place(at, Math.min(CHUNK, size - at), size);
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      // Cut short since: its hash will be another.
      if (bytesRead === 0) break;
      hash.update(piece.subarray(0, bytesRead));
      at += bytesRead;
    }
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}
