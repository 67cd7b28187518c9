import type { Encoder } from '../../server/retrieval/encoder.ts';
import type { SearchIndex } from '../../server/retrieval/index-reader.ts';
import { HybridRetriever, mix } from '../../server/retrieval/retriever.ts';
import type { RetrievalSystem } from './retrieval-system.ts';

/** Deeper than any measure looks. */
const NEAREST = 200;

/**
 * What others would build with the same passages and the same model: words, gist, or both added after min-max scaling.
 * The question is taken as typed: no glossary, no correction of typing errors, no late interaction.
 */
export function hybridVariants(index: SearchIndex, encoder: Encoder): RetrievalSystem[] {
  const lexical = (query: string): Map<number, number> =>
    new Map(index.lexical.search(index.lexical.queryTerms(query)).map(({ id, score }) => [id, score]));
  const dense = async (query: string): Promise<Map<number, number>> => {
    const { vector } = await encoder.encodeQuery(query);
    return new Map(index.vectors.search(vector, NEAREST).map(({ id, similarity }) => [id, similarity]));
  };
  const system = (id: string, label: string, scores: (query: string) => Promise<Map<number, number>[]>): RetrievalSystem => ({
    id,
    label,
    role: 'baseline',
    async search(query, limit) {
      const parts = await scores(query);
      const ids = [...new Set(parts.flatMap((part) => [...part.keys()]))];
      const ranked = mix(
        ids,
        parts.map((part) => {
          // What a part did not retrieve is no better than the last that it did.
          const lowest = Math.min(...part.values());
          return [(passage: number) => part.get(passage) ?? lowest, 1 / parts.length];
        }),
      );
      return ranked.slice(0, limit).map((hit) => index.passages[hit.id]!);
    },
  });
  return [
    system('bm25', 'Alleen woorden (BM25)', (query) => Promise.resolve([lexical(query)])),
    system('dense', 'Alleen betekenis (dense)', async (query) => [await dense(query)]),
    system('hybrid', 'Hybride zonder late interaction', async (query) => [lexical(query), await dense(query)]),
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
      const { passages } = await retriever.retrieve({ text: query, terms: index.lexical.queryTerms(query) });
      return passages.slice(0, limit).map(({ passage }) => passage);
    },
  };
}
