import type { RetrievalSystem } from '../baselines/retrieval-system.ts';
import { ndcgAt, recallAt, reciprocalRankAt } from '../metrics/ranking.ts';
import type { RetrievalScores } from '../metrics/retrieval-scores.ts';
import type { CollectionQuestion } from './rijksoverheid.ts';

/** Passages to look through until ten different documents are found. */
const DEPTH = 40;

/** Ranks documents by their best passage and scores the place of the right one. */
export async function scoreQuestion(system: RetrievalSystem, { question, documentId }: CollectionQuestion): Promise<RetrievalScores> {
  const passages = await system.search(question, DEPTH);
  const documents = [...new Set(passages.map((passage) => passage.documentId))];
  const judgements = new Map([[documentId, 1]]);
  const at = documents.indexOf(documentId);
  return {
    ndcg10: ndcgAt(documents, judgements, 10),
    mrr10: reciprocalRankAt(documents, judgements, 10),
    recall1: recallAt(documents, judgements, 1),
    recall5: recallAt(documents, judgements, 5),
    recall10: recallAt(documents, judgements, 10),
    ...(at >= 0 && { firstRank: at + 1 }),
  };
}
