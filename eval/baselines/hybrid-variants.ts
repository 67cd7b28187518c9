import type { Encoder } from '../../server/model/encoder.ts';
import type { SearchIndex } from '../../server/search/index-reader.ts';
import { HybridRetriever, mix } from '../../server/search/retriever.ts';
import type { RetrievalSystem } from './retrieval-system.ts';

/** Deeper than any measure looks. */
const NEAREST = 200;

interface PartScores {
  /** By ordinal of the passage. */
  scores: ReadonlyMap<number, number>;
  /** Score of a passage that this part did not retrieve. */
  missing: number;
}

/**
 * What others would build with the same passages and the same model: words, dense, or both added after min-max scaling.
 * The question is taken as typed: no glossary, no correction of typing errors, no late interaction.
 */
export function hybridVariants(index: SearchIndex, encoder: Encoder): RetrievalSystem[] {
  const lexical = async (query: string): Promise<PartScores> => {
    const hits = await index.lexical(index.analyser.queryTerms(query), Infinity);
    return { scores: new Map(hits.map(({ id, score }) => [id, score])), missing: 0 };
  };
  const dense = async (query: string): Promise<PartScores> => {
    const { vector } = await encoder.encodeQuery(query);
    const hits = await index.dense(vector, NEAREST);
    // What was not retrieved is no better than the last that was.
    return { scores: new Map(hits.map(({ id, similarity }) => [id, similarity])), missing: hits.at(-1)?.similarity ?? 0 };
  };
  const system = (id: string, label: string, ask: (query: string) => Promise<PartScores[]>): RetrievalSystem => ({
    id,
    label,
    role: 'baseline',
    async search(query, limit) {
      const parts = await ask(query);
      const ids = [...new Set(parts.flatMap(({ scores }) => [...scores.keys()]))];
      const ranked = mix(
        ids,
        parts.map(({ scores, missing }) => [(passage: number) => scores.get(passage) ?? missing, 1 / parts.length]),
      );
      const stored = await index.passages(ranked.slice(0, limit).map((hit) => hit.id));
      return stored.map(({ passage }) => passage);
    },
  });
  return [
    system('bm25', 'Alleen woorden (BM25)', async (query) => [await lexical(query)]),
    system('dense', 'Alleen betekenis (dense)', async (query) => [await dense(query)]),
    system('hybrid', 'Hybride zonder late interaction', (query) => Promise.all([lexical(query), dense(query)])),
  ];
}

/** The assistant's retriever in full, with the question as typed: shows what the glossary adds, and fits other collections. */
export function plainRetriever(index: SearchIndex, encoder: Encoder): RetrievalSystem {
  const retriever = new HybridRetriever(index, encoder);
  return {
    id: 'plain',
    label: 'Onze zoekmachine zonder woordenlijst',
    role: 'part',
    async search(query, limit) {
      const { passages } = await retriever.retrieve({ text: query, terms: index.analyser.queryTerms(query) });
      return passages.slice(0, limit).map(({ passage }) => passage);
    },
  };
}
