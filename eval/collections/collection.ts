import type { CanonicalDocument } from '../../server/corpus/document.ts';
import type { EvaluationCase } from '../load/evaluation-case.ts';
import type { DocumentRange } from '../metrics/coverage.ts';
import { ndcgAt, recallAt, reciprocalRankAt } from '../metrics/ranking.ts';
import { scoreRetrieval, type RetrievalScores } from '../metrics/retrieval-scores.ts';
import { searchQuery } from '../system/observe.ts';

/** A search query, and how well a ranking of passages answers it. */
export interface CollectionQuestion {
  query: string;
  /** @param passages best first */
  score: (passages: readonly DocumentRange[]) => RetrievalScores;
}

/** Documents with questions about them; every system is asked all of them. */
export interface Collection {
  /** Dutch, for the report. */
  name: string;
  documents: readonly CanonicalDocument[];
  questions: readonly CollectionQuestion[];
}

/** A case to answer: what is to be found is its evidence. */
export const caseQuestion = (one: EvaluationCase): CollectionQuestion => ({
  query: searchQuery(one),
  score: (passages) => scoreRetrieval(passages, one.evidence),
});

/** A question that one document answers: documents rank by their best passage. */
export const documentQuestion = (query: string, documentId: string): CollectionQuestion => ({
  query,
  score(passages) {
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
  },
});
