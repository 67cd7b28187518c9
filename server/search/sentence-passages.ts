import type { IndexTables } from './index-tables.ts';

/** Finds the passages that hold a sentence without looking at the others: a document's passages stand in reading order. */
export class SentencePassages {
  readonly #tables: Pick<IndexTables, 'firstSentences' | 'lastSentences'>;
  /** Ordinals by document, each in reading order, and where each document's begin. */
  readonly #ordinals: Uint32Array;
  readonly #starts: Uint32Array;

  constructor(tables: Pick<IndexTables, 'documents' | 'firstSentences' | 'lastSentences'>, documents: number) {
    this.#tables = tables;
    this.#starts = new Uint32Array(documents + 1);
    for (const document of tables.documents) this.#starts[document + 1]! += 1;
    for (let i = 0; i < documents; i += 1) this.#starts[i + 1]! += this.#starts[i]!;
    const next = this.#starts.slice();
    this.#ordinals = new Uint32Array(tables.documents.length);
    tables.documents.forEach((document, ordinal) => (this.#ordinals[next[document]!++] = ordinal));
  }

  /** Ordinals of the passages with a sentence of a document, ascending. */
  of(document: number, sentence: number): number[] {
    const { firstSentences, lastSentences } = this.#tables;
    const begin = this.#starts[document]!;
    let low = begin;
    let high = this.#starts[document + 1]!;
    // The first passage that begins after the sentence; those that hold it stand right before.
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firstSentences[this.#ordinals[middle]!]! <= sentence) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let at = low - 1; at >= begin && lastSentences[this.#ordinals[at]!]! > sentence; at -= 1) found.unshift(this.#ordinals[at]!);
    return found;
  }
}
