import type { Answer } from '../../server/contract.ts';
import type { CaseFields } from '../load/evaluation-case.ts';

export interface KeyFactScore {
  pattern: string;
  vital: boolean;
  found: boolean;
}

/**
 * Nuggets as at TREC's question answering tracks (Voorhees, 2003): vital facts must be in the answer, okay ones may be.
 * Looked for in the answer's text and in its quotes, whatever the white space; an abstaining answer states nothing.
 */
export function scoreKeyFacts(keyFacts: CaseFields['keyFacts'], answer: Answer | undefined): KeyFactScore[] {
  const text = answer && !answer.abstained ? [answer.answer, ...answer.citations.map(({ quote }) => quote)].map(squeeze) : [];
  return keyFacts.map(({ pattern, vital }) => {
    const expression = new RegExp(pattern, 'iu');
    return { pattern, vital, found: text.some((part) => expression.test(part)) };
  });
}

const squeeze = (text: string): string => text.replace(/\u00ad/g, '').replace(/\s+/g, ' ');
