import { createHash } from 'node:crypto';
import type { Answer, DocumentDetail } from '../../server/contract.ts';
import { splitSentences } from '../../server/text/sentences.ts';
import type { EvaluationCase } from '../load/evaluation-case.ts';

/** A sentence that a reader can mark as deciding. */
export interface MarkableSentence {
  documentId: string;
  quote: string;
}

/** What the search found for the question, as a reader sees it. */
export interface FoundPassage {
  documentId: string;
  title: string;
  page: number;
  text: string;
}

/** An answer to read. It tells nothing about the case: not its name, kind, evidence or scores. */
export interface ReadingItem {
  key: string;
  question: string;
  history: EvaluationCase['history'];
  answer: Answer;
  passages: FoundPassage[];
}

export type ReadDocument = Pick<DocumentDetail, 'id' | 'title'>;

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);

/** Names a case without telling which it is: ids such as `test-onthouden-03` say what the answer should be. */
export const caseKey = (caseId: string): string => short(caseId);

/** Names what was read: the same case with another answer is another thing to grade. */
export const answerKey = (caseId: string, { answer, citations }: Pick<Answer, 'answer' | 'citations'>): string =>
  `${caseKey(caseId)}-${short(JSON.stringify([answer, citations.map(({ documentId, quote }) => [documentId, quote])]))}`;

/** The case part of the key of an answer. */
export const caseKeyOf = (key: string): string => key.split('-', 1)[0]!;

/** Sentences of the citations first, then of the passages; each once. */
export function markableSentences({ answer, passages }: Pick<ReadingItem, 'answer' | 'passages'>): MarkableSentence[] {
  const texts = [...answer.citations.map(({ documentId, quote }) => ({ documentId, text: quote })), ...passages];
  const sentences = texts.flatMap(({ documentId, text }) => sentencesOf(text).map((quote) => ({ documentId, quote })));
  return [...new Map(sentences.map((sentence) => [`${sentence.documentId} ${sentence.quote}`, sentence])).values()];
}

function sentencesOf(text: string): string[] {
  return text.split(/\n+/).flatMap((line) => splitSentences(line).map(([start, end]) => line.slice(start, end).replace(/\s+/g, ' ')));
}
