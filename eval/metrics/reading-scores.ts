import type { Answer } from '../../server/contract.ts';
import type { EvidenceItem } from '../load/evaluation-case.ts';
import type { Documents } from './citations.ts';
import { labelRight } from './labels.ts';
import { relevantQuotes } from './relevant-quotes.ts';
import { proofOfOwnWords, type SentenceProof } from './proof.ts';

/** What needs the documents beside the answer, worked out once. */
export interface ReadingScores {
  /** Each sentence that is no quote. */
  proof: SentenceProof[];
  /** Per citation. */
  relevant: boolean[];
  labels: boolean[];
}

export const readAnswer = (answer: Answer, evidence: readonly EvidenceItem[], documents: Documents): ReadingScores => ({
  proof: proofOfOwnWords(answer, documents),
  relevant: relevantQuotes(answer, evidence, documents),
  labels: answer.citations.map((citation) => labelRight(citation, documents)),
});
