import { stem } from './words.ts';

const MIN_PART = 4;
const MIN_COMPOUND = 8;
/** Sounds that Dutch puts between the parts of a compound. */
const LINKS = ['', 's', 'en', 'e', 'n'];

/**
 * Splits Dutch compounds by the words that a collection uses itself
 * (`huisartsenbekostiging` → `huisartsen`, `bekostiging`), so that a question's
 * `bekostiging` finds it and a compound typed apart or together makes no difference.
 */
export class CompoundSplitter {
  readonly #vocabulary: ReadonlySet<string>;
  readonly #memo = new Map<string, string[]>();

  /** @param vocabulary folded words of the collection */
  constructor(vocabulary: Iterable<string>) {
    this.#vocabulary = new Set([...vocabulary].filter((word) => word.length >= MIN_PART && /^\p{L}+$/u.test(word)));
  }

  /** Folded parts of a folded word, fewest and longest first part first; empty when it is no compound. */
  split(word: string): string[] {
    if (word.length < MIN_COMPOUND || !/^\p{L}+$/u.test(word)) return [];
    let parts = this.#memo.get(word);
    if (!parts) {
      parts = this.#search(word, 3) ?? [];
      if (this.#memo.size < 20_000) this.#memo.set(word, parts);
    }
    return parts;
  }

  #search(word: string, most: number): string[] | undefined {
    let best: string[] | undefined;
    for (let cut = word.length - MIN_PART; cut >= MIN_PART; cut -= 1) {
      const tail = word.slice(cut);
      const head = this.#head(word.slice(0, cut));
      if (head === undefined) continue;
      const rest = this.#known(tail) ? [tail] : most > 2 && tail.length >= MIN_COMPOUND ? this.#search(tail, most - 1) : undefined;
      if (rest && (!best || rest.length + 1 < best.length)) best = [head, ...rest];
    }
    return best;
  }

  /** The first part without its linking sound, when the collection knows it. */
  #head(part: string): string | undefined {
    for (const link of LINKS) {
      if (!part.endsWith(link)) continue;
      const bare = link ? part.slice(0, -link.length) : part;
      if (bare.length >= MIN_PART && this.#known(bare)) return bare;
    }
    return undefined;
  }

  #known(word: string): boolean {
    return this.#vocabulary.has(word);
  }
}

/** Stems of the parts. */
export function partStems(splitter: CompoundSplitter, word: string): string[] {
  return splitter.split(word).map(stem);
}
