import { conflate } from './conflate.ts';
import { isDispensable, isGlue, phraseWords, type PhraseWord } from './phrase-words.ts';
import { TypoVocabulary } from './typo-vocabulary.ts';

/** In a phrase: at most so many other words may stand here. */
export const GAP = '…';
const MOST_IN_GAP = 3;
/** Words typed apart that the phrase writes together, or the other way round: at most so many, from so many letters on. */
const MAX_JOINED_WORDS = 4;
const MIN_JOINED_LENGTH = 7;
const MAX_JOINED_LENGTH = 40;
/** Shortest listed word at the front and at the end of a compound (`huisartsentarief`, `voorbeeldcontract`), and of the rest. */
const MIN_HEAD = 6;
const MIN_TAIL = 7;
const MIN_REST = 4;

export interface Phrase<T> {
  text: string;
  value: T;
  /** Matches in exactly this spelling only, capitals included (`ZIN` is not `zin`). */
  exact?: boolean;
  /** Default true; false matches in these forms only: `over mijn patiënt` is not `over mijn patiënten`. */
  inflected?: boolean;
}

export interface PhraseMatch<T> {
  /** Values of all phrases that match here, each once, in the order in which they were given. */
  values: T[];
  /** Half-open range in the searched text, UTF-16 code units. */
  start: number;
  end: number;
  /** The same in words of the text, half-open. */
  first: number;
  last: number;
}

export interface PhraseIndexOptions {
  /** Tolerate one typing mistake in longer words; default true. For texts that nobody types, such as answers, false. */
  typos?: boolean;
  /** Words one letter from a phrase's word that are no typos of it. */
  realWords?: Iterable<string>;
  /** Little words may be missing, or stand between; default true. Where one makes a difference ("als groep", "er is geen"), false. */
  glue?: boolean;
  /** Find phrases of one word inside a longer word too (`huisartsentarief`); default true. */
  compounds?: boolean;
}

interface Node<T> {
  next: Map<string, Node<T>>;
  values: T[];
}

interface Candidate<T> extends PhraseMatch<T> {
  /** A typo was corrected, or words were joined. */
  guessed: boolean;
}

/**
 * Finds phrases in running text: longest first, inflected, with little words between, written
 * together or apart, with one typo in longer words, and where a phrase has `…` with a few other words. Compiled once, then a query takes well
 * under a millisecond.
 */
export class PhraseIndex<T> {
  readonly #root: Node<T> = { next: new Map(), values: [] };
  readonly #exact = new Map<string, T[]>();
  /** Phrases without their spaces. */
  readonly #joined = new Map<string, T[]>();
  /** One-word phrases as written, for compounds. */
  readonly #single = new Map<string, T[]>();
  /** Absent where no typos are tolerated. */
  readonly #vocabulary: TypoVocabulary | undefined;
  readonly #glue: boolean;
  readonly #compounds: boolean;

  constructor(
    phrases: Iterable<Phrase<T>>,
    { typos = true, realWords = [], glue = true, compounds = true }: PhraseIndexOptions = {},
  ) {
    this.#glue = glue;
    this.#compounds = compounds;
    if (typos) this.#vocabulary = new TypoVocabulary(realWords);
    for (const phrase of phrases) this.#add(phrase);
  }

  /** Matches in the order of the text; they do not overlap. */
  find(text: string): PhraseMatch<T>[] {
    const words = phraseWords(text);
    const candidates = this.#candidates(text, words).sort(
      (a, b) => b.last - b.first - (a.last - a.first) || Number(a.guessed) - Number(b.guessed) || a.first - b.first,
    );

    const holders: (Candidate<T> | undefined)[] = words.map(() => undefined);
    for (const candidate of candidates) {
      const holder = holders[candidate.first];
      if (holder?.first === candidate.first && holder.last === candidate.last && holder.guessed === candidate.guessed) {
        // The same words found another way (`SOP` as typed, `sop` as a phrase): both readings count.
        holder.values = [...new Set([...holder.values, ...candidate.values])];
      } else if (!holders.slice(candidate.first, candidate.last).some(Boolean)) {
        holders.fill(candidate, candidate.first, candidate.last);
      }
    }
    const parts = words.flatMap((word, at) =>
      holders[at] || !this.#compounds ? [] : this.#compoundParts(word).map((part) => ({ ...part, first: at, last: at + 1 })),
    );
    return [...new Set(holders.filter((holder) => holder !== undefined)), ...parts]
      .map(({ values, start, end, first, last }) => ({ values, start, end, first, last }))
      .sort((a, b) => a.start - b.start);
  }

  /** Values of all phrases that stand in a text, also of those inside a longer one or across its edge. */
  mentioned(text: string): Set<T> {
    const words = phraseWords(text);
    const candidates = this.#candidates(text, words);
    const held = new Set(candidates.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, at) => first + at)));
    const parts = words.flatMap((word, at) => (held.has(at) || !this.#compounds ? [] : this.#compoundParts(word)));
    return new Set([...candidates, ...parts].flatMap(({ values }) => values));
  }

  #candidates(text: string, words: readonly PhraseWord[]): Candidate<T>[] {
    const keys = words.map((word) => [word.key, ...(this.#vocabulary?.corrections(word) ?? [])]);
    return [
      ...this.#exactMatches(text, words),
      ...words.flatMap((_, first) => [...this.#sequences(words, keys, first), ...this.#joins(words, keys, first)]),
    ];
  }

  #add({ text, value, exact, inflected = true }: Phrase<T>): void {
    if (exact) return push(this.#exact, text, value);
    const pieces = text.split(GAP).map(phraseWords).filter((piece) => piece.length > 0);
    const words = pieces.flat();
    const content = words.filter((word) => !isDispensable(word));
    // `op papier` would become `papier` and point at everything: then the little word stays.
    const dropsGlue = this.#glue && content.length >= 2;
    let node = this.#root;
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) node = step(node, GAP);
      for (const word of piece) {
        if (dropsGlue && isDispensable(word)) continue;
        node = step(node, inflected ? word.key : asWritten(word));
        if (inflected) this.#vocabulary?.add(word);
      }
    }
    if (!node.values.includes(value)) node.values.push(value);
    if (pieces.length !== 1 || !inflected) return;

    const joined = words.map(({ word }) => word).join('');
    if (joined.length >= MIN_JOINED_LENGTH && joined.length <= MAX_JOINED_LENGTH && /^\p{L}+$/u.test(joined)) {
      push(this.#joined, conflate(joined), value);
      this.#vocabulary?.add({ word: joined, key: conflate(joined) });
    }
    if (words.length === 1 && joined.length >= MIN_HEAD) push(this.#single, joined, value);
  }

  #exactMatches(text: string, words: readonly PhraseWord[]): Candidate<T>[] {
    // In a text all in capitals, capitals tell nothing.
    if (words.length > 3 && text === text.toUpperCase()) return [];
    return words.flatMap(({ raw }, at) => {
      const values = this.#exact.get(raw);
      return values ? [candidate(words, at, at + 1, values, false)] : [];
    });
  }

  #sequences(words: readonly PhraseWord[], keys: readonly string[][], first: number): Candidate<T>[] {
    const found: Candidate<T>[] = [];
    /** @param ended the word before `at` belongs to the phrase (it is no little word that was passed over) */
    const walk = (node: Node<T>, at: number, guessed: boolean, ended: boolean): void => {
      if (ended && node.values.length > 0) found.push(candidate(words, first, at, node.values, guessed));
      const word = words[at];
      if (!word) return;
      const after = node.next.get(GAP);
      if (after) for (let skip = 0; skip <= MOST_IN_GAP; skip += 1) walk(after, at + skip, guessed, false);
      const written = node.next.get(asWritten(word));
      if (written) walk(written, at + 1, guessed, true);
      for (const [order, key] of (keys[at] ?? []).entries()) {
        const next = node.next.get(key);
        if (next) walk(next, at + 1, guessed || order > 0, true);
      }
      if (this.#glue && at > first && isGlue(word)) walk(node, at + 1, guessed, false);
    };
    walk(this.#root, first, false, false);
    return found;
  }

  #joins(words: readonly PhraseWord[], keys: readonly string[][], first: number): Candidate<T>[] {
    const found: Candidate<T>[] = [];
    let joined = '';
    if (words[first] && isGlue(words[first])) return found;
    for (const [step, part] of words.slice(first, first + MAX_JOINED_WORDS).entries()) {
      joined += part.word;
      if (joined.length > MAX_JOINED_LENGTH) break;
      // `huisarts en` is not `huisartsen`.
      if (joined.length < MIN_JOINED_LENGTH || isGlue(part)) continue;
      // A single word may be a phrase written together, with a typo too (`eigenrisio`).
      const forms = step === 0 ? (keys[first] ?? []) : [conflate(joined)];
      for (const form of forms) {
        const values = this.#joined.get(form);
        if (values) found.push(candidate(words, first, first + step + 1, values, true));
      }
    }
    return found;
  }

  /** Listed words at the front and at the end of an unknown compound. */
  #compoundParts({ raw, word, start, end }: PhraseWord): Omit<PhraseMatch<T>, 'first' | 'last'>[] {
    // Folding can change the length (`ﬁ`, a combining mark): then the whole word is shown.
    const range = (from: number, to: number) =>
      raw.length === word.length && end - start === word.length
        ? { start: start + from, end: start + to }
        : { start, end };
    const parts: Omit<PhraseMatch<T>, 'first' | 'last'>[] = [];
    let rest = MIN_REST;
    for (let cut = word.length - MIN_REST; cut >= MIN_HEAD; cut -= 1) {
      const head = word.slice(0, cut);
      const values = this.#single.get(head) ?? this.#single.get(head.replace(/(?:en|[sen])$/, ''));
      if (!values) continue;
      parts.push({ values: [...values], ...range(0, cut) });
      rest = cut;
      break;
    }
    for (let cut = rest; cut <= word.length - MIN_TAIL; cut += 1) {
      const values = this.#single.get(word.slice(cut));
      if (!values) continue;
      parts.push({ values: [...values], ...range(cut, word.length) });
      break;
    }
    return parts;
  }
}

function candidate<T>(
  words: readonly PhraseWord[],
  first: number,
  last: number,
  values: readonly T[],
  guessed: boolean,
): Candidate<T> {
  return { values: [...values], first, last, guessed, start: words[first]?.start ?? 0, end: words[last - 1]?.end ?? 0 };
}

/** Key of a word that is to stand there in this form. */
function asWritten({ word }: PhraseWord): string {
  return `=${word}`;
}

function step<T>(node: Node<T>, key: string): Node<T> {
  const next: Node<T> = node.next.get(key) ?? { next: new Map(), values: [] };
  node.next.set(key, next);
  return next;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (!values) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}
