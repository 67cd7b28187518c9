import type { Block, Citation } from '../contract.ts';
import { answerBody } from './answer-body.ts';
import type { Language } from './answer-words.ts';
import { bodyMarkdown } from './parts-markdown.ts';

/**
 * The running text of an answer as Markdown; notices and terms stand beside it (`noticeText`). More blocks at the end
 * only add text at the end, as long as a situation comes together with its routes: so it can be sent piece by piece.
 */
export function answerMarkdown(blocks: readonly Block[], citations: readonly Citation[], language: Language = 'nl'): string {
  return bodyMarkdown(answerBody(blocks, citations, { language, mentionsMore: true }));
}
