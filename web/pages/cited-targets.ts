import type { QuoteTarget } from '../../server/text/find-quote.ts';
import { Conversation } from '../widget/conversation.ts';

/**
 * The quotes of one document in the answer that a quote belongs to, in reading order, from the conversation in this tab.
 * Without such an answer (a shared link) there is only the quote itself.
 */
export function citedTargets(documentId: string, first: QuoteTarget): QuoteTarget[] {
  const isFirst = ({ start, end }: { start: number; end: number }): boolean => start === first.start && end === first.end;
  const turn = new Conversation('').turns.findLast(({ citations }) => citations.some((citation) => citation.documentId === documentId && isFirst(citation)));
  const cited = (turn?.citations ?? []).filter((citation) => citation.documentId === documentId);
  const unique = cited.filter((citation, index) => cited.findIndex(({ start, end }) => start === citation.start && end === citation.end) === index);
  return unique.length > 1 ? unique.sort((a, b) => a.start - b.start).map(({ start, end, quote }) => ({ start, end, quote })) : [first];
}
