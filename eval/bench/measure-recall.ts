import type { Encoder } from '../../server/model/encoder.ts';
import type { SearchIndex } from '../../server/search/index-reader.ts';
import { ExactIndex } from '../../server/search/vector-index.ts';
import { atLeast, type Figure } from './figure.ts';

const K = 10;

/** Of the ten passages nearest to a question, how many HNSW finds. */
export async function measureRecall(questions: readonly string[], index: SearchIndex, encoder: Encoder): Promise<Figure[]> {
  const exact = new ExactIndex(await index.meanVectors(), encoder.dimensions);
  let found = 0;
  let wanted = 0;
  for (const question of questions) {
    const { vector } = await encoder.encodeQuery(question);
    const nearest = new Set(exact.search(vector, K).map(({ id }) => id));
    wanted += nearest.size;
    found += (await index.dense(vector, K)).filter(({ id }) => nearest.has(id)).length;
  }
  return [atLeast(`${index.vectorKind === 'hnsw' ? 'HNSW' : 'Exact index (no addon)'}: recall@${K} against exact`, found / wanted, 0.99, `${questions.length} questions`)];
}
