import type { CanonicalDocument, Passage } from '../corpus/document.ts';
import type { Encoder } from '../model/encoder.ts';
import type { EvidenceHead } from '../model/evidence-head.ts';
import type { LearnedMaps } from '../model/learned-maps.ts';
import { adaptQuery, type QueryAdapter } from '../model/query-adapter.ts';
import type { PassageFilter, PassageIndex } from './passage-index.ts';
import { passageVotes } from './passage-votes.ts';
import type { QueryTerm } from './query-analyser.ts';
import { QuestionIndex, type QuestionIndexData, type Votes } from './question-index.ts';
import { bestWindow, maxSim, quantise, TokenSimilarities, type Similarities } from './token-index.ts';

/**
 * How the three scores are mixed, each scaled to 0…1 over the candidates (min-max).
 * Measured on the tune half of the evaluation cases and on a second, unrelated Dutch
 * collection; see `docs/decisions.md`.
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

/** Passages that words alone may put forward: what lies deeper has too little to be a candidate. */
const LEXICAL_DEPTH = 1000;
/** The same for the gist, at least. */
const DENSE_DEPTH = 100;

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
  /** Weights of the question's tokens and their vectors, as they were compared; absent without the encoder. */
  tokenWeights?: Float32Array;
  tokenVectors?: Float32Array;
  /** Mean vector of the question, of unit length; absent without the encoder. */
  questionVector?: Float32Array;
  /** What judges whether a sentence answers; absent where nothing was learned on this model. */
  evidence?: EvidenceHead;
  /** Votes of questions that are answered; absent where there are none. */
  votes?: Votes;
  /** Tokens `[first, last)` of each word (by white space) of the question. */
  queryWords?: readonly (readonly [first: number, last: number])[];
  /** The encoder took part; without it words alone decide. */
  semantic: boolean;
}

/** What helps to find and judge beside the index itself. */
export interface LearnedRetrieval {
  /** Learned on the vectors of the index's model; without them words, gist and plain late interaction decide. */
  maps?: LearnedMaps | undefined;
  /** In place of the index's own questions. */
  questions?: QuestionIndexData | undefined;
}

/** Finds passages by words, gist and late interaction together. */
export class HybridRetriever {
  readonly index: PassageIndex;
  readonly #encoder: Encoder;
  readonly #settings: RetrievalSettings;
  readonly #adapter: QueryAdapter | undefined;
  readonly #evidence: EvidenceHead | undefined;
  readonly #questions: QuestionIndex | undefined;
  readonly #similarities: TokenSimilarities;

  constructor(index: PassageIndex, encoder: Encoder, settings: RetrievalSettings = RETRIEVAL, learned: LearnedRetrieval = {}) {
    this.index = index;
    this.#encoder = encoder;
    this.#settings = settings;
    this.#similarities = new TokenSimilarities(encoder.dimensions);
    const { maps, questions = index.questions } = learned;
    if (!maps || !index.manifest.model.lateInteraction) return;
    this.#adapter = maps.adapter;
    this.#evidence = maps.evidence;
    if (questions && questions.answers.length > 0) this.#questions = new QuestionIndex(questions, maps.measure);
  }

  /** @param day YYYY-MM-DD; when given, what no longer holds on that day takes no part */
  async retrieve(query: PreparedQuery, day?: string, signal?: AbortSignal): Promise<Retrieval> {
    const { lexicalWeight, denseWeight, lateWeight, windowWeight, voteWeight, candidates } = this.#settings;
    const encoded = await this.#encoder.encodeQuery(query.text, signal);
    const filter: PassageFilter = { day };
    const [words, gist, weights] = await Promise.all([
      this.index.lexical(query.terms, LEXICAL_DEPTH, filter),
      this.index.dense(encoded.vector, Math.max(candidates * 2, DENSE_DEPTH), filter),
      this.index.tokenWeights(encoded.ids),
    ]);
    const lexical = new Map(words.map(({ id, score }) => [id, score]));
    const dense = new Map(gist.map(({ id, similarity }) => [id, similarity]));
    const lowest = Math.min(...dense.values(), 1);
    const own = this.index.manifest.model.lateInteraction ? { vectors: encoded.vectors, weights } : undefined;
    const votes = this.#questions?.votes(encoded.vector);
    const voted = votes ? await passageVotes(votes, this.index, filter) : new Map<number, number>();
    const first = mix(
      [...new Set([...lexical.keys(), ...dense.keys(), ...voted.keys()])],
      [
        [(id) => lexical.get(id) ?? 0, 0.5],
        [(id) => dense.get(id) ?? lowest, 0.5],
      ],
      (id) => voted.get(id) ?? 0,
    ).slice(0, candidates);
    if (!own) return { passages: await this.#scored(first, lexical, dense), questionVector: encoded.vector, semantic: true };

    const { vectors, weights: tokenWeights } = this.#adapter ? adaptQuery(this.#adapter, own.vectors, own.weights) : own;
    const compared = await this.#compare(first, vectors, tokenWeights);
    const ranked = mix(
      first.map(({ id }) => id),
      [
        [(id) => lexical.get(id) ?? 0, lexicalWeight],
        [(id) => dense.get(id) ?? lowest, denseWeight],
        [(id) => compared.get(id)!.late, lateWeight],
        [(id) => compared.get(id)!.window, windowWeight],
      ],
      (id) => voteWeight * (voted.get(id) ?? 0),
    );
    const passages = await this.#scored(ranked, lexical, dense);
    return {
      passages: passages.map((scored) => {
        const { late, similarities, sentenceTokens } = compared.get(scored.ordinal)!;
        return { ...scored, late, similarities, sentenceTokens };
      }),
      tokenWeights,
      tokenVectors: vectors,
      questionVector: encoded.vector,
      ...(this.#evidence && { evidence: this.#evidence }),
      ...(votes && { votes }),
      queryWords: encoded.parts,
      semantic: true,
    };
  }

  /** Words alone: for when the encoder is busy. */
  async retrieveLexically(query: PreparedQuery, day?: string): Promise<Retrieval> {
    const hits = await this.index.lexical(query.terms, this.#settings.candidates, { day });
    const lexical = new Map(hits.map(({ id, score }) => [id, score]));
    const scaled = mix([...lexical.keys()], [[(id) => lexical.get(id)!, 1]]);
    return { passages: await this.#scored(scaled, lexical, new Map()), semantic: false };
  }

  /** Late interaction of the question with each candidate, by ordinal. */
  async #compare(candidates: readonly { id: number }[], vectors: Float32Array, weights: Float32Array): Promise<ReadonlyMap<number, Compared>> {
    const question = quantise(vectors, this.#encoder.dimensions);
    const ordinals = candidates.map(({ id }) => id);
    const compared = await this.index.tokens(ordinals, (tokens): Compared => {
      const similarities = this.#similarities.of(question, tokens);
      const { sentences } = tokens;
      return { similarities, sentenceTokens: sentences, late: maxSim(similarities, weights), window: bestWindow(similarities, weights, sentences) };
    });
    return new Map(ordinals.map((ordinal, i) => [ordinal, compared[i]!]));
  }

  async #scored(ranked: readonly { id: number; score: number }[], lexical: ReadonlyMap<number, number>, dense: ReadonlyMap<number, number>): Promise<ScoredPassage[]> {
    const stored = await this.index.passages(ranked.map(({ id }) => id));
    return ranked.map(({ id, score }, i) => ({
      ordinal: id,
      ...stored[i]!,
      score,
      lexical: lexical.get(id) ?? 0,
      dense: dense.get(id) ?? 0,
      late: 0,
    }));
  }
}

interface Compared {
  similarities: Similarities;
  /** Token ranges of its sentences. */
  sentenceTokens: readonly (readonly [number, number])[];
  /** MaxSim of the whole passage and of its best two neighbouring sentences. */
  late: number;
  window: number;
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
