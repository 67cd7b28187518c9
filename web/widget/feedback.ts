import type { FeedbackReason, FeedbackRequest } from '../../server/contract.ts';
import type { Turn } from './turn.ts';

/** What a reader thinks of an answer. */
export interface Feedback {
  verdict: 'goed' | 'fout';
  reasons?: FeedbackReason[];
  /** In own words. */
  reason?: string;
  /** The question, and what the answer rests on, may go along. */
  consent?: boolean;
}

/** What came of sending it. */
export interface Sent {
  problem?: string;
}

/** As many of each as the server takes. */
const most = 20;

/** What travels to the server: with consent the question and what was said and cited; else only the verdict. */
export function feedbackRequest(turn: Turn, { verdict, reasons = [], reason = '', consent = false }: Feedback): FeedbackRequest {
  const about = { answerId: turn.answer?.id ?? turn.id, verdict, ...(reasons.length > 0 && { reasons }), ...(reason !== '' && { reason }) };
  if (!consent) return about;
  const citations = turn.citations.map(({ documentId, start, end }) => ({ documentId, start, end }));
  const statementIds = (turn.blocks ?? []).flatMap((block) => (block.type === 'statement' ? [block.id] : []));
  return { ...about, consent, question: turn.question, citations: citations.slice(0, most), statementIds: statementIds.slice(0, most) };
}
