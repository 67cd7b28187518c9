import type { Answer, Block, Citation, Outcome } from '../contract.ts';
import { answerBody } from './answer-body.ts';
import type { BlockOf, Part } from './answer-part.ts';
import { answerWords, type Language } from './answer-words.ts';
import { cutQuote } from './cut-quote.ts';
import { noticeSentences } from './notice-text.ts';
import { missingWords } from './refusal-parts.ts';

/** What an answer looks like: plain words with proof, words of the sources alone, a part, none, or a line about the assistant. */
export type AnswerKind = 'direct' | 'quotes' | 'partly' | 'refusal' | 'remark';

/** An answer in words, in the order in which every renderer shows it. */
export interface AnswerParts {
  kind: AnswerKind;
  language: Language;
  /** What kind of answer this is, or what is missing; absent for a full one. */
  title?: string;
  body: Part[];
  /** To stand under the heading "Let op". */
  notices: string[];
  sources: Source[];
  /** `short` is the word as the question or the answer has it. */
  terms: { term: string; short: string; meaning: string }[];
  /** How the answer was made. */
  made?: string;
  /** Questions that are certain to be answered; a way on, for where one can ask. */
  suggestions: string[];
}

export interface Source {
  citation: Citation;
  /** The quote, unless the body shows it whole. */
  quote?: string;
}

/** Whole address of a page of the product; nothing for what is none. */
export type AddressOf = (path: string) => string | undefined;

/** An answer, also one that is still being made or that was stored by an older version. */
export type ShownAnswer = Pick<Answer, 'answer' | 'citations' | 'notices' | 'blocks' | 'language' | 'suggestions'> & {
  outcome?: Outcome | undefined;
  mode?: Answer['mode'] | undefined;
};

/** Makes an answer's data into words; all that page, terminal, Markdown and Word say of an answer comes from here. */
export function answerParts(answer: ShownAnswer): AnswerParts {
  const { blocks = [], citations, language = 'nl', suggestions = [] } = answer;
  const kind = kindOf(answer);
  const title = titleOf(kind, blocks, language);
  return {
    kind,
    language,
    ...(title !== undefined && { title }),
    body: answer.blocks === undefined ? plainBody(answer) : answerBody(blocks, citations, { language, titled: kind === 'refusal' }),
    notices: blocks.flatMap((block) => (block.type === 'notice' ? (noticeSentences(block, { language }) ?? []) : [])),
    sources: citations.map((citation) => source(citation, blocks)),
    terms: blocks.flatMap((block) => (block.type === 'term' ? [explained(block)] : [])),
    ...(citations.length > 0 && { made: madeOf(answer) }),
    suggestions,
  };
}

function kindOf({ blocks = [], outcome }: ShownAnswer): AnswerKind {
  const has = (type: Block['type']): boolean => blocks.some((block) => block.type === type);
  if (has('refusal')) return 'refusal';
  if (has('remark')) return 'remark';
  if (outcome === 'niet-in-bronnen') return 'refusal';
  if (outcome === 'deels') return 'partly';
  return has('statement') || has('lead') || has('table') ? 'direct' : 'quotes';
}

function titleOf(kind: AnswerKind, blocks: readonly Block[], language: Language): string | undefined {
  if (kind === 'partly') return answerWords[language].partly;
  const refusal = blocks.find((block): block is BlockOf<'refusal'> => block.type === 'refusal');
  return kind === 'refusal' ? missingWords(refusal ?? { type: 'refusal' }, language) : undefined;
}

function madeOf({ blocks = [], mode, language = 'nl' }: ShownAnswer): string {
  const words = answerWords[language];
  if (mode === 'llm') return words.madeByModel;
  return blocks.some(({ type }) => type === 'statement' || type === 'lead') ? words.madeOfStatements : words.madeOfQuotes;
}

/** Without blocks there is only text: it is shown as it is, its notices (which then say "Let op" themselves) below it. */
function plainBody({ answer, notices }: ShownAnswer): Part[] {
  return [...answer.split(/\n\s*\n/), ...notices]
    .filter((text) => text.trim() !== '')
    .map((text) => ({ type: 'paragraph', runs: [{ type: 'text', text }] }));
}

function explained({ term, matched, meaning }: BlockOf<'term'>): AnswerParts['terms'][number] {
  return { term: matched.toLowerCase() === term.toLowerCase() ? matched : `${matched} (${term})`, short: matched, meaning };
}

function source(citation: Citation, blocks: readonly Block[]): Source {
  const isShown = blocks.some((block) => block.type === 'quote' && block.n === citation.n && block.role !== 'more' && !cutQuote(citation.quote, block.clause).isCut);
  return { citation, ...(!isShown && { quote: citation.quote }) };
}
