/** What a document may cost. A file above a limit is refused with a sentence; the others go on. */
export const LIMITS = {
  fileBytes: 25 * 1024 * 1024,
  pages: 500,
  /** UTF-8 bytes of the text that comes out. */
  textBytes: 2 * 1024 * 1024,
  /** Unpacked size that a Word file announces; more is a bomb. */
  unpackedBytes: 200 * 1024 * 1024,
  /** For one document, in the child process. */
  parseMs: 60_000,
  parseHeapMb: 512,
} as const;
