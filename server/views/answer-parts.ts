import type { Answer, Block, Citation, Outcome } from '../contract.ts';
import { answerBody, type Part } from './answer-body.ts';
import { chat } from './labels.ts';
import { noticeSentences } from './notice-text.ts';

/** An answer in words, in the order in which every renderer shows it. */
export interface AnswerParts {
  /** What kind of answer this is; absent for a full one. */
  title?: { outcome: Outcome; text: string };
  body: Part[];
  /** To stand under the heading "Let op". */
  notices: string[];
  terms: { term: string; meaning: string }[];
  sources: Source[];
  /** How the answer was made. */
  made?: string;
}

export interface Source {
  citation: Citation;
  /** The quote, unless the body shows it already. */
  quote?: string;
}

/** Whole address of a page of the product; nothing for what is none. */
export type AddressOf = (path: string) => string | undefined;

/** An answer, also one that is still being made or that was stored by an older version. */
export type ShownAnswer = Pick<Answer, 'answer' | 'citations' | 'notices' | 'blocks'> & { outcome?: Outcome | undefined; mode?: Answer['mode'] | undefined };

const titles: Partial<Record<Outcome, string>> = { 'niet-in-bronnen': chat.notFoundTitle, deels: chat.partlyTitle };

/** Makes an answer's data into words; all that page, terminal, Markdown and Word say of an answer comes from here. */
export function answerParts(answer: ShownAnswer): AnswerParts {
  const { blocks, citations, outcome, mode } = answer;
  const title = outcome && titles[outcome];
  return {
    ...(title !== undefined && { title: { outcome: outcome!, text: title } }),
    body: blocks === undefined ? plainBody(answer) : answerBody(blocks, citations),
    notices: (blocks ?? []).flatMap((block) => (block.type === 'notice' ? (noticeSentences(block) ?? []) : [])),
    terms: (blocks ?? []).flatMap((block) => (block.type === 'term' ? [explained(block)] : [])),
    sources: citations.map((citation) => source(citation, blocks ?? [])),
    ...(citations.length > 0 && { made: mode === 'llm' ? chat.modeModel : chat.modeExtractive }),
  };
}

/** Without blocks there is only text: it is shown as it is, its notices (which then say "Let op" themselves) below it. */
function plainBody({ answer, notices }: ShownAnswer): Part[] {
  return [...answer.split(/\n\s*\n/), ...notices]
    .filter((text) => text.trim() !== '')
    .map((text) => ({ type: 'paragraph', runs: [{ type: 'text', text }] }));
}

function explained({ term, matched, meaning }: Extract<Block, { type: 'term' }>): AnswerParts['terms'][number] {
  return { term: matched.toLowerCase() === term.toLowerCase() ? matched : `${matched} (${term})`, meaning };
}

function source(citation: Citation, blocks: readonly Block[]): Source {
  const isShown = blocks.some((block) => block.type === 'quote' && block.n === citation.n);
  return { citation, ...(!isShown && { quote: citation.quote }) };
}
