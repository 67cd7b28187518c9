/** What a document may cost. A file above a limit is refused with a sentence; the others go on. */
export const LIMITS = {
  fileBytes: 25 * 1024 * 1024,
  pages: 500,
  /** UTF-8 bytes of the text that comes out. */
  textBytes: 2 * 1024 * 1024,
  /** Unpacked size that a Word file announces; more is a bomb. */
  unpackedBytes: 200 * 1024 * 1024,
  /** Of those, what is XML and has to be parsed. */
  unpackedXmlBytes: 40 * 1024 * 1024,
  /** Elements, lists or quotations within each other; more than this nobody reads. */
  nesting: 100,
  /** Sentences or blocks of one document: ten times what a text of this size has. */
  pieces: 60_000,
  /** Processor time of one step of one document, in the child process: reading it, or making its text. */
  taskMs: 60_000,
  /** JavaScript heap and real memory of that process; what is measured may pass the second by a moment's worth. */
  heapMb: 448,
  memoryMb: 672,
} as const;
