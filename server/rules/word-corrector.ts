import { withinOneEdit } from '../text/within-one-edit.ts';

/** Shorter words have too many neighbours (letters). */
const MIN_LENGTH = 7;
/** Below this length the first letter must be right: few mistakes are made there, and many words rhyme. */
const MIN_FIRST_LETTER_TYPO = 9;

/** The one listed word that lies a typing mistake away, or else the word itself. Another ending is no mistake: `gemeenten` is not `gemeente`. */
export function createWordCorrector(listed: ReadonlySet<string>, realWords: Iterable<string>): (word: string) => string {
  const real = new Set(realWords);
  const long = [...listed].filter((word) => word.length >= MIN_LENGTH);
  return (word) => {
    if (word.length < MIN_LENGTH || listed.has(word) || real.has(word)) return word;
    const near = long.filter(
      (other) =>
        (word.length >= MIN_FIRST_LETTER_TYPO || word[0] === other[0]) &&
        !word.startsWith(other) && !other.startsWith(word) && word.slice(0, -1) !== other.slice(0, -1) &&
        withinOneEdit(word, other),
    );
    return near.length === 1 ? (near[0] ?? word) : word;
  };
}
