import type { EvidenceItem } from '../load/evaluation-case.ts';
import { coversItem, type DocumentRange } from './coverage.ts';
import { ndcgAt, recallAt, reciprocalRankAt, type Judgements } from './ranking.ts';

export interface RetrievalScores {
  ndcg10: number;
  mrr10: number;
  recall1: number;
  recall5: number;
  recall10: number;
  /** 1-based rank of the first passage with evidence; undefined when there is none. */
  firstRank?: number;
}

/**
 * Scores a list of passages, best first. What is to be found are the evidence items, not passages: any passage that holds
 * one of an item's quotes finds it, so that systems that cut the documents differently are compared fairly. A passage
 * that only repeats what stood higher counts as a miss at its place.
 */
export function scoreRetrieval(passages: readonly DocumentRange[], evidence: readonly EvidenceItem[]): RetrievalScores {
  const judgements: Judgements = new Map(evidence.map((_, at) => [itemId(at), 1]));
  const found = new Set<string>();
  // The run of items as trec_eval would read it: one place for each newly found item, and one for each passage without.
  const run: string[] = [];
  // Recall counts passages as a reader does: what stands in the first k.
  const ranks = new Map<string, number>();
  passages.forEach((passage, rank) => {
    const fresh = evidence.flatMap((item, at) => (!found.has(itemId(at)) && coversItem(item, [passage]) ? [itemId(at)] : []));
    for (const id of fresh) {
      found.add(id);
      ranks.set(id, rank + 1);
    }
    run.push(...(fresh.length > 0 ? fresh : [`rank ${rank + 1}`]));
  });
  const within = (k: number): number => recallAt([...ranks].filter(([, rank]) => rank <= k).map(([id]) => id), judgements, Infinity);
  const firstRank = Math.min(...ranks.values());
  return {
    ndcg10: ndcgAt(run, judgements, 10),
    mrr10: reciprocalRankAt(run, judgements, 10),
    recall1: within(1),
    recall5: within(5),
    recall10: within(10),
    ...(Number.isFinite(firstRank) ? { firstRank } : {}),
  };
}

const itemId = (at: number): string => `item ${at + 1}`;
