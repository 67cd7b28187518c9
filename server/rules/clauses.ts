/** A question is at most 1,000 characters; of anything longer the start is read, so that time stays bounded. */
const MAXIMUM_CHARACTERS = 2000;

/** A question as clauses: split at punctuation, at a dash between spaces and at "maar" and "terwijl". */
export function clausesOf(text: string): string[] {
  return text
    .slice(0, MAXIMUM_CHARACTERS)
    .split(/[.,;:!?()\n]+|\bmaar\b|\bterwijl\b|\s[-–—]\s/iu)
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
}
