import type { CanonicalDocument, Passage } from '../corpus/document.ts';
import { isSuperseded } from '../corpus/validity.ts';
import type { Encoder } from '../model/encoder.ts';
import type { SearchIndex } from './index-reader.ts';
import type { QueryTerm } from './lexical-index.ts';
import { adaptQuery, ownQueryAdapter, type QueryAdapter } from '../model/query-adapter.ts';
import { NeighbourVotes, ownQuestionNeighbours, sentenceKey, type QuestionNeighbours, type Votes } from './question-neighbours.ts';
import { bestWindow, maxSim, quantise, type QuantisedTokens, type Similarities } from './token-index.ts';

/**
 * How the three scores are mixed, each scaled to 0…1 over the candidates (min-max).
 * Measured on the tune half of the evaluation cases and on a second, unrelated Dutch
 * collection; see `eval/README.md`.
 */
export interface RetrievalSettings {
  /** BM25: exact words. */
  lexicalWeight: number;
  /** Cosine of the mean vectors: the gist. */
  denseWeight: number;
  /** Late interaction: each question word's best counterpart in the passage. */
  lateWeight: number;
  /** Late interaction with the best two neighbouring sentences of the passage. */
  windowWeight: number;
  /** Votes of questions whose answers are known. */
  voteWeight: number;
  /** Candidates that late interaction looks at (it costs time per token). */
  candidates: number;
}

export const RETRIEVAL: RetrievalSettings = { lexicalWeight: 0.2, denseWeight: 0.05, lateWeight: 0.35, windowWeight: 0.4, voteWeight: 0.5, candidates: 40 };

/** A question made ready for search. */
export interface PreparedQuery {
  /** What the encoder reads. */
  text: string;
  /** What the lexical index looks for. */
  terms: QueryTerm[];
}

export interface ScoredPassage {
  /** Ordinal in the index. */
  ordinal: number;
  passage: Passage;
  document: CanonicalDocument;
  /** Mixed score; only the order has a meaning. */
  score: number;
  /** The parts before scaling; 0 where a part did not run. */
  lexical: number;
  dense: number;
  late: number;
  /** Question-token similarities, for judging single sentences; absent without the encoder. */
  similarities?: Similarities;
  /** Token ranges of its sentences. */
  sentenceTokens?: readonly (readonly [number, number])[];
}

export interface Retrieval {
  passages: ScoredPassage[];
  /** Weights of the question's tokens; absent without the encoder. */
  tokenWeights?: Float32Array;
  /** Votes of learned questions; absent where none were learned. */
  votes?: Votes;
  /** Tokens `[first, last)` of each word (by white space) of the question. */
  queryWords?: readonly (readonly [first: number, last: number])[];
  /** The encoder took part; without it words alone decide. */
  semantic: boolean;
}

/** What was learned from questions, the project's own unless given; `null` is none. */
export interface LearnedRetrieval {
  adapter?: QueryAdapter | null;
  neighbours?: QuestionNeighbours | null;
}

/** Finds passages by words, gist and late interaction together. */
export class HybridRetriever {
  readonly index: SearchIndex;
  readonly #encoder: Encoder;
  readonly #settings: RetrievalSettings;
  readonly #adapter: QueryAdapter | undefined;
  readonly #neighbours: NeighbourVotes | undefined;

  constructor(index: SearchIndex, encoder: Encoder, settings: RetrievalSettings = RETRIEVAL, learned: LearnedRetrieval = {}) {
    this.index = index;
    this.#encoder = encoder;
    this.#settings = settings;
    const { adapter = ownQueryAdapter(index.manifest.model.sha256), neighbours = ownQuestionNeighbours(index.manifest.model.sha256) } = learned;
    this.#adapter = adapter ?? undefined;
    if (neighbours && index.tokens) this.#neighbours = new NeighbourVotes(neighbours, index.documents.values());
  }

  /** @param day YYYY-MM-DD; when given, what no longer holds on that day takes no part */
  async retrieve(query: PreparedQuery, day?: string, signal?: AbortSignal): Promise<Retrieval> {
    const { lexicalWeight, denseWeight, lateWeight, windowWeight, voteWeight, candidates } = this.#settings;
    const encoded = await this.#encoder.encodeQuery(query.text, signal);
    const takesPart = this.#inForceOn(day);
    const lexical = new Map(this.index.lexical.search(query.terms, takesPart).map(({ id, score }) => [id, score]));
    const dense = new Map(
      this.index.vectors.search(encoded.vector, Math.max(candidates * 2, 100), takesPart).map(({ id, similarity }) => [id, similarity]),
    );
    const lowest = Math.min(...dense.values(), 1);
    const { tokens } = this.index;
    const own = tokens && { vectors: encoded.vectors, weights: tokens.weights(encoded.ids) };
    const votes = own && this.#neighbours?.votes(own.vectors, own.weights);
    const voted = this.#passageVotes(votes, takesPart);
    const first = mix(
      [...new Set([...lexical.keys(), ...dense.keys(), ...voted.keys()])],
      [
        [(id) => lexical.get(id) ?? 0, 0.5],
        [(id) => dense.get(id) ?? lowest, 0.5],
      ],
      (id) => voted.get(id) ?? 0,
    ).slice(0, candidates);
    if (!own) return { passages: first.map(({ id, score }) => this.#scored(id, score, lexical, dense)), semantic: true };

    const { vectors, weights: tokenWeights } = this.#adapter ? adaptQuery(this.#adapter, own.vectors, own.weights) : own;
    const quantised: QuantisedTokens = quantise(vectors, this.#encoder.dimensions);
    const similarities = new Map(first.map(({ id }) => [id, tokens.similarities(quantised, id)]));
    const late = new Map([...similarities].map(([id, sims]) => [id, maxSim(sims, tokenWeights)]));
    const window = new Map([...similarities].map(([id, sims]) => [id, bestWindow(sims, tokenWeights, tokens.sentenceRanges(id))]));
    const ranked = mix(
      first.map(({ id }) => id),
      [
        [(id) => lexical.get(id) ?? 0, lexicalWeight],
        [(id) => dense.get(id) ?? lowest, denseWeight],
        [(id) => late.get(id)!, lateWeight],
        [(id) => window.get(id)!, windowWeight],
      ],
      (id) => voteWeight * (voted.get(id) ?? 0),
    );
    return {
      passages: ranked.map(({ id, score }) => ({
        ...this.#scored(id, score, lexical, dense),
        late: late.get(id)!,
        similarities: similarities.get(id)!,
        sentenceTokens: tokens.sentenceRanges(id),
      })),
      tokenWeights,
      ...(votes && { votes }),
      queryWords: encoded.parts,
      semantic: true,
    };
  }

  /** Words alone: for when the encoder is busy. */
  retrieveLexically(query: PreparedQuery, day?: string): Retrieval {
    const hits = this.index.lexical.search(query.terms, this.#inForceOn(day)).slice(0, this.#settings.candidates);
    const lexical = new Map(hits.map(({ id, score }) => [id, score]));
    const scaled = mix([...lexical.keys()], [[(id) => lexical.get(id)!, 1]]);
    return { passages: scaled.map(({ id, score }) => this.#scored(id, score, lexical, new Map())), semantic: false };
  }

  /** Share of the votes that the sentences of a passage got together, 0…1, by ordinal. */
  #passageVotes(votes: Votes | undefined, takesPart: ((id: number) => boolean) | undefined): ReadonlyMap<number, number> {
    const byPassage = new Map<number, number>();
    if (!votes) return byPassage;
    this.index.passages.forEach(({ documentId, sentences: [first, last] }, ordinal) => {
      if (takesPart?.(ordinal) === false) return;
      let sum = 0;
      for (let i = first; i < last; i += 1) sum += votes.sentences.get(sentenceKey(documentId, i)) ?? 0;
      if (sum > 0) byPassage.set(ordinal, Math.min(1, sum));
    });
    return byPassage;
  }

  /** Which passages hold on a day; nothing where that leaves out none. */
  #inForceOn(day: string | undefined): ((id: number) => boolean) | undefined {
    const { documents, passages } = this.index;
    if (day === undefined) return undefined;
    const superseded = new Set([...documents.values()].filter((document) => isSuperseded(document, day)).map(({ id }) => id));
    return superseded.size === 0 ? undefined : (id) => !superseded.has(passages[id]!.documentId);
  }

  #scored(id: number, score: number, lexical: Map<number, number>, dense: Map<number, number>): ScoredPassage {
    const passage = this.index.passages[id]!;
    return {
      ordinal: id,
      passage,
      document: this.index.documents.get(passage.documentId)!,
      score,
      lexical: lexical.get(id) ?? 0,
      dense: dense.get(id) ?? 0,
      late: 0,
    };
  }
}

/** Weighted sum of min-max scaled scores, with what is added unscaled; best first, ties by id. */
export function mix(
  ids: readonly number[],
  parts: readonly [score: (id: number) => number, weight: number][],
  unscaled: (id: number) => number = () => 0,
): { id: number; score: number }[] {
  const scaled = parts.map(([score, weight]) => {
    const values = ids.map(score);
    const low = Math.min(...values);
    const range = Math.max(...values) - low;
    return values.map((value) => (range > 0 ? ((value - low) / range) * weight : 0));
  });
  return ids
    .map((id, i) => ({ id, score: scaled.reduce((sum, values) => sum + values[i]!, unscaled(id)) }))
    .sort((a, b) => b.score - a.score || a.id - b.id);
}
