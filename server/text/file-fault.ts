/** One thing wrong in a content file that people edit. */
export interface FileFault {
  /** Relative to the folder of the content: `routes/pgaz.yaml`. */
  file: string;
  /** 1-based; 0 when the fault is the file as a whole. */
  line: number;
  /** Dutch, says what is wrong and what to do. */
  reason: string;
}
