import { isSuperseded } from '../corpus/validity.ts';
import type { CompoundSplitter } from '../text/compounds.ts';
import { isStopWord, stem, subwords, words } from '../text/words.ts';
import type { SearchIndex } from './index-reader.ts';

/**
 * Document frequencies of stems over passages, and how a question's word is met by a text.
 * A word is met by its own stem, by a part of a compound, or as the beginning of a longer word.
 */
export class TermStatistics {
  readonly #frequency = new Map<string, number>();
  readonly #passages: number;
  readonly #splitter: CompoundSplitter;

  constructor(passages: readonly string[], splitter: CompoundSplitter) {
    this.#passages = passages.length;
    this.#splitter = splitter;
    for (const text of passages) {
      for (const term of this.termSet(text)) this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + 1);
    }
  }

  /** Stems of a text with those of compound parts. */
  termSet(text: string): Set<string> {
    const set = new Set<string>();
    for (const { word } of words(text)) for (const form of this.forms(word)) set.add(form);
    return set;
  }

  /** Stem of a word, of its hyphened parts and of its compound parts. */
  forms(word: string): string[] {
    const pieces = [word, ...subwords(word)];
    return [...pieces, ...pieces.flatMap((piece) => this.#splitter.split(piece))]
      .filter((piece) => !isStopWord(piece))
      .map(stem);
  }

  /** BM25's inverse document frequency; highest for what no passage holds. */
  idf(term: string): number {
    const df = this.#frequency.get(term) ?? 0;
    return Math.log(1 + (this.#passages - df + 0.5) / (df + 0.5));
  }

  /** Whether the collection holds the term at all. */
  knows(term: string): boolean {
    return this.#frequency.has(term);
  }

  /** Stems of the collection. */
  vocabulary(): Iterable<string> {
    return this.#frequency.keys();
  }
}

/** Statistics of what holds on a day, YYYY-MM-DD; days on which the same documents hold share theirs. */
export function statisticsByDay({ documents, passages, splitter }: Pick<SearchIndex, 'documents' | 'passages' | 'splitter'>): (day: string) => TermStatistics {
  const counted = new Map<string, TermStatistics>();
  return (day) => {
    const holding = new Map([...documents].filter(([, document]) => !isSuperseded(document, day)));
    const key = [...holding.keys()].join(' ');
    const known = counted.get(key);
    if (known) return known;
    const texts = passages.flatMap(({ documentId, start, end }) => holding.get(documentId)?.text.slice(start, end) ?? []);
    const statistics = new TermStatistics(texts, splitter);
    counted.set(key, statistics);
    return statistics;
  };
}
