import { isSuperseded } from '../corpus/validity.ts';
import type { CompoundSplitter } from '../text/compounds.ts';
import { withinOneEdit } from '../text/within-one-edit.ts';
import { isStopWord, stem, subwords, words } from '../text/words.ts';
import { SortedTerms } from './sorted-terms.ts';
import type { WordCounts } from './word-counts.ts';

/** A letter wrong, missing or too many is one edit, two neighbours swapped are two for Levenshtein. */
const ONE_TYPO = 2;
const MOST_WORDS = 20_000;

/**
 * Document frequencies of stems over passages, and how a question's word is met by a text.
 * A word is met by its own stem, by a part of a compound, or as the beginning of a longer word.
 */
export class TermStatistics {
  readonly #stems: SortedTerms;
  /** Passages that hold each stem; a stem of documents that do not count is held by none. */
  readonly #frequencies: Uint32Array;
  readonly #passages: number;
  readonly #forms: WordForms;

  /** @param groups those that count */
  constructor({ stems, groups }: Pick<WordCounts, 'stems' | 'groups'>, splitter: CompoundSplitter) {
    this.#stems = new SortedTerms(stems);
    this.#frequencies = Uint32Array.from(stems, (_, place) => groups.reduce((sum, { frequencies }) => sum + frequencies[place]!, 0));
    this.#passages = groups.reduce((sum, { passages }) => sum + passages, 0);
    this.#forms = wordForms(splitter);
  }

  /** Stems of a text with those of compound parts. */
  termSet(text: string): Set<string> {
    return formsIn(text, this.#forms);
  }

  /** Stem of a word, of its hyphened parts and of its compound parts. */
  forms(word: string): readonly string[] {
    return this.#forms(word);
  }

  /** BM25's inverse document frequency; highest for what no passage holds. */
  idf(term: string): number {
    const df = this.#frequencyOf(term);
    return Math.log(1 + (this.#passages - df + 0.5) / (df + 0.5));
  }

  /** Whether the collection holds the term at all. */
  knows(term: string): boolean {
    return this.#frequencyOf(term) > 0;
  }

  /** Stems of the collection that begin with `prefix`, in order; itself included. */
  startingWith(prefix: string): string[] {
    const [first, last] = this.#stems.startingWith(prefix);
    return this.#stems.terms.slice(first, last).filter((_, i) => this.#frequencies[first + i]! > 0);
  }

  /** Stems of the collection that differ from `term` by at most one typing mistake, in order. */
  withinOneTypo(term: string): string[] {
    return this.#stems
      .near(term, ONE_TYPO)
      .filter(({ place }) => this.#frequencies[place]! > 0)
      .map(({ place }) => this.#stems.terms[place]!)
      .filter((near) => withinOneEdit(term, near));
  }

  #frequencyOf(term: string): number {
    const place = this.#stems.placeOf(term);
    return place < 0 ? 0 : this.#frequencies[place]!;
  }
}

/** Stem of a word, of its hyphened parts and of its compound parts. */
export type WordForms = (word: string) => readonly string[];

/** Forms of words; those of the words met before are remembered, since sentences say the same words over and over. */
export function wordForms(splitter: CompoundSplitter): WordForms {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    let forms = known.get(word);
    if (!forms) {
      forms = formsOf(word, splitter);
      if (known.size < MOST_WORDS) known.set(word, forms);
    }
    return forms;
  };
}

/** Stems of a text with those of compound parts. */
export function formsIn(text: string, forms: WordForms): Set<string> {
  const set = new Set<string>();
  for (const { word } of words(text)) for (const form of forms(word)) set.add(form);
  return set;
}

function formsOf(word: string, splitter: CompoundSplitter): string[] {
  const pieces = [word, ...subwords(word)];
  return [...pieces, ...pieces.flatMap((piece) => splitter.split(piece))].filter((piece) => !isStopWord(piece)).map(stem);
}

/** Statistics of what holds on a day, YYYY-MM-DD; days on which the same documents hold share theirs. */
export function statisticsByDay({ wordCounts, splitter }: { wordCounts: WordCounts; splitter: CompoundSplitter }): (day: string) => TermStatistics {
  const made = new Map<string, TermStatistics>();
  return (day) => {
    const groups = wordCounts.groups.filter((group) => !isSuperseded(group, day));
    const key = groups.map(({ supersededOn }) => supersededOn).join(' ');
    let statistics = made.get(key);
    if (!statistics) made.set(key, (statistics = new TermStatistics({ stems: wordCounts.stems, groups }, splitter)));
    return statistics;
  };
}
