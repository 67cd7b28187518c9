import type { Encoder } from '../../server/retrieval/encoder.ts';
import type { SearchIndex } from '../../server/retrieval/index-reader.ts';
import { HybridRetriever, RETRIEVAL, type RetrievalSettings } from '../../server/retrieval/retriever.ts';
import type { RetrievalSystem } from './retrieval-system.ts';

/**
 * The retriever with parts switched off, asked with the question as typed: no glossary, no correction of typing errors.
 * So they show what others would build with the same passages and the same model.
 */
export function hybridVariants(index: SearchIndex, encoder: Encoder): RetrievalSystem[] {
  return [
    variant('bm25', 'Alleen woorden (BM25)', index, encoder, { lexicalWeight: 1, denseWeight: 0 }),
    variant('dense', 'Alleen betekenis (dense)', index, encoder, { lexicalWeight: 0, denseWeight: 1 }),
    variant('hybrid', 'Hybride zonder late interaction', index, encoder, { lexicalWeight: 0.5, denseWeight: 0.5 }),
  ];
}

/** The retriever in full, with the question as typed: for collections that the glossary does not fit. */
export function plainRetriever(index: SearchIndex, encoder: Encoder): RetrievalSystem {
  return asSystem('plain', 'Onze zoekmachine zonder woordenlijst', 'part', index, new HybridRetriever(index, encoder));
}

function variant(
  id: string,
  label: string,
  index: SearchIndex,
  encoder: Encoder,
  weights: Pick<RetrievalSettings, 'lexicalWeight' | 'denseWeight'>,
): RetrievalSystem {
  // Without token vectors the retriever leaves late interaction out.
  const bare: SearchIndex = { ...index, tokens: undefined };
  return asSystem(id, label, 'baseline', bare, new HybridRetriever(bare, encoder, { ...RETRIEVAL, ...weights, lateWeight: 0, windowWeight: 0 }));
}

function asSystem(
  id: string,
  label: string,
  role: RetrievalSystem['role'],
  index: SearchIndex,
  retriever: HybridRetriever,
): RetrievalSystem {
  return {
    id,
    label,
    role,
    async search(query, limit) {
      const { passages } = await retriever.retrieve({ text: query, terms: index.lexical.queryTerms(query) });
      return passages.slice(0, limit).map(({ passage }) => passage);
    },
  };
}
