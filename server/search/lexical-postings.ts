import type { Arrays } from './array-file.ts';
import { type QueryAnalyser, wholeStems } from './query-analyser.ts';

export interface LexicalDocument {
  text: string;
  headings: string;
  /** Name and subject of its document. */
  document: string;
}

/** What is searched apart, each with a length of its own. */
export const FIELDS = ['text', 'headings', 'document', 'parts'] as const;

/**
 * An inverted index in numbers: for each term and field the passages that hold it and how often. Lists stand one after
 * another, by term and then by field; `starts[term × fields + field]` is where one begins, and the next begins where it ends.
 */
export interface LexicalPostings extends Arrays {
  starts: Uint32Array;
  passages: Uint32Array;
  frequencies: Uint16Array;
  /** Different terms of each passage's field, `passages × fields`. */
  lengths: Uint16Array;
}

const MOST = 65_535;

/** @returns postings, and the terms in the order of `sort()` that they count in */
export function buildPostings(documents: Iterable<LexicalDocument>, analyser: QueryAnalyser): { terms: string[]; postings: LexicalPostings } {
  const places = new Map<string, number>();
  const found = { terms: new Growing(), fields: new Growing(), passages: new Growing(), frequencies: new Growing() };
  const lengths = new Growing();
  let passage = 0;
  for (const { text, headings, document } of documents) {
    const byField = [wholeStems(text), wholeStems(headings), wholeStems(document), analyser.partStems(`${headings} ${text}`)];
    byField.forEach((stems, field) => {
      const counts = new Map<string, number>();
      for (const term of stems) counts.set(term, (counts.get(term) ?? 0) + 1);
      // An empty field counts as one term, as if it held an unknown word: no length is nought.
      lengths.push(Math.min(MOST, Math.max(1, counts.size)));
      for (const [term, count] of counts) {
        let place = places.get(term);
        if (place === undefined) places.set(term, (place = places.size));
        found.terms.push(place);
        found.fields.push(field);
        found.passages.push(passage);
        found.frequencies.push(Math.min(MOST, count));
      }
    });
    passage += 1;
  }
  const terms = [...places.keys()].sort();
  return { terms, postings: { ...sorted(found, rankOf(terms, places)), lengths: Uint16Array.from(lengths.values) } };
}

/** Place in the sorted list by place of first appearance. */
function rankOf(terms: readonly string[], places: ReadonlyMap<string, number>): Uint32Array {
  const ranks = new Uint32Array(terms.length);
  terms.forEach((term, rank) => (ranks[places.get(term)!] = rank));
  return ranks;
}

/** Counting sort by term and field; within a list the passages stay in order. */
function sorted(found: Record<'terms' | 'fields' | 'passages' | 'frequencies', Growing>, ranks: Uint32Array): Record<'starts' | 'passages', Uint32Array> & { frequencies: Uint16Array } {
  const { terms, fields, passages, frequencies } = found;
  const count = terms.values.length;
  const listOf = (i: number) => ranks[terms.values[i]!]! * FIELDS.length + fields.values[i]!;
  const starts = new Uint32Array(ranks.length * FIELDS.length + 1);
  for (let i = 0; i < count; i += 1) starts[listOf(i) + 1]! += 1;
  for (let list = 1; list < starts.length; list += 1) starts[list]! += starts[list - 1]!;
  const next = starts.slice();
  const result = { starts, passages: new Uint32Array(count), frequencies: new Uint16Array(count) };
  for (let i = 0; i < count; i += 1) {
    const at = next[listOf(i)]!++;
    result.passages[at] = passages.values[i]!;
    result.frequencies[at] = frequencies.values[i]!;
  }
  return result;
}

/** Numbers that come one by one. */
class Growing {
  #array = new Uint32Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#array.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#array);
      this.#array = larger;
    }
    this.#array[this.#length] = value;
    this.#length += 1;
  }

  get values(): Uint32Array {
    return this.#array.subarray(0, this.#length);
  }
}
