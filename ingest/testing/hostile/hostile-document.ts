/** A file made to hang, swamp or deceive whoever reads it. */
export interface HostileDocument {
  /** Unique; with the extension it is the name of the file. */
  name: string;
  extension: 'txt' | 'md' | 'html' | 'pdf' | 'docx';
  make: () => string | Uint8Array | Promise<Uint8Array>;
  /** Words that a reader of the original does not see: they may not stand in the text, and the report has to name them. */
  hidden?: string;
  /** Words that a reader does see, beside them. */
  seen?: string;
}

/** Of each pattern so many that a rule whose cost grows with the square does not end. */
export const MANY = 200_000;

export const many = (pattern: string, times = MANY): string => pattern.repeat(times);
/** Pattern by number: no two lines alike. */
export const counted = (line: (at: number) => string, times: number): string => Array.from({ length: times }, (_, at) => line(at)).join('');
