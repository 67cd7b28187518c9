import { randomUUID } from 'node:crypto';
import type { Answer, AskRequest, Block } from '../contract.ts';
import type { AnswerData } from '../answer/answer.ts';
import { answerMarkdown } from '../views/answer-markdown.ts';
import { isNotice, noticeText } from '../views/notice-text.ts';

/** An answer as it travels: the data, and the same in words for clients that only show text. */
export function toWire({ question, explain }: AskRequest, data: AnswerData): Answer {
  const { blocks, citations, outcome, routes, trace, language, suggestions, horizon, situation, writtenByModel } = data;
  const direct = directOf(blocks);
  const missing = missingOf(blocks);
  const plan = blocks.find((block) => block.type === 'situation')?.plan;
  return {
    id: randomUUID(),
    question,
    answer: answerMarkdown(blocks, citations, language),
    citations,
    outcome,
    abstained: outcome === 'niet-in-bronnen',
    mode: writtenByModel ? 'llm' : 'extractief',
    routes,
    notices: blocks.filter(isNotice).flatMap((block) => noticeText(block, { language }) ?? []),
    ...(direct && { direct }),
    ...(situation && { situation }),
    ...(plan && { plan }),
    ...(missing && { missing }),
    horizon,
    suggestions,
    language,
    blocks,
    ...(explain && { trace }),
  };
}

/** The answer in plain sentences, as its blocks have it; the items of a list are not part of it. */
function directOf(blocks: readonly Block[]): Answer['direct'] {
  const said = blocks.filter((block) => block.type === 'statement').filter(({ role }) => role !== 'item');
  const lead = blocks.find((block) => block.type === 'lead');
  if (said.length === 0 && !lead) return undefined;
  const verdict = blocks.find((block) => block.type === 'verdict')?.verdict;
  return {
    ...(verdict && { verdict }),
    text: [...(lead ? [lead] : []), ...said].map(({ text }) => text).join(' '),
    statementIds: [...new Set(said.map(({ id }) => id))],
    citations: [...new Set([...(lead?.citations ?? []), ...said.flatMap(({ citations }) => citations)])],
  };
}

function missingOf(blocks: readonly Block[]): Answer['missing'] {
  const refusal = blocks.find((block) => block.type === 'refusal');
  if (refusal?.missing === undefined) return undefined;
  const { slot = 'anders', missing, turnTo = [], near } = refusal;
  return { slot, text: missing, turnTo, ...(near && { nearest: near.id }) };
}
