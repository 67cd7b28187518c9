import { isEnglishStopWord, isStopWord, words } from '../text/words.ts';
import type { TermStatistics } from '../search/term-statistics.ts';
import type { ReadQuestion } from './prepare-query.ts';

/** One informative word of a question and all that counts as meeting it. */
export interface WordGroup {
  /** Written with a capital inside the sentence, or with a digit: a name, a year, a number. */
  specific: boolean;
  word: string;
  /** Offsets in the standalone question. */
  start: number;
  end: number;
  /** idf of the word as typed; the weight of meeting it. */
  weight: number;
  stems: ReadonlySet<string>;
  /** The collection holds the word, a part of it, or what the glossary makes of it. */
  known: boolean;
}

/** Typing faults are forgiven in words of at least this length. */
const TYPO_LENGTH = 6;
/** A longer word that begins with the question's stem meets it from this length on. */
const PREFIX_LENGTH = 5;

/**
 * How much of what a question asks stands in a text: informative words weighted by idf
 * (rare words say most). A near passage that misses the rare word does not answer.
 */
export class QuestionCoverage {
  readonly groups: readonly WordGroup[];
  /** The question that the groups' offsets count in. */
  readonly text: string;
  readonly #total: number;
  readonly #statistics: TermStatistics;

  constructor(question: ReadQuestion, statistics: TermStatistics) {
    this.#statistics = statistics;
    this.text = question.standalone;
    const english = question.profile.language === 'en';
    const groups = new Map<string, WordGroup>();
    for (const { word, start, end } of words(question.standalone)) {
      if (isStopWord(word) || (english && isEnglishStopWord(word)) || groups.has(word)) continue;
      const matched = question.expansions.filter(({ matched: text }) => {
        const at = question.standalone.indexOf(text);
        return at >= 0 && start >= at && end <= at + text.length;
      });
      const own = statistics.forms(word).flatMap((form) => this.#met(form));
      const meant = matched.flatMap(({ term, expansions }) => [term, ...expansions].flatMap((name) => [...statistics.termSet(name)]));
      const stems = new Set([...own, ...meant]);
      const known = [...stems].some((form) => statistics.knows(form));
      const weight = Math.max(0.1, ...statistics.forms(word).map((form) => statistics.idf(form)));
      const typed = question.standalone.slice(start, end);
      const specific = /\d/.test(typed) || (/^\p{Lu}/u.test(typed) && /[\p{L},;:]\s*$/u.test(question.standalone.slice(0, start)));
      groups.set(word, { word, weight, stems, known, specific, start, end });
    }
    this.groups = [...groups.values()];
    this.#total = this.groups.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** Share (0…1) of the question's weight that a text meets; 0 without informative words. */
  of(text: string): number {
    return this.ofTerms(this.#statistics.termSet(text));
  }

  ofTerms(terms: ReadonlySet<string>): number {
    if (this.#total === 0) return 0;
    let met = 0;
    for (const { stems, weight } of this.groups) if ([...stems].some((form) => terms.has(form))) met += weight;
    return met / this.#total;
  }

  /** Share (0…1) of the question's weight that the collection knows at all. */
  get known(): number {
    if (this.#total === 0) return 0;
    return this.groups.reduce((sum, { known, weight }) => sum + (known ? weight : 0), 0) / this.#total;
  }

  termsOf(text: string): ReadonlySet<string> {
    return this.#statistics.termSet(text);
  }

  meets(group: WordGroup, terms: ReadonlySet<string>): boolean {
    return [...group.stems].some((form) => terms.has(form));
  }

  /** Words that nothing in the collection meets. */
  get unknownWords(): string[] {
    return this.groups.filter(({ known }) => !known).map(({ word }) => word);
  }

  /** The stem itself, longer words of the collection that begin with it, and the nearest spelling of an unknown one. */
  #met(form: string): string[] {
    const longer = form.length >= PREFIX_LENGTH ? this.#statistics.startingWith(form) : [];
    const misspelt = form.length >= TYPO_LENGTH && !this.#statistics.knows(form) ? this.#statistics.withinOneTypo(form) : [];
    return [form, ...longer, ...misspelt];
  }
}
