import { dutchDate } from './dates.ts';

/** Until when a document holds; both absent while it is in force. */
export interface Force {
  /** First day, month or year in which it no longer holds: `2015-01-01`, `2015-01`, `2015`. */
  supersededOn?: string | undefined;
  /** What came in its place, with article as in a sentence: "de Jeugdwet". */
  supersededBy?: string | undefined;
}

/** Whether a document no longer holds on a day, YYYY-MM-DD. A month or year sorts before its first day. */
export function isSuperseded({ supersededOn }: Force, day: string): boolean {
  return supersededOn !== undefined && supersededOn <= day;
}

/** The fields alone, absent where a document has none. */
export function forceOf({ supersededOn, supersededBy }: Force): Force {
  return { ...(supersededOn !== undefined && { supersededOn }), ...(supersededBy !== undefined && { supersededBy }) };
}

/** In words, as said on a day: "geldt niet meer sinds 2015", or "geldt tot juli 2029"; nothing for a document without an end. */
export function endOfForce({ supersededOn }: Force, today: string): string | undefined {
  if (supersededOn === undefined) return undefined;
  return `geldt ${isSuperseded({ supersededOn }, today) ? 'niet meer sinds' : 'tot'} ${dutchDate(supersededOn)}`;
}
