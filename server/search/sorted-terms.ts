/** A term near another: its place in the list, and how many letters were changed, added or left out. */
export interface NearTerm {
  place: number;
  distance: number;
}

/**
 * A vocabulary as one sorted list. Terms that begin alike stand together, so that a prefix is a range and the list can be
 * searched for near spellings as a trie: what has gone too far wrong after some letters is skipped with all that begins so.
 */
export class SortedTerms {
  readonly terms: readonly string[];

  /** @param terms without repeats, in the order of `sort()` (UTF-16 code units) */
  constructor(terms: readonly string[]) {
    this.terms = terms;
  }

  /** Place of a term, or −1. */
  placeOf(term: string): number {
    const place = this.#from(term);
    return this.terms[place] === term ? place : -1;
  }

  /** Places `[first, last)` of the terms that begin with `prefix`, itself included. */
  startingWith(prefix: string): [first: number, last: number] {
    const first = this.#from(prefix);
    return [first, this.#after(prefix, first)];
  }

  /** Terms at a Levenshtein distance of at most `most`, in order. */
  near(term: string, most: number): NearTerm[] {
    const columns = term.length + 1;
    // Row i holds the distances between the first i letters of a term of the list and all beginnings of `term`.
    const rows = new Uint16Array((term.length + most + 2) * columns);
    for (let j = 0; j < columns; j += 1) rows[j] = j;
    const found: NearTerm[] = [];
    let before = '';
    for (let place = 0; place < this.terms.length; ) {
      const candidate = this.terms[place]!;
      // The rows of the letters shared with the term before it stand there already.
      const { reached, dead } = fill(rows, columns, term, candidate, shared(before, candidate), most);
      if (dead) {
        before = candidate.slice(0, reached - 1);
        place = this.#after(candidate.slice(0, reached), place);
        continue;
      }
      const distance = rows[candidate.length * columns + term.length]!;
      if (distance <= most) found.push({ place, distance });
      before = candidate;
      place += 1;
    }
    return found;
  }

  /** First place whose term is not before `term`. */
  #from(term: string): number {
    let low = 0;
    let high = this.terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.terms[middle]! < term) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** First place from `from` on whose term does not begin with `prefix`; looked for nearby first, since most ranges are short. */
  #after(prefix: string, from: number): number {
    let low = from;
    let step = 1;
    while (low + step < this.terms.length && this.terms[low + step]!.startsWith(prefix)) {
      low += step;
      step *= 2;
    }
    let high = Math.min(this.terms.length, low + step);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.terms[middle]!.startsWith(prefix)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Letters that two terms begin with alike. */
function shared(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/**
 * Fills the rows of a term's letters from `known` on.
 * @returns `dead` when after `reached` letters no ending can bring it within `most`
 */
function fill(rows: Uint16Array, columns: number, term: string, candidate: string, known: number, most: number): { reached: number; dead: boolean } {
  for (let i = known + 1; i <= candidate.length; i += 1) {
    // Longer than the term by more than that: it cannot come right.
    if (i > term.length + most) return { reached: i, dead: true };
    const row = i * columns;
    rows[row] = i;
    let lowest = rows[row];
    const letter = candidate[i - 1];
    for (let j = 1; j < columns; j += 1) {
      const replaced = rows[row - columns + j - 1]! + Number(letter !== term[j - 1]);
      const distance = Math.min(replaced, rows[row - columns + j]! + 1, rows[row + j - 1]! + 1);
      rows[row + j] = distance;
      if (distance < lowest) lowest = distance;
    }
    if (lowest > most) return { reached: i, dead: true };
  }
  return { reached: candidate.length, dead: false };
}
