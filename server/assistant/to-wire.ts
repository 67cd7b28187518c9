import { randomUUID } from 'node:crypto';
import type { Answer, AskRequest } from '../contract.ts';
import type { AnswerData } from '../answer/answer.ts';
import { answerMarkdown } from '../views/answer-markdown.ts';
import { isNotice, noticeText } from '../views/notice-text.ts';

/** An answer as it travels: the data, and the same in words for clients that only show text. */
export function toWire({ question, explain }: AskRequest, { blocks, citations, outcome, routes, trace }: AnswerData): Answer {
  return {
    id: randomUUID(),
    question,
    answer: answerMarkdown(blocks, citations),
    citations,
    outcome,
    abstained: outcome === 'niet-in-bronnen',
    mode: 'extractief',
    routes,
    notices: blocks.filter(isNotice).flatMap((block) => noticeText(block) ?? []),
    blocks,
    ...(explain && { trace }),
  };
}
