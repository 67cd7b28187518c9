/** Until when a document holds; both absent while it is in force. */
export interface Force {
  /** First day, month or year in which it no longer holds: `2015-01-01`, `2015-01`, `2015`. */
  supersededOn?: string;
  /** What came in its place, with article as in a sentence: "de Jeugdwet". */
  supersededBy?: string;
}

/** Whether a document no longer holds on a day, YYYY-MM-DD. A month or year sorts before its first day. */
export function isSuperseded({ supersededOn }: Force, day: string): boolean {
  return supersededOn !== undefined && supersededOn <= day;
}

/** The fields alone, absent where a document has none. */
export function forceOf({ supersededOn, supersededBy }: Force): Force {
  return { ...(supersededOn !== undefined && { supersededOn }), ...(supersededBy !== undefined && { supersededBy }) };
}
