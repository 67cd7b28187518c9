/** Measures of a ranking by the definitions of trec_eval (github.com/usnistgov/trec_eval, m_ndcg_cut.c, m_recip_rank.c, m_recall.c). */

/** Relevance by id; 0 and absent mean not relevant. */
export type Judgements = ReadonlyMap<string, number>;

export interface RankedItem {
  id: string;
  score: number;
}

/** trec_eval's order: score descending, and among equal scores the id that sorts last comes first. */
export function trecOrder(run: readonly RankedItem[]): string[] {
  return [...run].sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)).map(({ id }) => id);
}

const gain = (judgements: Judgements, id: string): number => Math.max(0, judgements.get(id) ?? 0);
const discounted = (gains: readonly number[], k: number): number =>
  gains.slice(0, k).reduce((sum, value, at) => sum + value / Math.log2(at + 2), 0);

/**
 * Normalised discounted cumulative gain at `k`: linear gain, log2(rank + 1), ideal over all judgements.
 * @returns 0…1; 0 when nothing is relevant
 */
export function ndcgAt(ranking: readonly string[], judgements: Judgements, k: number): number {
  const ideal = discounted(
    [...judgements.keys()].map((id) => gain(judgements, id)).sort((a, b) => b - a),
    k,
  );
  return ideal === 0 ? 0 : discounted(ranking.map((id) => gain(judgements, id)), k) / ideal;
}

/** 1 / rank of the first relevant item among the first `k`; 0 when there is none. */
export function reciprocalRankAt(ranking: readonly string[], judgements: Judgements, k: number): number {
  const at = ranking.slice(0, k).findIndex((id) => gain(judgements, id) > 0);
  return at < 0 ? 0 : 1 / (at + 1);
}

/** Share of the relevant items among the first `k`; 0 when nothing is relevant. */
export function recallAt(ranking: readonly string[], judgements: Judgements, k: number): number {
  const relevant = [...judgements.keys()].filter((id) => gain(judgements, id) > 0);
  const found = new Set(ranking.slice(0, k));
  return relevant.length === 0 ? 0 : relevant.filter((id) => found.has(id)).length / relevant.length;
}
