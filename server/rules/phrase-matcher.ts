/** At most this many other words where a phrase has `…`. */
const gapWords = 3;

/** A question is at most 1,000 characters; of anything longer the start is read, so that time stays bounded. */
const maximumCharacters = 2000;

/** A run of words in a clause: `[start, end)` in word positions. */
export interface Span {
  start: number;
  end: number;
}

/**
 * A question as clauses of plain words: lower case, without accents, split at punctuation and at "maar".
 * Hyphens and apostrophes separate words; "&" belongs to a word (o&i).
 */
export function clausesOf(text: string): string[][] {
  return plain(text.slice(0, maximumCharacters))
    .split(/[.,;:!?()\n]+|\bmaar\b|\bterwijl\b|\s[-–—]\s/u)
    .map(wordsOf)
    .filter((words) => words.length > 0);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}&]+/gu) ?? [];
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s*&\s*/g, '&')
    .replace(/['’]s\b/g, 's');
}

/** A phrase of the rules: words, `prefix*` and `…` for a few other words. */
export class Phrase {
  private readonly parts: readonly string[];

  constructor(text: string) {
    this.parts = plain(text).match(/[\p{L}\p{N}&]+\*?|…/gu) ?? [];
  }

  /** Everywhere the phrase stands in a clause; the shortest run from each first word. */
  findIn(words: readonly string[]): Span[] {
    return words.flatMap((_, start) => {
      const end = this.matchFrom(words, start, 0);
      return end === undefined ? [] : [{ start, end }];
    });
  }

  private matchFrom(words: readonly string[], at: number, part: number): number | undefined {
    const wanted = this.parts[part];
    if (wanted === undefined) return at;
    if (wanted === '…') {
      for (let skip = 0; skip <= gapWords; skip += 1) {
        const end = this.matchFrom(words, at + skip, part + 1);
        if (end !== undefined) return end;
      }
      return undefined;
    }
    const word = words[at];
    if (word === undefined) return undefined;
    const fits = wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
    return fits ? this.matchFrom(words, at + 1, part + 1) : undefined;
  }
}

/** Every place in a clause where one of the phrases stands. */
export function findAny(phrases: readonly Phrase[], words: readonly string[]): Span[] {
  return phrases.flatMap((phrase) => phrase.findIn(words));
}
