import { measure, meanOf } from '../measure.ts';
import type { CaseResult } from '../score-case.ts';

/** The figures of a ranking; search is asked only for questions to answer. */
const of = (name: 'ndcg10' | 'mrr10' | 'recall1' | 'recall5' | 'recall10') =>
  meanOf(({ case: { abstain }, scores }: CaseResult) => (abstain ? undefined : scores.retrieval?.[name]));

export const NDCG10 = measure({
  name: 'ndcg10',
  label: 'nDCG@10',
  explanation: 'Staat het bewijs bovenaan? 1 is volmaakt (trec_eval).',
  show: 'score',
  column: 'nDCG',
  compared: true,
  ...of('ndcg10'),
});

export const MRR10 = measure({
  name: 'mrr10',
  label: 'MRR@10',
  explanation: 'Gemiddelde van 1 gedeeld door de plaats van de eerste passage met bewijs.',
  show: 'score',
  ...of('mrr10'),
});

export const RECALL1 = measure({ name: 'recall1', label: 'recall@1', explanation: 'Deel van het bewijs in de eerste passage.', show: 'percent', column: 'r@1', ...of('recall1') });
export const RECALL5 = measure({ name: 'recall5', label: 'recall@5', explanation: 'Deel van het bewijs in de eerste vijf passages.', show: 'percent', column: 'r@5', compared: true, ...of('recall5') }); // prettier-ignore
export const RECALL10 = measure({ name: 'recall10', label: 'recall@10', explanation: 'Deel van het bewijs in de eerste tien passages.', show: 'percent', ...of('recall10') });
