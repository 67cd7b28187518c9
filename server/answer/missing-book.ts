import type { MissingKind } from '../corpus/missing.ts';
import type { QuestionMeasure } from '../model/question-measure.ts';
import type { MissingData } from '../search/asked-data.ts';
import { FormIndex } from '../search/form-index.ts';
import type { QueryTerm } from '../search/query-analyser.ts';
import type { SearchIndex } from '../search/index-reader.ts';
import { fold } from '../text/words.ts';

/** How a question meets what the sources do not say. */
export interface MissingMatch {
  /** The kind that fits best. */
  kind: MissingKind;
  /** Cosine with its nearest form, −1…1; absent without the encoder. */
  nearest?: number;
  /** Its forms' part of the weight of all forms of missing things, 0…1. */
  share?: number;
  /** BM25+ of its text and forms. */
  words: number;
  /** The question holds a word that by itself tells that it is this kind. */
  byWord: boolean;
}

/** What one index's sources do not say, ready to be found. */
export class MissingBook {
  readonly kinds: readonly MissingKind[];
  readonly #index: FormIndex;
  readonly #words: readonly (RegExp | undefined)[];

  constructor({ kinds, forms }: MissingData, { splitter }: Pick<SearchIndex, 'splitter'>, measure?: QuestionMeasure) {
    this.kinds = kinds;
    this.#index = new FormIndex(forms, kinds.map(({ text }) => text), measure, splitter);
    this.#words = kinds.map(({ words }) => (words.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(asPattern).join('|')})(?![\\p{L}\\p{N}])`, 'u')));
  }

  /** @param vector of the question, absent without the encoder */
  match(question: string, vector: Float32Array | undefined, terms: readonly QueryTerm[]): MissingMatch | undefined {
    const { things } = this.#index.match(vector, terms);
    const folded = fold(question);
    let best: { place: number; worth: number } | undefined;
    things.forEach(({ nearest = 0, words }, place) => {
      const worth = nearest + words / 100 + (this.#words[place]?.test(folded) ? 1 : 0);
      if (!best || worth > best.worth) best = { place, worth };
    });
    if (!best) return undefined;
    const { nearest, share, words } = things[best.place]!;
    return { kind: this.kinds[best.place]!, ...(nearest !== undefined && { nearest, share }), words, byWord: this.#words[best.place]?.test(folded) ?? false };
  }
}

/** A word or phrase as a pattern; `*` stands for any letters. */
function asPattern(word: string): string {
  return fold(word).replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[\\p{L}\\p{N}]*').replace(/\s+/g, '\\s+');
}
