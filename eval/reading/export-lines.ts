import type { ReadingItem } from './reading-item.ts';

/** What a reader sees of an answer, as one line of JSON: for readers without a browser. They give back `key` and `grade`. */
export function readerLine({ key, question, history, answer, passages }: ReadingItem, at: number): string {
  const { answer: text, notices, citations } = answer;
  return JSON.stringify({
    key,
    number: at + 1,
    question,
    ...(history.length > 0 && { history }),
    answer: text,
    ...(notices.length > 0 && { notices }),
    sources: citations.map(({ n, title, publisher, published, page, quote }) => ({ n, title, publisher, published, page, quote })),
    found: passages.map(({ title, page, text: passage }) => ({ title, page, text: passage })),
  });
}

/** The answer in full, which the measures are computed from when grades come back. */
export const answerLine = ({ key, question, history, answer }: ReadingItem): string => JSON.stringify({ key, question, history, answer });
