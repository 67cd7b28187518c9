import type { CompoundSplitter } from '../text/compounds.ts';
import { buildPostings, FIELDS, type LexicalDocument, type LexicalPostings } from './lexical-postings.ts';
import { PART_BOOST, QueryAnalyser, type QueryTerm } from './query-analyser.ts';
import { SortedTerms } from './sorted-terms.ts';
import { topScores } from './top-scores.ts';

export interface LexicalHit {
  /** Ordinal of the passage. */
  id: number;
  score: number;
}

/**
 * What each field weighs beside the text (1); measured on the tune half of the evaluation cases. The document's name
 * counts since a question that names it ("volgens de Kamerbrief") means it.
 */
const BOOSTS: Record<(typeof FIELDS)[number], number> = { text: 1, headings: 0.6, document: 0.6, parts: PART_BOOST };
/** BM25+ (Lv & Zhai, CIKM 2011): how soon more of the same term stops counting, how much length counts, and what meeting a term is worth at least. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };
/** A longer term that begins with the question's counts as met from this length on; the longer, the less. */
const PREFIX = { length: 6, weight: 0.3, decay: 0.3 };
/** Typing faults are forgiven from this length on, as many as this share of the letters (at most `most`); the more, the less it counts. */
const FUZZY = { length: 7, share: 0.15, most: 6, weight: 0.4 };

/** BM25+ ranking of passages with Dutch stems, compound parts and typo tolerance. */
export class LexicalIndex {
  readonly #terms: SortedTerms;
  readonly #postings: LexicalPostings;
  /** k · (1 − b + b · length / mean length) of each passage's field. */
  readonly #norms: Float64Array;
  readonly #passages: number;
  /** Kept between searches: as many as there are passages. */
  readonly #scores: Float64Array;

  /** @param terms in the order of `sort()`, as the postings count them */
  constructor(terms: readonly string[], postings: LexicalPostings) {
    this.#terms = new SortedTerms(terms);
    this.#postings = postings;
    this.#passages = postings.lengths.length / FIELDS.length;
    this.#norms = normsOf(postings.lengths);
    this.#scores = new Float64Array(this.#passages);
  }

  static build(documents: readonly LexicalDocument[], splitter: CompoundSplitter): LexicalIndex {
    const { terms, postings } = buildPostings(documents, new QueryAnalyser(splitter));
    return new LexicalIndex(terms, postings);
  }

  /** The `limit` best scores of passages that match a term (of those that `takesPart` lets in), best first, ties by id. */
  search(query: readonly QueryTerm[], limit = Infinity, takesPart?: (id: number) => boolean): LexicalHit[] {
    const weights = new Map<string, number>();
    for (const { stem: term, weight } of query) if (weight > 0) weights.set(term, Math.max(weights.get(term) ?? 0, weight));
    const met: number[] = [];
    for (const [term, weight] of weights) {
      for (const [place, likeness] of this.#variants(term)) this.#add(place, likeness * weight, met, takesPart);
    }
    const hits = topScores(met, (id) => this.#scores[id]!, limit);
    for (const id of met) this.#scores[id] = 0;
    return hits;
  }

  /** Places of the terms that meet one of the question, with how much each counts: itself, what begins with it, what is spelt nearly so. */
  #variants(term: string): Map<number, number> {
    const variants = new Map<number, number>();
    if (term.length >= FUZZY.length) {
      for (const { place, distance } of this.#terms.near(term, Math.min(FUZZY.most, Math.round(term.length * FUZZY.share)))) {
        const { length } = this.#terms.terms[place]!;
        variants.set(place, (FUZZY.weight * length) / (length + distance));
      }
    }
    if (term.length >= PREFIX.length) {
      const [first, last] = this.#terms.startingWith(term);
      for (let place = first; place < last; place += 1) {
        const { length } = this.#terms.terms[place]!;
        variants.set(place, (PREFIX.weight * length) / (length + PREFIX.decay * (length - term.length)));
      }
    }
    const own = this.#terms.placeOf(term);
    if (own >= 0) variants.set(own, 1);
    return variants;
  }

  /** Adds what a term is worth to the passages that hold it. @param met gets the ids whose score was nought before */
  #add(place: number, weight: number, met: number[], takesPart: ((id: number) => boolean) | undefined): void {
    const { starts, passages, frequencies } = this.#postings;
    const scores = this.#scores;
    FIELDS.forEach((name, field) => {
      const list = place * FIELDS.length + field;
      const first = starts[list]!;
      const last = starts[list + 1]!;
      const holding = last - first;
      const factor = weight * BOOSTS[name] * Math.log(1 + (this.#passages - holding + 0.5) / (holding + 0.5));
      for (let at = first; at < last; at += 1) {
        const id = passages[at]!;
        if (takesPart && !takesPart(id)) continue;
        const frequency = frequencies[at]!;
        if (scores[id] === 0) met.push(id);
        scores[id]! += factor * (BM25.d + (frequency * (BM25.k + 1)) / (frequency + this.#norms[id * FIELDS.length + field]!));
      }
    });
  }
}

function normsOf(lengths: Uint16Array): Float64Array {
  const passages = lengths.length / FIELDS.length;
  const means = FIELDS.map((_, field) => {
    let sum = 0;
    for (let at = field; at < lengths.length; at += FIELDS.length) sum += lengths[at]!;
    return sum / passages;
  });
  return Float64Array.from(lengths, (length, at) => BM25.k * (1 - BM25.b + (BM25.b * length) / means[at % FIELDS.length]!));
}
